/* check/window.c - the twelve months that a row's average and maximum are of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "check/window.h"

#define WINDOW_MONTHS 12

void
window_free (Window *window)
{
  if (window == NULL)
    return;
  g_ptr_array_unref (window->known);
  interval_clear (&window->unknown);
  g_free (window);
}

static void
add_month (Window *window, const Figure *figure)
{
  if (figure == NULL || figure->status == STATUS_UNREADABLE
      || figure->status == STATUS_NOT_AVAILABLE
      || (figure->status == STATUS_OK && !figure->has_value))
    window->n_unknown++;
  else if (figure->has_value)
    g_ptr_array_add (window->known, (gpointer) figure);
  else if (figure->status == STATUS_MISSING)
    window->n_dashes++;
}

/* A printed maximum below a month's figure, or months below zero, tell nothing of the others. */
static gboolean
is_ceiling (const Check *check, const Window *window, const Interval *maximum)
{
  g_auto (Interval) zero = interval_whole (0, 0);
  for (guint i = 0; i < window->known->len; i++)
    {
      g_auto (Interval) month = proof_interval (check, window->known->pdata[i]);
      if (interval_is_above (&month, maximum) || interval_is_below (&month, &zero))
        return FALSE;
    }
  return TRUE;
}

static Interval
range_of_unknown (const Check *check, const Window *window, const Figure *printed_maximum)
{
  g_auto (Interval) maximum = printed_maximum != NULL && proof_can_judge (printed_maximum)
                                  ? proof_interval (check, printed_maximum)
                                  : interval_unbounded ();
  gboolean is_share = proof_unit (check, window->known->pdata[0]) == UNIT_PERCENT;
  g_auto (Interval) limit = is_share ? interval_whole (0, 100) : interval_from (0);

  Interval range = interval_whole (0, 0);
  if (!maximum.is_unbounded && is_ceiling (check, window, &maximum))
    interval_widen (&range, &maximum);
  else if (is_ceiling (check, window, &limit))
    interval_widen (&range, &limit);
  else
    range.is_unbounded = TRUE;
  return range;
}

Window *
window_new (const Check *check, const Figure *figure, int back)
{
  g_autoptr (Window) window = g_new0 (Window, 1);
  const Series *series = proof_series (check, figure);
  window->known = g_ptr_array_new ();
  window->unknown = interval_unbounded ();
  if (series->until.kind == PERIOD_NONE)
    return NULL;
  window->until = period_add_months (series->until, -back);

  for (int i = 0; i < WINDOW_MONTHS; i++)
    add_month (window, series_find (series, period_add_months (window->until, -i)));
  if (window->known->len == 0)
    return NULL;

  if (window->n_unknown > 0)
    {
      const Figure *maximum = series_find_measure (series, MEASURE_MAX_12M);
      interval_clear (&window->unknown);
      window->unknown = range_of_unknown (check, window, maximum);
    }
  return g_steal_pointer (&window);
}

char *
window_describe_sum (const Window *window)
{
  GString *sum = g_string_new ("(");
  for (guint i = window->known->len; i-- > 0;)
    {
      const Figure *month = window->known->pdata[i];
      g_autofree char *value = decimal_format (month->value);
      g_string_append_printf (sum, "%s%s", sum->len > 1 ? " + " : "", value);
    }
  if (window->n_unknown > 0)
    g_string_append_printf (sum, " + %d unknown month%s", window->n_unknown,
                            window->n_unknown == 1 ? "" : "s");
  g_string_append_c (sum, ')');
  return g_string_free (sum, FALSE);
}
