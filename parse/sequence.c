/* parse/sequence.c - months that stand in order, and labels that break it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/sequence.h"

#define MIN_MONTHS 4
#define MISFIT_SHARE 3 /* one month in so many may break the order */

/* The month that @place is of, if @anchor is right and months go by @step. */
static Period
month_at (const Period *months, guint anchor, guint place, int step)
{
  return period_add_months (months[anchor], ((int) place - (int) anchor) * step);
}

static guint
count_fitting (const Period *months, guint n, guint anchor, int step)
{
  guint n_fitting = 0;
  for (guint i = 0; i < n; i++)
    n_fitting += period_equal (months[i], month_at (months, anchor, i, step));
  return n_fitting;
}

/* Whether a month before all that fit, or behind them, leaves months out and breaks no order, or is
 * one of several there: those may be of another kind of column. */
static gboolean
is_apart (const Period *months, guint n, guint anchor, guint place, int step)
{
  guint first = n, last = 0; /* that fit */
  for (guint i = 0; i < n; i++)
    if (period_equal (months[i], month_at (months, anchor, i, step)))
      {
        first = MIN (first, i);
        last = i;
      }
  gboolean is_before = place<first, is_behind = place> last;
  if (!is_before && !is_behind)
    return FALSE;
  if ((is_before && first > 1) || (is_behind && n - last > 2))
    return TRUE;
  int beyond = period_months_between (month_at (months, anchor, place, step), months[place]) * step;
  return is_before ? beyond < 0 : beyond > 0;
}

guint
sequence_mend (Period *months, guint n, gboolean *is_mended)
{
  guint best = 0, n_best = 0, n_mended = 0;
  int best_step = 1;
  for (guint i = 0; i < n; i++)
    is_mended[i] = FALSE;
  for (guint i = 0; i < n && n_best < n; i++)
    for (int step = 1; step >= -1; step -= 2)
      {
        guint n_fitting = count_fitting (months, n, i, step);
        if (n_fitting > n_best)
          {
            best = i;
            best_step = step;
            n_best = n_fitting;
          }
      }
  if (n < MIN_MONTHS || (n - n_best) > MAX (1, n / MISFIT_SHARE) || n_best < MIN_MONTHS - 1)
    return 0;
  Period anchor = months[best];
  for (guint i = 0; i < n; i++)
    is_mended[i] = !period_equal (months[i], month_at (months, best, i, best_step))
                   && !is_apart (months, n, best, i, best_step);
  for (guint i = 0; i < n; i++)
    if (is_mended[i])
      {
        months[i] = period_add_months (anchor, ((int) i - (int) best) * best_step);
        n_mended++;
      }
  return n_mended;
}
