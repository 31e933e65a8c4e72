/* check/range.c - is a figure one that its unit can have?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "check/proof.h"

#define WHOLE_SHARE 100

/* Figures of the indicator itself; changes may have any size. */
static gboolean
is_own (const Figure *figure)
{
  return (figure->measure == MEASURE_ACTUAL || figure->measure == MEASURE_YTD
          || figure->measure == MEASURE_ANNUAL || figure->measure == MEASURE_MEAN_12M
          || figure->measure == MEASURE_MAX_12M)
         && proof_can_judge (figure);
}

static gboolean
is_beyond (const Figure *figure, gint64 limit)
{
  return decimal_compare (figure->value, (Decimal){ limit, 0 }) > 0;
}

/* Whether a percentage is known to be a share of a whole: one of the catalogue, or one whose whole
 * stands beside it.  Others, "% of target", may well be above 100. */
static gboolean
is_share (const Check *check, const Figure *figure)
{
  const Indicator *indicator = report_indicator (check->report, (guint) figure->indicator);
  if (indicator->canonical_id[0] != '\0')
    return TRUE;
  const Series *series = proof_series (check, figure);
  for (guint i = 0; i < series->n_figures; i++)
    if (series_figure (series, i)->component == COMPONENT_DENOMINATOR)
      return TRUE;
  return FALSE;
}

static void
hold_share (Check *check, const Figure *figure)
{
  gboolean is_negative = figure->value.mantissa < 0;
  if (!is_negative && !is_beyond (figure, WHOLE_SHARE))
    return;
  gboolean is_proof = is_share (check, figure);
  g_autofree char *value = decimal_format (figure->value);
  g_autofree char *message = g_strdup_printf ("%s %% printed, %s %s", value,
                                              is_proof ? "but a share is" : "which for a share is",
                                              is_negative ? "0 or more" : "100 or less");
  Finding *finding = proof_add (
      check, "range", is_proof ? SEVERITY_CONTRADICTION : SEVERITY_WARNING, figure, message);
  report_set_text (&finding->expected_low, "0");
  report_set_text (&finding->expected_high, "100");
}

static gboolean
is_whole (Decimal value)
{
  gint64 unit = 1;
  for (int i = 0; i < value.scale; i++)
    unit *= 10;
  return value.mantissa % unit == 0;
}

/* Whether all but one of the months of a row are whole, and there are some: else the row counts
 * something else, such as full-time posts. */
static gboolean
counts_whole (const Series *series)
{
  guint n_whole = 0, n_broken = 0;
  for (guint i = 0; i < series->n_figures; i++)
    {
      const Figure *figure = series_figure (series, i);
      if (figure->measure != MEASURE_ACTUAL || figure->component != COMPONENT_VALUE
          || !figure->has_value)
        continue;
      n_whole += is_whole (figure->value) && figure->value.scale == 0;
      n_broken += !is_whole (figure->value);
    }
  return n_broken == 1 && n_whole >= 3;
}

static void
hold_count (Check *check, const Figure *figure)
{
  gboolean is_negative = figure->value.mantissa < 0;
  if (!is_negative
      && (figure->measure != MEASURE_ACTUAL || is_whole (figure->value)
          || !counts_whole (proof_series (check, figure))))
    return;
  g_autofree char *value = decimal_format (figure->value);
  g_autofree char *message
      = g_strdup_printf ("%s printed, but a count is %s", value,
                         is_negative ? "0 or more" : "whole, as in the row's other months");
  Finding *finding = proof_add (check, "range", SEVERITY_CONTRADICTION, figure, message);
  report_set_text (&finding->expected_low, "0");
}

void
check_range (Check *check)
{
  check_held (check, 0);
  for (guint i = 0; i < check->report->figures->len; i++)
    {
      const Figure *figure = report_figure (check->report, i);
      if (!is_own (figure))
        continue;
      Unit unit = proof_unit (check, figure);
      check_held (check, unit == UNIT_PERCENT || unit == UNIT_COUNT);
      if (unit == UNIT_PERCENT && figure->component == COMPONENT_VALUE)
        hold_share (check, figure);
      else if (unit == UNIT_COUNT)
        hold_count (check, figure);
    }
}
