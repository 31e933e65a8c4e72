/* tests/check/test_whole.c - tests check/whole.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>

#include "tests/check/sheet.h"

static Sheet *
halves (const char *shares, const char *wholes)
{
  Sheet *sheet = sheet_new ();
  sheet_add_row (sheet, "P", UNIT_PERCENT, shares);
  sheet_add_row (sheet, "N", UNIT_COUNT, "- - - - -");
  sheet_add_row (sheet, "D", UNIT_COUNT, wholes);
  sheet_relate (sheet, "P", "N", "D");
  return sheet;
}

Test (whole, a_share_of_seven_is_never_a_half)
{
  g_autoptr (Sheet) sheet = halves ("43 57 14 29 50", "7 7 7 7 7");
  cr_expect_eq (sheet_check (sheet, "whole-number"), 1);
  cr_expect_str_eq (
      sheet_finding (sheet, "whole-number")->message,
      "percentage printed 50, but of 7 (D) that would be 3.465 to 3.535, and no whole "
      "number; 50 stands for 49.5 to 50.5");
}

Test (whole, shares_that_mostly_are_not_whole_are_of_something_else)
{
  g_autoptr (Sheet) sheet = halves ("43 57 50 20 50", "7 7 7 7 7");
  cr_expect_eq (sheet_check (sheet, "whole-number"), 0);
}

Test (whole, a_denominator_of_zero_tells_nothing)
{
  g_autoptr (Sheet) sheet = halves ("0 0 0 0 50", "0 0 0 0 0");
  cr_expect_eq (sheet_check (sheet, "whole-number"), 0);
}

Test (whole, shares_of_whole_numbers_never_raise_it)
{
  for (guint32 seed = 0; seed < 1000; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (GString) shares = g_string_new (NULL), wholes = g_string_new (NULL);
      int places = g_rand_int_range (rand, 0, 3);
      for (int i = 0; i < 5; i++)
        {
          gint64 whole = g_rand_int_range (rand, 1, 3000);
          g_autofree char *share
              = sheet_round (100 * g_rand_int_range (rand, 0, (gint32) whole + 1), whole, places);
          g_string_append_printf (shares, "%s%s", i > 0 ? " " : "", share);
          g_string_append_printf (wholes, "%s%d", i > 0 ? " " : "", (int) whole);
        }
      g_autoptr (Sheet) sheet = halves (shares->str, wholes->str);
      cr_expect_eq (sheet_check (sheet, "whole-number"), 0, "seed %u", seed);
    }
}
