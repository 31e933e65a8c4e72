/* tests/check/test_flow.c - tests check/flow.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>
#include <string.h>

#include "tests/check/sheet.h"

static Sheet *
stock (const char *months)
{
  Sheet *sheet = sheet_new ();
  sheet_add_row (sheet, "S", UNIT_COUNT, months);
  sheet_add_row (sheet, "IN", UNIT_COUNT, "5 5 5 5");
  sheet_add_row (sheet, "OUT", UNIT_COUNT, "2 2 2 2");
  sheet_relate_as (sheet, "s = before s + in - out");
  return sheet;
}

Test (flow, a_stock_that_follows_is_silent)
{
  g_autoptr (Sheet) sheet = stock ("10 13 16 19");
  cr_expect_eq (sheet_check (sheet, "flow"), 0);
}

Test (flow, one_warning_a_stock_lists_its_months)
{
  g_autoptr (Sheet) sheet = stock ("10 14 17 21");
  cr_expect_eq (sheet_check (sheet, "flow"), 1);
  const Finding *finding = sheet_finding (sheet, "flow");
  cr_expect_eq (finding->severity, SEVERITY_WARNING);
  cr_expect_str_eq (finding->message,
                    "2 of 3 months do not follow from S + IN - OUT, the first being last month's: "
                    "2016-09 14, but 10 + 5 - 2 = 13; 2016-11 21, but 17 + 5 - 2 = 20");
}

Test (flow, the_first_month_and_what_is_missing_are_not_checked)
{
  g_autoptr (Sheet) sheet = stock ("10 - 99 .");
  cr_expect_eq (sheet_check (sheet, "flow"), 0);
}

Test (flow, months_that_nothing_explains_are_a_warning_of_their_own)
{
  g_autoptr (Sheet) sheet = stock ("10 14 61 20");
  sheet_add (sheet, 0, MEASURE_MEAN_12M, "15");
  sheet_add (sheet, 0, MEASURE_MAX_12M, "20");
  cr_expect_eq (sheet_check (sheet, "flow"), 2);
  cr_expect_str_eq (sheet_finding (sheet, "max-12m")->group, "S 2016-10");
  const Finding *own = sheet_finding (sheet, "flow");
  cr_expect_str_eq (own->group, "");
  cr_expect_str_eq (own->message, "1 of 3 months do not follow from S + IN - OUT, the first being "
                                  "last month's: 2016-09 14, but 10 + 5 - 2 = 13");
  cr_expect_str_eq ((own + 1)->group, "S 2016-10");
}

Test (flow, a_stock_joins_the_cause_that_explains_all_of_its_months)
{
  g_autoptr (Sheet) sheet = stock ("10 13 61 19");
  sheet_add (sheet, 0, MEASURE_MEAN_12M, "14.5");
  sheet_add (sheet, 0, MEASURE_MAX_12M, "19");
  cr_expect_eq (sheet_check (sheet, "flow"), 1);
  cr_expect_str_eq (sheet_finding (sheet, "max-12m")->group, "S 2016-10");
  cr_expect_str_eq (sheet_finding (sheet, "flow")->group, "S 2016-10");
}
