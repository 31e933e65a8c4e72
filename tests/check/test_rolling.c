/* tests/check/test_rolling.c - tests check/rolling.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>

#include "tests/check/sheet.h"

static Sheet *
rolling (const char *years, const char *months)
{
  Sheet *sheet = sheet_new ();
  sheet_add_row (sheet, "R", UNIT_COUNT, years);
  sheet_add_row (sheet, "A", UNIT_COUNT, months);
  sheet_relate_as (sheet, "r = 12 months a");
  return sheet;
}

#define MONTHS "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15"

Test (rolling, a_rolling_year_is_the_sum_of_its_twelve_months)
{
  g_autoptr (Sheet) good = rolling ("78 90 102 114", MONTHS);
  g_autoptr (Sheet) bad = rolling ("78 90 125 114", MONTHS);
  cr_expect_eq (sheet_check (good, "rolling-12m"), 0);
  cr_expect_eq (sheet_check (bad, "rolling-12m"), 1);
  cr_expect_str_eq (sheet_finding (bad, "rolling-12m")->message,
                    "rolling year printed 125, but 12 months of A make 3 + 4 + 5 + 6 + 7 + 8 + 9 + "
                    "10 + 11 + 12 + 13 + 14 = 102");
}

Test (rolling, with_months_unknown_it_is_no_less_than_the_others)
{
  g_autoptr (Sheet) good = rolling ("90 102 114", "10 11 12 13 14 15");
  g_autoptr (Sheet) bad = rolling ("90 40 114", "10 11 12 13 14 15");
  cr_expect_eq (sheet_check (good, "rolling-12m"), 0);
  cr_expect_eq (sheet_check (bad, "rolling-12m"), 1);
}

Test (rolling, years_that_mostly_are_no_such_sums_prove_nothing)
{
  g_autoptr (Sheet) sheet = rolling ("80 95 103 114", MONTHS);
  cr_expect_eq (sheet_check (sheet, "rolling-12m"), 0);
}

/* April is the eighth month before SHEET_MONTH: 8 + ... + 15 = 92. */
Test (rolling, a_year_to_date_that_adds_up_the_months_shows_that_they_add_up)
{
  static const struct
  {
    const char *to_date;
    guint n_findings;
  } cases[] = { { "92", 3 }, { "91", 0 } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Sheet) sheet = rolling ("80 95 103 114", MONTHS);
      sheet_add (sheet, 1, MEASURE_YTD, cases[i].to_date)->period = period_year_to_date (2016);
      cr_expect_eq (sheet_check (sheet, "rolling-12m"), cases[i].n_findings, "to date %s",
                    cases[i].to_date);
    }
}

Test (rolling, without_months_nothing_is_said)
{
  g_autoptr (Sheet) sheet = rolling ("80 95 103 114", ".");
  cr_expect_eq (sheet_check (sheet, "rolling-12m"), 0);
}
