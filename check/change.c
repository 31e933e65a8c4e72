/* check/change.c - can the printed changes come from their two months, and from those that the
 * heading names?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. Gather the changes that claim the same base month: a column.
 * 2. Find how the column is to be read.  Changes of percentages may be percentage points, and the
 *    heading may name another base than the figures have; either is the reading only where the
 *    column shows it: most figures are off as they are labelled, and nearly all fit so.
 * 3. Where the reading is another base, that is one finding about the heading.
 * 4. Each figure that is still off is a finding, unless most are: then how they were computed is
 *    not known, and nothing is proved.
 */
#include "check/change.h"

#include "check/tie.h"

/* Bases are sought so many months back: a year and its neighbours, twice. */
#define FARTHEST_BASE 25

typedef struct
{
  Period base;
  gboolean is_points; /* changes of percentages are percentage points */
} Reading;

typedef struct
{
  Measure measure;
  Period named;       /* the base that the heading names */
  GPtrArray *figures; /* of const Figure, borrowed, in document order */
  gboolean is_read;   /* there is a reading that makes most of its figures fit */
  Reading reading;
} Column;

static void
column_free (gpointer data)
{
  Column *column = data;
  g_ptr_array_unref (column->figures);
  g_free (column);
}

/* Columns */

/* The base that the heading of @change names, or that its measure implies. */
static Period
named_base (const Check *check, const Figure *change)
{
  Period until = proof_series (check, change)->until;
  gboolean is_named = change->period.kind == PERIOD_MONTH && !period_equal (change->period, until);
  if (is_named || until.kind == PERIOD_NONE)
    return change->period;
  return period_add_months (until, change->measure == MEASURE_CHANGE_PREV ? -1 : -12);
}

static Column *
find_column (GPtrArray *columns, Measure measure, Period named)
{
  for (guint i = 0; i < columns->len; i++)
    {
      Column *column = columns->pdata[i];
      if (column->measure == measure && period_equal (column->named, named))
        return column;
    }

  Column *column = g_new0 (Column, 1);
  column->measure = measure;
  column->named = named;
  column->figures = g_ptr_array_new ();
  g_ptr_array_add (columns, column);
  return column;
}

/* One figure */

static gboolean
is_of_percentages (const Check *check, const Figure *change)
{
  const Series *series = proof_series (check, change);
  const Figure *now = series_find_value (series, series->until);
  return now != NULL && proof_unit (check, now) == UNIT_PERCENT;
}

/* All that the change can be; unbounded where a month is not known or the base may be zero. */
static Interval
possible_change (const Check *check, const Figure *change, const Reading *reading)
{
  const Series *series = proof_series (check, change);
  const Figure *now = series_find_value (series, series->until);
  const Figure *base = series_find_value (series, reading->base);
  if (now == NULL || base == NULL || now == base || base->value.mantissa < 0)
    return interval_unbounded ();

  g_auto (Interval) now_value = proof_interval (check, now);
  g_auto (Interval) base_value = proof_interval (check, base);
  if (reading->is_points && is_of_percentages (check, change))
    return interval_difference (&now_value, &base_value);

  /* (now - base) / base, with each standing once */
  g_auto (Interval) ratio = interval_quotient (&now_value, &base_value);
  g_auto (Interval) percent = interval_scaled (&ratio, 100, 1);
  g_auto (Interval) hundred = interval_whole (100, 100);
  return interval_difference (&percent, &hundred);
}

/* A fall may be printed as a down arrow and a number without a sign. */
static Verdict
judge (const Check *check, const Figure *change, const Reading *reading)
{
  g_auto (Interval) possible = possible_change (check, change, reading);
  if (possible.is_unbounded)
    return VERDICT_SILENT;
  g_auto (Interval) claimed = interval_rounded (change->value);
  if (interval_meets (&claimed, &possible))
    return VERDICT_FITS;
  g_auto (Interval) fall = interval_negated (&claimed);
  gboolean is_fall = change->direction == DIRECTION_DOWN && interval_meets (&fall, &possible);
  return is_fall ? VERDICT_FITS : VERDICT_OFF;
}

/* A column's reading */

/* Stops where more than @most_off are off. */
static Tally
tally_column_to (const Check *check, const Column *column, const Reading *reading,
                 gboolean only_percentages, guint most_off)
{
  Tally tally = { 0 };
  for (guint i = 0; i < column->figures->len && tally.n_off <= most_off; i++)
    {
      const Figure *change = column->figures->pdata[i];
      if (!only_percentages || is_of_percentages (check, change))
        tally_add (&tally, judge (check, change, reading));
    }
  return tally;
}

static Tally
tally_column (const Check *check, const Column *column, const Reading *reading,
              gboolean only_percentages)
{
  return tally_column_to (check, column, reading, only_percentages, G_MAXUINT - 1);
}

/* Whether the changes of percentages are differences: nearly all are, where most are off in per
 * cent; or all, where one is. */
static gboolean
are_points (const Check *check, const Column *column)
{
  Reading as_percent = { column->named, FALSE }, as_points = { column->named, TRUE };
  Tally percent = tally_column (check, column, &as_percent, TRUE);
  if (percent.n_off == 0)
    return FALSE;
  Tally points = tally_column (check, column, &as_points, TRUE);
  return points.n_off == 0 || (tally_is_another_reading (&percent) && tally_is_shown (&points));
}

/* Whether @other makes most of the figures fit that are off as @named. */
static gboolean
explains (const Check *check, const Column *column, const Reading *named, const Reading *other)
{
  guint n_off = 0, n_mended = 0;
  for (guint i = 0; i < column->figures->len; i++)
    {
      const Figure *change = column->figures->pdata[i];
      if (judge (check, change, named) != VERDICT_OFF)
        continue;
      n_off++;
      n_mended += judge (check, change, other) == VERDICT_FITS;
    }
  return n_mended * 2 > n_off;
}

/* Sets the base of @reading to the month that the column's figures follow from best.  Returns:
 * FALSE, leaving it as it is, if no month explains them. */
static gboolean
find_base (const Check *check, const Column *column, Reading *reading)
{
  const Reading named = *reading;
  const Series *series = proof_series (check, column->figures->pdata[0]);
  Tally best = { 0, G_MAXUINT };
  for (int back = 1; back <= FARTHEST_BASE; back++)
    {
      Reading other = { period_add_months (series->until, -back), named.is_points };
      guint most_off = MIN (best.n_off, tally_most_off (column->figures->len));
      Tally tally = tally_column_to (check, column, &other, FALSE, most_off);
      if (tally.n_off > most_off)
        continue;
      gboolean is_better
          = tally.n_off < best.n_off || (tally.n_off == best.n_off && tally.n_fits > best.n_fits);
      if (!is_better || !tally_is_shown (&tally) || !explains (check, column, &named, &other))
        continue;
      *reading = other;
      best = tally;
    }
  return best.n_fits > 0;
}

/* Returns: FALSE if most figures are off and no other reading makes them fit. */
static gboolean
find_reading (const Check *check, const Column *column, Reading *reading)
{
  reading->base = column->named;
  reading->is_points = are_points (check, column);
  Tally named = tally_column (check, column, reading, FALSE);
  return !tally_is_another_reading (&named) || find_base (check, column, reading);
}

static gboolean
is_change (const Figure *figure)
{
  return figure->measure == MEASURE_CHANGE_PREV || figure->measure == MEASURE_CHANGE_YEAR;
}

/* Returns (transfer none): the report's columns with their readings, found once for all rules. */
static const GPtrArray *
columns_of (Check *check)
{
  if (check->columns != NULL)
    return check->columns;
  check->columns = g_ptr_array_new_with_free_func (column_free);
  for (guint i = 0; i < check->report->figures->len; i++)
    {
      const Figure *figure = report_figure (check->report, i);
      if (is_change (figure) && proof_can_judge (figure))
        g_ptr_array_add (
            find_column (check->columns, figure->measure, named_base (check, figure))->figures,
            (gpointer) figure);
    }
  for (guint i = 0; i < check->columns->len; i++)
    {
      Column *column = check->columns->pdata[i];
      column->is_read = find_reading (check, column, &column->reading);
    }
  return check->columns;
}

/* Returns (transfer none) (nullable): the column of @change, if it has a reading. */
static const Column *
column_of (Check *check, const Figure *change)
{
  const GPtrArray *columns = columns_of (check);
  Period named = named_base (check, change);
  for (guint i = 0; i < columns->len; i++)
    {
      const Column *column = columns->pdata[i];
      if (column->measure == change->measure && period_equal (column->named, named))
        return column->is_read ? column : NULL;
    }
  return NULL;
}

Period
change_base (Check *check, const Figure *change)
{
  const Column *column = column_of (check, change);
  return column != NULL ? column->reading.base : NO_PERIOD;
}

gboolean
change_base_is_shown (Check *check, const Figure *change)
{
  const Column *column = column_of (check, change);
  if (column == NULL)
    return FALSE;
  Tally tally = tally_column (check, column, &column->reading, FALSE);
  return tally_is_shown (&tally);
}

/* Findings */

/* Returns (transfer full): the change as a pocket calculator has it, "(109 - 104) / 104 = 4.8 %".
 */
static char *
describe_change (const Check *check, const Figure *change, const Reading *reading)
{
  const Series *series = proof_series (check, change);
  const Figure *now = series_find_value (series, series->until);
  g_autofree char *now_text = decimal_format (now->value);
  g_autofree char *base_text = decimal_format (series_find_value (series, reading->base)->value);
  g_auto (Interval) possible = possible_change (check, change, reading);
  g_autofree char *range = interval_format (&possible, change->value.scale + PROOF_MORE_PLACES);
  if (reading->is_points && is_of_percentages (check, change))
    return g_strdup_printf ("%s - %s = %s points", now_text, base_text, range);
  return g_strdup_printf ("(%s - %s) / %s = %s %%", now_text, base_text, base_text, range);
}

/* change + 100 = 100 * now / base, or change - now + base = 0.  Only of changes whose sign is
 * printed or that do not fall. */
static Tie *
tie_of (const Check *check, const Figure *change, const Reading *reading)
{
  const Series *series = proof_series (check, change);
  const Figure *now = series_find_value (series, series->until);
  const Figure *base = series_find_value (series, reading->base);
  gboolean is_points = reading->is_points && is_of_percentages (check, change);
  Tie *tie = tie_new (is_points ? TIE_SUM : TIE_QUOTIENT);
  tie->scale = is_points ? 1 : 100;
  tie->offset = is_points ? 0 : 100;
  tie_add (tie, change, KNOT_RESULT, 1);
  tie_add (tie, now, KNOT_PART, is_points ? -1 : 1);
  tie_add (tie, base, KNOT_DIVISOR, 1);
  return tie;
}

static void
contradict (Check *check, const char *rule, const Figure *change, const Reading *reading)
{
  g_auto (Interval) possible = possible_change (check, change, reading);
  g_auto (Interval) rounded = interval_rounded (change->value);
  g_auto (Interval) opposite = interval_negated (&rounded);
  g_auto (Interval) cut = interval_cut (change->value);
  g_autofree char *printed = decimal_format (change->value);
  g_autofree char *base = period_format (reading->base);
  g_autofree char *formula = describe_change (check, change, reading);
  g_autofree char *rounding = proof_describe_rounding (change->value);
  g_autofree char *message
      = g_strdup_printf ("change from %s printed %s, but %s; %s%s", base, printed, formula,
                         rounding, interval_meets (&cut, &possible) ? " (cut, not rounded)" : "");

  Finding *finding = proof_contradict (check, rule, change, &possible, message);
  if (interval_meets (&opposite, &possible))
    {
      g_autofree char *negated
          = decimal_format ((Decimal){ -change->value.mantissa, change->value.scale });
      report_set_text (&finding->suggestion, negated);
    }
  tie_break (check, tie_of (check, change, reading));
}

static void
hold_figure (Check *check, const char *rule, const Figure *change, const Reading *reading)
{
  Verdict verdict = judge (check, change, reading);
  if (verdict == VERDICT_OFF)
    contradict (check, rule, change, reading);
  if (verdict != VERDICT_FITS)
    return;
  g_autoptr (Tie) tie = tie_of (check, change, reading);
  if (tie_judge (check, tie) == VERDICT_FITS) /* and not only as a fall without a sign */
    tie_keep (check, g_steal_pointer (&tie));
}

static void
check_figures (Check *check, const char *rule, Measure measure)
{
  const GPtrArray *columns = columns_of (check);
  check_held (check, 0);
  for (guint i = 0; i < columns->len; i++)
    {
      const Column *column = columns->pdata[i];
      if (column->measure != measure || !column->is_read)
        continue;
      check_held (check, column->figures->len);
      for (guint j = 0; j < column->figures->len; j++)
        hold_figure (check, rule, column->figures->pdata[j], &column->reading);
    }
}

void
check_change_prev (Check *check)
{
  check_figures (check, "change-prev", MEASURE_CHANGE_PREV);
}

void
check_change_year (Check *check)
{
  check_figures (check, "change-year", MEASURE_CHANGE_YEAR);
}

/* The first figure that proves the heading wrong; there is one where find_base() found a base. */
static const Figure *
find_example (const Check *check, const Column *column, const Reading *named, const Reading *found)
{
  for (guint i = 0; i < column->figures->len; i++)
    {
      const Figure *change = column->figures->pdata[i];
      if (judge (check, change, named) == VERDICT_OFF
          && judge (check, change, found) == VERDICT_FITS)
        return change;
    }
  g_assert_not_reached ();
}

/* The part of the column that stands on its first page. */
static Box
box_of_column (const Column *column)
{
  Box box = { 0 };
  const Figure *first = column->figures->pdata[0];
  for (guint i = 0; i < column->figures->len; i++)
    {
      const Figure *change = column->figures->pdata[i];
      if (change->page == first->page)
        box = box_union (box, change->box);
    }
  return box;
}

static void
contradict_heading (Check *check, const Column *column, const Reading *found)
{
  Reading named = { column->named, found->is_points };
  Tally off = tally_column (check, column, &named, FALSE);
  Tally fits = tally_column (check, column, found, FALSE);
  const Figure *first = column->figures->pdata[0];
  const Figure *example = find_example (check, column, &named, found);
  g_autofree char *printed = decimal_format (example->value);
  g_autofree char *by_heading = describe_change (check, example, &named);
  g_autofree char *by_figures = describe_change (check, example, found);
  g_autofree char *named_month = period_format (column->named);
  g_autofree char *found_month = period_format (found->base);
  g_autofree char *message = g_strdup_printf (
      "%u of %u figures cannot come from %s, the month of the heading, and %u of %u can come from "
      "%s; %s is printed where %s and %s",
      off.n_off, off.n_off + off.n_fits, named_month, fits.n_fits, fits.n_fits + fits.n_off,
      found_month, printed, by_heading, by_figures);

  Finding *finding = proof_add (check, "heading-base", SEVERITY_CONTRADICTION, first, message);
  finding->indicator = NO_INDICATOR;
  finding->period = column->named;
  finding->box = box_of_column (column);
  report_set_text (&finding->printed, first->label);
  report_set_text (&finding->suggestion, found_month);
}

void
check_heading_base (Check *check)
{
  static const Measure measures[] = { MEASURE_CHANGE_PREV, MEASURE_CHANGE_YEAR };
  const GPtrArray *columns = columns_of (check);
  check_held (check, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (measures); i++)
    for (guint j = 0; j < columns->len; j++)
      {
        const Column *column = columns->pdata[j];
        if (column->measure != measures[i] || !column->is_read)
          continue;
        check_held (check, 1);
        if (!period_equal (column->reading.base, column->named))
          contradict_heading (check, column, &column->reading);
      }
}
