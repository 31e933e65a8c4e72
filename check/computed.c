/* check/computed.c - is "n/a" printed for a change that the row's own months give?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "check/proof.h"

static gboolean
is_withheld (const Figure *figure)
{
  return (figure->measure == MEASURE_CHANGE_PREV || figure->measure == MEASURE_CHANGE_YEAR)
         && (figure->status == STATUS_NOT_APPLICABLE || figure->status == STATUS_NOT_AVAILABLE)
         && figure->confidence >= SERIES_TRUSTED;
}

static void
hold_change (Check *check, const Figure *change)
{
  const Series *series = proof_series (check, change);
  const Figure *base = series_find_value (series, change->period);
  const Figure *now = series_find_value (series, series->until);
  if (base == NULL || now == NULL || period_equal (change->period, series->until))
    return;
  g_auto (Interval) first = proof_interval (check, base);
  g_auto (Interval) last = proof_interval (check, now);
  g_auto (Interval) difference = interval_difference (&last, &first);
  g_auto (Interval) share = interval_quotient (&difference, &first);
  g_auto (Interval) change_of = interval_scaled (&share, 100, 1);
  if (change_of.is_unbounded)
    return;

  g_autofree char *low = interval_format_low (&change_of, PROOF_MORE_PLACES);
  g_autofree char *high = interval_format_high (&change_of, PROOF_MORE_PLACES);
  g_autofree char *range = interval_format (&change_of, 1);
  g_autofree char *before = decimal_format (base->value);
  g_autofree char *after = decimal_format (now->value);
  g_autofree char *message
      = g_strdup_printf ("'%s' is printed for the change, but (%s - %s) / %s = %s %%", change->raw,
                         after, before, before, range);
  Finding *finding = proof_add (check, "not-computed", SEVERITY_WARNING, change, message);
  report_set_text (&finding->expected_low, low);
  report_set_text (&finding->expected_high, high);
}

void
check_not_computed (Check *check)
{
  check_held (check, 0);
  for (guint i = 0; i < check->report->figures->len; i++)
    if (is_withheld (report_figure (check->report, i)))
      {
        check_held (check, 1);
        hold_change (check, report_figure (check->report, i));
      }
}
