/* check/max.c - can the printed maximum come from the twelve months?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "check/tie.h"
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
judge (const Check *check, const Figure *printed, const Window *window)
{
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

static Tie *
tie_of (const Figure *printed, const Window *window)
{
  Tie *tie = tie_new (TIE_LARGEST);
  tie_add (tie, printed, KNOT_RESULT, 1);
  for (guint i = 0; i < window->known->len; i++)
    tie_add (tie, window->known->pdata[i], KNOT_PART, 1);
  if (window->n_unknown > 0)
    {
      g_auto (Interval) unknown = interval_from (0);
      tie_set_rest (tie, &unknown);
    }
  return tie;
}

static void
contradict (Check *check, const Figure *printed, const Window *window)
{
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
  tie_break (check, tie_of (printed, window));
}

/* A printed maximum that its months do not give. */
typedef struct
{
  const Figure *printed;
  Window *window; /* owned */
} Misfit;

static void
misfit_clear (gpointer data)
{
  window_free (((Misfit *) data)->window);
}

void
check_max_12m (Check *check)
{
  g_autoptr (GArray) off = g_array_new (FALSE, FALSE, sizeof (Misfit));
  g_array_set_clear_func (off, misfit_clear);
  Tally tally = { 0 };
  for (guint i = 0; i < check->report->figures->len; i++)
    {
      const Figure *figure = report_figure (check->report, i);
      g_autoptr (Window) window = figure->measure == MEASURE_MAX_12M && proof_can_judge (figure)
                                      ? window_new (check, figure, 0)
                                      : NULL;
      if (window == NULL)
        continue;
      Verdict verdict = judge (check, figure, window);
      tally_add (&tally, verdict);
      if (verdict == VERDICT_FITS)
        tie_keep (check, tie_of (figure, window));
      Misfit misfit = { figure, window };
      if (verdict == VERDICT_OFF)
        {
          g_array_append_val (off, misfit);
          window = NULL; /* taken */
        }
    }

  check_held (check, tally.n_fits + tally.n_off);
  for (guint i = 0; i < off->len && !tally_is_another_reading (&tally); i++)
    {
      const Misfit *misfit = &g_array_index (off, Misfit, i);
      contradict (check, misfit->printed, misfit->window);
    }
}
