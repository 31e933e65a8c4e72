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

#include <string.h>

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

const Figure *
series_figure (const Series *series, guint i)
{
  return report_figure (series->report, series->figures[i]);
}

const Figure *
series_month (const Series *series, guint i)
{
  return report_figure (series->report, series->months[i].figure);
}

/* Positions */

typedef int (*PositionOf) (const Series *series, guint i);

static int
column_of (const Series *series, guint i)
{
  return series_month (series, i)->column;
}

static int
row_of (const Series *series, guint i)
{
  return series_month (series, i)->row;
}

static int
rank_of (const Series *series, guint i)
{
  (void) series;
  return (int) i;
}

static gboolean
are_all_different (const Series *series)
{
  for (guint i = 0; i < series->n_months; i++)
    for (guint j = 0; j < i; j++)
      if (series->months[i].position == series->months[j].position)
        return FALSE;
  return TRUE;
}

/* The first way to tell positions by which no two months stand in one is theirs. */
static void
set_positions (Series *series)
{
  static const PositionOf ways[] = { column_of, row_of, rank_of };
  for (gsize way = 0; way < G_N_ELEMENTS (ways); way++)
    {
      for (guint i = 0; i < series->n_months; i++)
        series->months[i].position = ways[way](series, i);
      if (are_all_different (series))
        return;
    }
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
  guint n_months = series->n_months;
  for (guint i = 0; i < n_months && best.n_members < n_months; i++)
    for (int direction = 1; direction >= -1; direction -= 2)
      {
        const SeriesMonth *first = &series->months[i];
        Run run = { direction, first->index - direction * first->position, 0 };
        for (guint j = 0; j < n_months; j++)
          run.n_members += is_member (&run, &series->months[j]);
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
  for (guint i = 0; i < series->n_months; i++)
    if (series->months[i].index == index)
      return TRUE;
  return FALSE;
}

/* Whether members of the run stand on both sides of @position. */
static gboolean
is_inside (const Series *series, const Run *run, int position)
{
  gboolean has_before = FALSE, has_after = FALSE;
  for (guint i = 0; i < series->n_months; i++)
    {
      const SeriesMonth *other = &series->months[i];
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
  for (guint i = 0; i < series->n_months; i++)
    {
      SeriesMonth *month = &series->months[i];
      int needed = run_month (run, month->position);
      gboolean is_report_month
          = report_month.kind == PERIOD_MONTH && needed == month_index (report_month);
      if (!has_index (series, needed)
          && (is_report_month || is_inside (series, run, month->position)))
        month->index = needed;
    }
}

/* Reports */

static gboolean
is_of_month (const Figure *figure)
{
  return figure->measure == MEASURE_ACTUAL && figure->component == COMPONENT_VALUE
         && figure->period.kind == PERIOD_MONTH;
}

static Series *
series_at (const GPtrArray *all, guint i)
{
  return g_ptr_array_index (all, i);
}

/* Returns: one series an indicator, with as much room as its figures and months take. */
static GPtrArray *
make_room (const Report *report)
{
  guint n = report->indicators->len;
  GPtrArray *all = g_ptr_array_sized_new (n);
  Series *block = shelf_take (report->shelf, n * sizeof *block);
  memset (block, 0, n * sizeof *block);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (all, &block[i]);
  for (guint i = 0; i < report->figures->len; i++)
    {
      const Figure *figure = report_figure (report, i);
      series_at (all, (guint) figure->indicator)->n_figures++;
      series_at (all, (guint) figure->indicator)->n_months += is_of_month (figure);
    }
  for (guint i = 0; i < all->len; i++)
    {
      Series *series = series_at (all, i);
      *series = (Series){ .report = report,
                          .figures = shelf_take (report->shelf, series->n_figures * sizeof (guint)),
                          .months
                          = shelf_take (report->shelf, series->n_months * sizeof (SeriesMonth)) };
    }
  return all;
}

static GPtrArray *
collect_months (const Report *report)
{
  GPtrArray *all = make_room (report);
  for (guint i = 0; i < report->figures->len; i++)
    {
      const Figure *figure = report_figure (report, i);
      Series *series = series_at (all, (guint) figure->indicator);
      series->figures[series->n_figures++] = i;
      if (figure->component == COMPONENT_NUMERATOR)
        series->component = COMPONENT_NUMERATOR;
      if (is_of_month (figure))
        series->months[series->n_months++] = (SeriesMonth){ month_index (figure->period), 0, i };
    }
  return all;
}

/* Behind all months. */
#define REPORT_MONTH G_MAXINT

/* Returns: the last month, as an index, in which the series prints a number; REPORT_MONTH if it
 * prints the report's month; -1 if it prints none. */
static int
last_month (const Report *report, const Series *series)
{
  if (report->period.kind == PERIOD_MONTH && has_index (series, month_index (report->period)))
    return REPORT_MONTH;
  int last = -1;
  for (guint i = 0; i < series->n_months; i++)
    if (series_month (series, i)->has_value)
      last = MAX (last, series->months[i].index);
  return last;
}

/* Sets the month that the statistics of each table are of: the last of all that its rows print. */
static void
set_until (const Report *report, const GPtrArray *all)
{
  g_autoptr (GHashTable) lasts = g_hash_table_new (NULL, NULL); /* by table, each plus one */
  for (guint i = 0; i < all->len; i++)
    {
      gpointer table = GINT_TO_POINTER (report_indicator (report, i)->table);
      int last = last_month (report, series_at (all, i));
      if (last >= GPOINTER_TO_INT (g_hash_table_lookup (lasts, table)))
        g_hash_table_insert (lasts, table,
                             GINT_TO_POINTER (last == REPORT_MONTH ? last : last + 1));
    }
  for (guint i = 0; i < all->len; i++)
    {
      gpointer table = GINT_TO_POINTER (report_indicator (report, i)->table);
      int last = GPOINTER_TO_INT (g_hash_table_lookup (lasts, table));
      if (last > 0)
        series_at (all, i)->until
            = last == REPORT_MONTH ? report->period : month_of_index (last - 1);
    }
}

/* Values of its own stand for a row, whatever else it prints. */
static void
prefer_values (const Report *report, const GPtrArray *all)
{
  for (guint i = 0; i < report->figures->len; i++)
    {
      const Figure *figure = report_figure (report, i);
      if (figure->component == COMPONENT_VALUE && figure->measure == MEASURE_ACTUAL)
        series_at (all, (guint) figure->indicator)->component = COMPONENT_VALUE;
    }
}

GPtrArray *
series_of_report (const Report *report)
{
  GPtrArray *all = collect_months (report);
  prefer_values (report, all);
  for (guint i = 0; i < all->len; i++)
    {
      Series *series = g_ptr_array_index (all, i);
      set_positions (series);
      Run run = find_run (series);
      if (run.n_members > 0)
        mend_headings (series, &run, report->period);
    }
  set_until (report, all);
  return all;
}

const Figure *
series_find (const Series *series, Period month)
{
  const SeriesMonth *found = NULL;
  int index = month_index (month);
  if (series->is_climbing || month.kind != PERIOD_MONTH)
    return NULL;
  for (guint i = 0; i < series->n_months; i++)
    {
      if (series->months[i].index != index)
        continue;
      if (found != NULL)
        return NULL;
      found = &series->months[i];
    }
  const Figure *figure = found == NULL ? NULL : report_figure (series->report, found->figure);
  return figure != NULL && figure->confidence >= CONFIDENCE_TRUSTED ? figure : NULL;
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
  for (guint i = 0; i < series->n_figures; i++)
    {
      const Figure *figure = series_figure (series, i);
      if (figure->measure == measure && figure->component == COMPONENT_VALUE)
        return figure;
    }
  return NULL;
}

Period
series_month_of (const Series *series, const Figure *figure)
{
  if (!is_of_month (figure))
    return figure->period;
  guint index = report_figure_index (series->report, figure);
  for (guint i = 0; i < series->n_months; i++)
    if (series->months[i].figure == index)
      return month_of_index (series->months[i].index);
  return figure->period;
}
