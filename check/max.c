/* check/max.c - can the printed maximum come from the twelve months?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "check/verdict.h"
#include "check/window.h"

/* What the maximum can be; from the months that are known alone, so that an unknown month can only
 * raise it. */
static Interval
largest_known (const Check *check, const Window *window)
{
  Interval largest = proof_interval (check, window->known->pdata[0]);
  for (guint i = 1; i < window->known->len; i++)
    {
      g_auto (Interval) month = proof_interval (check, window->known->pdata[i]);
      interval_raise (&largest, &month);
    }
  return largest;
}

static Verdict
judge (const Check *check, const Figure *printed)
{
  g_autoptr (Window) window = window_new (check, printed);
  if (window == NULL)
    return VERDICT_SILENT;

  g_auto (Interval) claimed = proof_interval (check, printed);
  g_auto (Interval) known = largest_known (check, window);
  if (interval_is_below (&claimed, &known))
    return VERDICT_OFF;
  return interval_meets (&claimed, &known) || window->n_unknown > 0 ? VERDICT_FITS : VERDICT_OFF;
}

/* The known month with the largest printed number, the latest of equals. */
static const Figure *
find_largest (const Window *window)
{
  const Figure *largest = window->known->pdata[0];
  for (guint i = 1; i < window->known->len; i++)
    {
      const Figure *month = window->known->pdata[i];
      if (decimal_compare (month->value, largest->value) > 0)
        largest = month;
    }
  return largest;
}

static void
contradict (Check *check, const Figure *printed)
{
  g_autoptr (Window) window = window_new (check, printed);
  g_auto (Interval) known = largest_known (check, window);
  const Figure *largest = find_largest (window);
  g_autofree char *claimed = decimal_format (printed->value);
  g_autofree char *value = decimal_format (largest->value);
  g_autofree char *month = period_format (largest->period);
  g_autofree char *message
      = g_strdup_printf ("12 month maximum printed %s, but the largest of the %u months printed is "
                         "%s (%s)",
                         claimed, window->known->len, value, month);

  Finding *finding = proof_contradict (check, "max-12m", printed, &known, message);
  if (window->n_unknown > 0)
    report_set_text (&finding->expected_high, "");
}

void
check_max_12m (Check *check)
{
  g_autoptr (GPtrArray) off = g_ptr_array_new ();
  Tally tally = { 0 };
  for (guint i = 0; i < check->report->figures->len; i++)
    {
      Figure *figure = report_figure (check->report, i);
      if (figure->measure != MEASURE_MAX_12M || !proof_can_judge (figure))
        continue;
      Verdict verdict = judge (check, figure);
      tally_add (&tally, verdict);
      if (verdict == VERDICT_OFF)
        g_ptr_array_add (off, figure);
    }

  check_held (check, tally.n_fits + tally.n_off);
  if (!tally_is_another_reading (&tally))
    for (guint i = 0; i < off->len; i++)
      contradict (check, off->pdata[i]);
}
