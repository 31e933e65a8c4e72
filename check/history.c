/* check/history.c - can a printed change since last year come from the value that last year's
 * report printed?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only where the report does not print the base month itself: then `change-year` asks.  A warning,
 * for the base may have been corrected since.  Where most changes of a report are off, how they
 * were computed is not known, and nothing is said.
 */
#include "check/ledger.h"
#include "check/verdict.h"

#define MONTHS_OF_A_YEAR 12

/* A change and what it is of. */
typedef struct
{
  const Figure *change, *now; /* borrowed */
  const Print *base;
  Period month;      /* of the base */
  Interval possible; /* owned; in per cent */
  Verdict verdict;
} Past;

static void
clear_past (gpointer data)
{
  interval_clear (&((Past *) data)->possible);
}

static Period
base_of (const Figure *change, Period until)
{
  gboolean is_named = change->period.kind == PERIOD_MONTH && !period_equal (change->period, until);
  return is_named ? change->period : period_add_months (until, -MONTHS_OF_A_YEAR);
}

/* A fall may be printed without a sign; a change of percentages may be in points. */
static Verdict
judge (const Check *check, const Past *past)
{
  g_auto (Interval) claimed = interval_rounded (past->change->value);
  g_auto (Interval) fall = interval_negated (&claimed);
  g_auto (Interval) cut = interval_cut (past->change->value);
  g_auto (Interval) now = proof_interval (check, past->now);
  g_auto (Interval) points = interval_difference (&now, &past->base->interval);
  gboolean is_percentage = proof_unit (check, past->now) == UNIT_PERCENT;
  const Interval *const claims[] = { &claimed, &fall, &cut };
  for (gsize i = 0; i < G_N_ELEMENTS (claims); i++)
    if (interval_meets (claims[i], &past->possible)
        || (is_percentage && interval_meets (claims[i], &points)))
      return VERDICT_FITS;
  return VERDICT_OFF;
}

/* Finds what the change is of; FALSE if that is not known, or the base may be zero. */
static gboolean
find_past (Comparing *comparing, const Figure *change, Past *past)
{
  const Check *check = &comparing->check;
  const Series *series = proof_series (check, change);
  const Figure *now = series_find_value (series, series->until);
  if (now == NULL || series->until.kind != PERIOD_MONTH)
    return FALSE;
  Period month = base_of (change, series->until);
  if (series_find (series, month) != NULL)
    return FALSE;

  g_autofree char *key
      = ledger_key (check->report, now, MEASURE_ACTUAL, month, proof_unit (check, now));
  const Print *base = key != NULL ? g_hash_table_lookup (comparing->ledger->prints, key) : NULL;
  if (base == NULL || base->value.mantissa < 0)
    return FALSE;

  g_auto (Interval) now_value = proof_interval (check, now);
  g_auto (Interval) ratio = interval_quotient (&now_value, &base->interval);
  if (ratio.is_unbounded)
    return FALSE;
  g_auto (Interval) percent = interval_scaled (&ratio, 100, 1);
  g_auto (Interval) hundred = interval_whole (100, 100);
  *past = (Past){
    change, now, base, month, interval_difference (&percent, &hundred), VERDICT_SILENT
  };
  past->verdict = judge (check, past);
  return TRUE;
}

static void
warn (Comparing *comparing, const Past *past)
{
  int places = past->change->value.scale + PROOF_MORE_PLACES;
  g_autofree char *printed = decimal_format (past->change->value);
  g_autofree char *now = decimal_format (past->now->value);
  g_autofree char *base = decimal_format (past->base->value);
  g_autofree char *month = period_format (past->month);
  g_autofree char *range = interval_format (&past->possible, places);
  g_autofree char *rounding = proof_describe_rounding (past->change->value);
  g_autofree char *message = g_strdup_printf (
      "change from %s printed %s, but %s printed %s for that month, and (%s - %s) / %s = %s %%; %s",
      month, printed, past->base->vintage->name, base, now, base, base, range, rounding);
  Finding *finding
      = proof_add (&comparing->check, "history", SEVERITY_WARNING, past->change, message);
  g_autofree char *low = interval_format_low (&past->possible, places);
  g_autofree char *high = interval_format_high (&past->possible, places);
  report_set_text (&finding->expected_low, low);
  report_set_text (&finding->expected_high, high);
}

void
compare_history (Comparing *comparing)
{
  const Report *report = comparing->check.report;
  g_autoptr (GArray) pasts = g_array_new (FALSE, FALSE, sizeof (Past));
  g_array_set_clear_func (pasts, clear_past);
  Tally tally = { 0 };
  for (guint i = 0; i < report->figures->len; i++)
    {
      const Figure *change = report_figure (report, i);
      Past past = { 0 };
      if (change->measure != MEASURE_CHANGE_YEAR || !proof_can_judge (change)
          || !find_past (comparing, change, &past))
        continue;
      tally_add (&tally, past.verdict);
      g_array_append_val (pasts, past);
    }
  for (guint i = 0; i < pasts->len && !tally_is_another_reading (&tally); i++)
    if (g_array_index (pasts, Past, i).verdict == VERDICT_OFF)
      warn (comparing, &g_array_index (pasts, Past, i));
}
