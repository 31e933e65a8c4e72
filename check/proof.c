/* check/proof.c - what a printed figure stands for, and findings about it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "check/proof.h"

#include "check/grain.h"

Unit
proof_unit (const Check *check, const Figure *figure)
{
  return figure->unit != UNIT_NONE ? figure->unit
                                   : report_indicator (check->report, figure->indicator)->unit;
}

Interval
proof_interval (const Check *check, const Figure *figure)
{
  shelf_look_at (check->report->shelf, figure);
  g_assert (figure->has_value);
  gboolean is_torn = report_indicator (check->report, (guint) figure->indicator)->is_aligned;
  if (proof_unit (check, figure) != UNIT_COUNT || figure->value.scale > 0)
    return interval_rounded (figure->value);
  guint grain = grain_of (check, figure);
  if (grain > 1)
    return interval_near (figure->value, grain);
  return is_torn ? interval_rounded (figure->value) : interval_exact (figure->value);
}

gboolean
proof_can_judge (const Figure *figure)
{
  return figure->has_value && figure->confidence >= CONFIDENCE_TRUSTED;
}

int
proof_compare_values (gconstpointer a, gconstpointer b)
{
  return decimal_compare ((*(const Figure *const *) a)->value, (*(const Figure *const *) b)->value);
}

const Series *
proof_series (const Check *check, const Figure *figure)
{
  return g_ptr_array_index (check->series, figure->indicator);
}

Finding *
proof_add (Check *check, const char *rule, Severity severity, const Figure *figure,
           const char *message)
{
  Finding *finding = report_add_finding (check->report, rule, severity);
  finding->indicator = figure->indicator;
  finding->measure = figure->measure;
  finding->period = figure->period;
  finding->page = figure->page;
  finding->box = figure->box;
  report_set_text (&finding->message, message);
  report_set_text (&finding->printed, figure->raw);
  if (figure->raw[0] == '\0' && figure->has_value)
    {
      g_autofree char *value = decimal_format (figure->value);
      report_set_text (&finding->printed, value);
    }
  return finding;
}

Finding *
proof_contradict (Check *check, const char *rule, const Figure *figure, const Interval *possible,
                  const char *message)
{
  int places = figure->value.scale + PROOF_MORE_PLACES;
  g_autofree char *low = interval_format_low (possible, places);
  g_autofree char *high = interval_format_high (possible, places);
  guint grain = grain_of_row (check, figure->indicator);
  g_autofree char *with_grain
      = grain == 1
            ? g_strdup (message)
            : g_strdup_printf ("%s; the counts here are multiples of %u, and each stands for "
                               "half of that to either side",
                               message, grain);
  Finding *finding = proof_add (check, rule, SEVERITY_CONTRADICTION, figure, with_grain);
  report_set_text (&finding->expected_low, low);
  report_set_text (&finding->expected_high, high);
  return finding;
}

char *
proof_describe_rounding (Decimal value)
{
  g_auto (Interval) rounded = interval_rounded (value);
  g_autofree char *printed = decimal_format (value);
  g_autofree char *range = interval_format (&rounded, value.scale + 1);
  return g_strdup_printf ("%s stands for %s", printed, range);
}
