/* check/comparison.c - do comparison values keep the relations of what they are compared with?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "check/comparison.h"

#include "check/sum.h"

/* Averages of two indicators may be over authorities that are not quite the same, and medians stand
 * for averages: so many per cent of the whole are let pass. */
#define SLACK 30
#define WHOLE 100

static gboolean
is_linear (const Bond *bond)
{
  return bond->kind == RELATION_COMPLEMENT || bond->kind == RELATION_SHARES
         || bond->kind == RELATION_PARTS || bond->kind == RELATION_SUM;
}

/* Whether more of the report's own months keep the relation than break it. */
static gboolean
is_kept (const Check *check, const Bond *bond)
{
  g_autoptr (GArray) slots = line_slots (check, bond_line (bond, 0));
  Tally tally = { 0 };
  for (guint i = 0; i < slots->len; i++)
    {
      g_autoptr (GPtrArray) choices = bond_choices (check, bond, g_array_index (slots, Slot, i));
      if (choices->len == 0)
        continue;
      g_autoptr (Tie) tie = sum_tie (bond, choices->pdata[0]);
      tally_add (&tally, tie_judge (check, tie));
    }
  return tally.n_fits > tally.n_off;
}

/* Returns (nullable): the row's value for the comparator and year of @like; NULL if none or
 * several.
 */
static const Figure *
find_value (const Check *check, Line line, const Figure *like)
{
  const Series *series = check->series->pdata[line.indicator];
  const Figure *found = NULL;
  for (guint i = 0; i < series->n_figures; i++)
    {
      const Figure *figure = series_figure (series, i);
      if (figure->measure != MEASURE_BENCHMARK || figure->comparator != like->comparator
          || !period_equal (figure->period, like->period) || !proof_can_judge (figure))
        continue;
      if (found != NULL)
        return NULL;
      found = figure;
    }
  return found;
}

/* Returns (transfer full) (nullable): the values of all terms beside @first. */
static GPtrArray *
find_values (const Check *check, const Bond *bond, const Figure *first)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  for (guint i = 0; i < bond->n_terms; i++)
    {
      const Figure *value = find_value (check, bond_line (bond, i), first);
      if (value == NULL)
        return NULL;
      g_ptr_array_add (values, (gpointer) value);
    }
  return g_steal_pointer (&values);
}

/* The whole that the values are parts of, times the slack. */
static Interval
slack_of (const Check *check, const Bond *bond, const GPtrArray *values)
{
  g_auto (Interval) whole = bond_term (bond, 0)->role == ROLE_OF
                                ? proof_interval (check, values->pdata[0])
                                : interval_whole (WHOLE, WHOLE);
  Interval slack = interval_scaled (&whole, SLACK, WHOLE);
  g_auto (Interval) less = interval_negated (&slack);
  interval_widen (&slack, &less);
  return slack;
}

/* Whether a warning of one of its rows, such as of values that are another row's, says it already.
 */
static gboolean
is_told (const Check *check, const Bond *bond)
{
  for (guint i = 0; i < check->report->findings->len; i++)
    {
      const Finding *finding = report_finding (check->report, i);
      for (guint k = 0; k < bond->n_terms; k++)
        if (g_str_equal (finding->rule, "benchmark")
            && finding->indicator == bond_line (bond, k).indicator)
          return TRUE;
    }
  return FALSE;
}

static void
hold_values (Check *check, const Bond *bond, const GPtrArray *values)
{
  const Figure *first = values->pdata[0];
  g_autoptr (Tie) tie = sum_tie (bond, values);
  g_auto (Interval) possible = tie_possible (check, tie, 0);
  g_auto (Interval) slack = slack_of (check, bond, values);
  g_auto (Interval) printed = proof_interval (check, first);
  g_autofree char *range = interval_format (&possible, first->value.scale + 1);
  interval_add (&slack, &possible);
  if (interval_meets (&printed, &slack) || is_told (check, bond))
    return;
  g_autofree char *value = decimal_format (first->value);
  g_autofree char *labels = bond_describe_labels (check, bond, values, ROLE_NUMERATOR);
  g_autofree char *sum = bond_describe_values (bond, values, ROLE_NUMERATOR);
  g_autofree char *message = g_strdup_printf (
      "the comparison values %s of %s leave %s for %s, and %s is printed: of other authorities, of "
      "another year, or of another row",
      sum, labels, range, line_label (check, bond_line (bond, 0)), value);
  proof_add (check, "benchmark", SEVERITY_WARNING, first, message);
}

void
comparison_hold (Check *check)
{
  for (guint i = 0; i < check->bonds->len; i++)
    {
      const Bond *bond = check->bonds->pdata[i];
      if (!is_linear (bond) || !is_kept (check, bond))
        continue;
      const Series *series = check->series->pdata[bond_line (bond, 0).indicator];
      for (guint k = 0; k < series->n_figures; k++)
        {
          const Figure *first = series_figure (series, k);
          g_autoptr (GPtrArray) values
              = first->measure == MEASURE_BENCHMARK ? find_values (check, bond, first) : NULL;
          if (values != NULL)
            hold_values (check, bond, values);
        }
    }
}
