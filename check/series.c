/* check/series.c - an indicator's monthly figures, and which month each of them is of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. Collect each indicator's monthly values, in document order.
 * 2. Find the run: months that follow their positions one by one, as they do in a table of months
 *    whose headings are right.  Positions are columns where months stand side by side, rows where
 *    they stand one below another.
 * 3. A month off the run is moved to where the run needs it, where that is beyond doubt:
 *
 *      heading    Feb  Feb  Apr  May          Jan  Feb  Mar  Mar
 *      read as    Feb  Mar  Apr  May          Jan  Feb  Mar  Apr   if Apr is the report's month
 *
 * 4. The statistics of a row are of the report's month if its table prints that, else of the last
 *    month in which the table prints a number.
 */
#include "check/series.h"

#define USUAL_FIGURES 24 /* of a row: a year of months, and what is printed about them */

static int
month_index (Period month)
{
  return month.year * 12 + month.number - 1;
}

static Period
month_of_index (int index)
{
  return period_month (index / 12, index % 12 + 1);
}

static void
series_free (gpointer data)
{
  Series *series = data;
  g_ptr_array_unref (series->figures);
  g_array_unref (series->months);
  g_free (series);
}

static SeriesMonth *
series_month (const Series *series, guint i)
{
  return &g_array_index (series->months, SeriesMonth, i);
}

/* Positions */

typedef int (*PositionOf) (const Series *series, guint i);

static int
column_of (const Series *series, guint i)
{
  return series_month (series, i)->figure->column;
}

static int
row_of (const Series *series, guint i)
{
  return series_month (series, i)->figure->row;
}

static int
rank_of (const Series *series, guint i)
{
  (void) series;
  return (int) i;
}

static gboolean
are_all_different (const Series *series, PositionOf position_of)
{
  for (guint i = 0; i < series->months->len; i++)
    for (guint j = 0; j < i; j++)
      if (position_of (series, i) == position_of (series, j))
        return FALSE;
  return TRUE;
}

static void
set_positions (Series *series)
{
  static const PositionOf ways[] = { column_of, row_of, rank_of };
  gsize way = 0;
  while (way + 1 < G_N_ELEMENTS (ways) && !are_all_different (series, ways[way]))
    way++;
  for (guint i = 0; i < series->months->len; i++)
    series_month (series, i)->position = ways[way](series, i);
}

/* The run */

typedef struct
{
  int direction; /* 1 if months go up with their positions, -1 if down */
  int start;     /* the month at position 0 */
  guint n_members;
} Run;

static int
run_month (const Run *run, int position)
{
  return run->start + run->direction * position;
}

static gboolean
is_member (const Run *run, const SeriesMonth *month)
{
  return run_month (run, month->position) == month->index;
}

/* The run that most months belong to; of no members unless that is more than half of them. */
static Run
find_run (const Series *series)
{
  Run best = { 0 };
  guint n_months = series->months->len;
  for (guint i = 0; i < n_months && best.n_members < n_months; i++)
    for (int direction = 1; direction >= -1; direction -= 2)
      {
        const SeriesMonth *first = series_month (series, i);
        Run run = { direction, first->index - direction * first->position, 0 };
        for (guint j = 0; j < series->months->len; j++)
          run.n_members += is_member (&run, series_month (series, j));
        if (run.n_members > best.n_members)
          best = run;
      }

  if (best.n_members * 2 <= n_months)
    best.n_members = 0;
  return best;
}

static gboolean
has_index (const Series *series, int index)
{
  for (guint i = 0; i < series->months->len; i++)
    if (series_month (series, i)->index == index)
      return TRUE;
  return FALSE;
}

/* Whether members of the run stand on both sides of @position. */
static gboolean
is_inside (const Series *series, const Run *run, int position)
{
  gboolean has_before = FALSE, has_after = FALSE;
  for (guint i = 0; i < series->months->len; i++)
    {
      const SeriesMonth *other = series_month (series, i);
      has_before |= is_member (run, other) && other->position < position;
      has_after |= is_member (run, other) && other->position > position;
    }
  return has_before && has_after;
}

/* At the end of a run, a month that is not the next one may well be meant (last year's month before
 * this year's), unless it is the report's month that would be missing. */
static void
mend_headings (Series *series, const Run *run, Period report_month)
{
  for (guint i = 0; i < series->months->len; i++)
    {
      SeriesMonth *month = series_month (series, i);
      int needed = run_month (run, month->position);
      gboolean is_report_month
          = report_month.kind == PERIOD_MONTH && needed == month_index (report_month);
      if (!has_index (series, needed)
          && (is_report_month || is_inside (series, run, month->position)))
        month->index = needed;
    }
}

/* Reports */

static GPtrArray *
collect_months (const Report *report)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (series_free);
  for (guint i = 0; i < report->indicators->len; i++)
    {
      Series *series = g_new0 (Series, 1);
      series->figures = g_ptr_array_sized_new (USUAL_FIGURES);
      series->months = g_array_sized_new (FALSE, FALSE, sizeof (SeriesMonth), USUAL_FIGURES);
      g_ptr_array_add (all, series);
    }

  for (guint i = 0; i < report->figures->len; i++)
    {
      const Figure *figure = report_figure (report, i);
      g_ptr_array_add (((Series *) g_ptr_array_index (all, figure->indicator))->figures,
                       (gpointer) figure);
      if (figure->measure != MEASURE_ACTUAL || figure->component != COMPONENT_VALUE
          || figure->period.kind != PERIOD_MONTH)
        continue;
      Series *series = g_ptr_array_index (all, figure->indicator);
      SeriesMonth month = { month_index (figure->period), 0, figure };
      g_array_append_val (series->months, month);
    }
  return all;
}

/* Returns the month, as an index, that the statistics of table @table are of; -1 if it prints no
 * month. */
static int
last_month (const Report *report, const GPtrArray *all, int table)
{
  int last = -1;
  for (guint i = 0; i < all->len; i++)
    {
      const Series *series = g_ptr_array_index (all, i);
      if (report_indicator (report, i)->table != table)
        continue;
      if (report->period.kind == PERIOD_MONTH && has_index (series, month_index (report->period)))
        return month_index (report->period);
      for (guint j = 0; j < series->months->len; j++)
        if (series_month (series, j)->figure->has_value)
          last = MAX (last, series_month (series, j)->index);
    }
  return last;
}

static void
set_until (const Report *report, GPtrArray *all, int table)
{
  int last = last_month (report, all, table);
  for (guint i = 0; i < all->len && last >= 0; i++)
    if (report_indicator (report, i)->table == table)
      ((Series *) g_ptr_array_index (all, i))->until = month_of_index (last);
}

GPtrArray *
series_of_report (const Report *report)
{
  GPtrArray *all = collect_months (report);
  for (guint i = 0; i < all->len; i++)
    {
      Series *series = g_ptr_array_index (all, i);
      set_positions (series);
      Run run = find_run (series);
      if (run.n_members > 0)
        mend_headings (series, &run, report->period);
    }

  for (guint i = 0; i < all->len; i++)
    if (((Series *) g_ptr_array_index (all, i))->until.kind == PERIOD_NONE)
      set_until (report, all, report_indicator (report, i)->table);
  return all;
}

const Figure *
series_find (const Series *series, Period month)
{
  const Figure *found = NULL;
  int index = month_index (month);
  if (series->is_climbing || month.kind != PERIOD_MONTH)
    return NULL;
  for (guint i = 0; i < series->months->len; i++)
    {
      const SeriesMonth *candidate = series_month (series, i);
      if (candidate->index != index)
        continue;
      if (found != NULL)
        return NULL;
      found = candidate->figure;
    }
  return found != NULL && found->confidence >= SERIES_TRUSTED ? found : NULL;
}

const Figure *
series_find_value (const Series *series, Period month)
{
  const Figure *found = series_find (series, month);
  return found != NULL && found->has_value ? found : NULL;
}

const Figure *
series_find_measure (const Series *series, Measure measure)
{
  for (guint i = 0; i < series->figures->len; i++)
    {
      const Figure *figure = g_ptr_array_index (series->figures, i);
      if (figure->measure == measure && figure->component == COMPONENT_VALUE)
        return figure;
    }
  return NULL;
}

Period
series_month_of (const Series *series, const Figure *figure)
{
  for (guint i = 0; i < series->months->len; i++)
    if (series_month (series, i)->figure == figure)
      return month_of_index (series_month (series, i)->index);
  return figure->period;
}
