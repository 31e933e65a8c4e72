/* check/verdict.c - what a rule makes of one figure, and of many held to the same reading.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "check/verdict.h"

/* Up to one in so many may be wrong of itself in a column that is otherwise as it says. */
#define NEARLY_ALL 5

void
tally_add (Tally *tally, Verdict verdict)
{
  tally->n_fits += verdict == VERDICT_FITS;
  tally->n_off += verdict == VERDICT_OFF;
}

gboolean
tally_is_another_reading (const Tally *tally)
{
  return tally->n_off >= TALLY_ENOUGH && tally->n_off > tally->n_fits;
}

gboolean
tally_is_shown (const Tally *tally)
{
  return tally->n_fits >= TALLY_ENOUGH && tally->n_off * (NEARLY_ALL - 1) <= tally->n_fits;
}

guint
tally_most_off (guint n)
{
  return n / NEARLY_ALL;
}
