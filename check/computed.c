/* check/computed.c - is "n/a" printed for a change that the row's own months give, or a figure for
 * one that they do not?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "check/change.h"
#include "check/proof.h"

static gboolean
is_change (const Figure *figure)
{
  return figure->measure == MEASURE_CHANGE_PREV || figure->measure == MEASURE_CHANGE_YEAR;
}

static gboolean
is_withheld (const Figure *figure)
{
  return is_change (figure)
         && (figure->status == STATUS_NOT_APPLICABLE || figure->status == STATUS_NOT_AVAILABLE)
         && figure->confidence >= CONFIDENCE_TRUSTED;
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

/* Nothing is a percentage of none; that nothing changed since may be printed as 0 all the same. */
static gboolean
is_none (const Check *check, const Figure *base, const Figure *change)
{
  return base->has_value && base->value.mantissa == 0 && base->value.scale == 0
         && proof_unit (check, base) == UNIT_COUNT && change->value.mantissa != 0;
}

static gboolean
is_unknown (const Figure *base)
{
  return !base->has_value
         && (base->status == STATUS_MISSING || base->status == STATUS_NOT_AVAILABLE
             || base->status == STATUS_NOT_APPLICABLE);
}

/* Holds a change that is printed to the month that it is a change from.  A base of none is a proof
 * where the column shows that its changes are percentages of that month; a base that is not printed
 * may be known to the publisher. */
static void
hold_printed (Check *check, const Figure *change)
{
  Period month = change_base (check, change);
  const Figure *base
      = month.kind == PERIOD_MONTH ? series_find (proof_series (check, change), month) : NULL;
  if (base == NULL || (!is_none (check, base, change) && !is_unknown (base)))
    return;
  gboolean is_proof = base->has_value && change_base_is_shown (check, change);
  g_autofree char *value = decimal_format (change->value);
  g_autofree char *from = period_format (month);
  g_autofree char *message = g_strdup_printf (
      "change from %s printed %s, but that month is printed as '%s'%s", from, value,
      base->has_value ? "0" : base->raw, base->has_value ? ", and nothing is a share of 0" : "");
  proof_add (check, "not-computed", is_proof ? SEVERITY_CONTRADICTION : SEVERITY_WARNING, change,
             message);
}

void
check_not_computed (Check *check)
{
  check_held (check, 0);
  for (guint i = 0; i < check->report->figures->len; i++)
    {
      const Figure *figure = report_figure (check->report, i);
      gboolean is_printed = is_change (figure) && proof_can_judge (figure);
      check_held (check, is_printed || is_withheld (figure));
      if (is_printed)
        hold_printed (check, figure);
      else if (is_withheld (figure))
        hold_change (check, figure);
    }
}
