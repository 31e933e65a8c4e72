/* tests/check/test_verdict.c - tests check/verdict.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>

#include "check/verdict.h"

static Tally
tally_of (guint n_fits, guint n_off)
{
  Tally tally = { 0 };
  for (guint i = 0; i < n_fits; i++)
    tally_add (&tally, VERDICT_FITS);
  for (guint i = 0; i < n_off; i++)
    tally_add (&tally, VERDICT_OFF);
  tally_add (&tally, VERDICT_SILENT);
  return tally;
}

Test (verdict, a_reading_that_most_figures_break_is_another_one)
{
  Tally most = tally_of (7, 36), half = tally_of (4, 4), few = tally_of (0, 2);
  cr_expect (tally_is_another_reading (&most));
  cr_expect_not (tally_is_another_reading (&half));
  cr_expect_not (tally_is_another_reading (&few), "two figures may both be slips");
}

Test (verdict, a_reading_is_shown_by_enough_figures_of_which_nearly_all_fit)
{
  Tally all = tally_of (3, 0), one_in_five = tally_of (4, 1), more = tally_of (7, 2);
  Tally too_few = tally_of (2, 0);
  cr_expect (tally_is_shown (&all));
  cr_expect (tally_is_shown (&one_in_five));
  cr_expect_not (tally_is_shown (&more));
  cr_expect_not (tally_is_shown (&too_few));
}
