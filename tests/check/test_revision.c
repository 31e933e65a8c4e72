/* tests/check/test_revision.c - tests check/revision.c and check/ledger.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "check/check.h"
#include "tests/check/press.h"

#define RULE "revision"

Test (revision, another_value_for_the_same_month_is_one)
{
  g_autoptr (Sheet) first = sheet_new (), second = sheet_new ();
  sheet_add_row (first, "A1", UNIT_COUNT, "10 12");
  sheet_add_row (second, "A1", UNIT_COUNT, "10 13 14");
  press_move (second, 1);
  cr_assert (eq (uint, press_compare (first, second, RULE), 1));
  const Finding *finding = sheet_finding (second, RULE);
  cr_expect_str_eq (finding->message,
                    "13 is printed, and the report of 2016-11 (000000000000) printed 12");
  cr_expect (eq (int, finding->severity, SEVERITY_NOTE));
  cr_expect (period_equal (finding->period, SHEET_MONTH));
  cr_expect_str_eq (finding->printed, "13");
  cr_expect_str_eq (finding->expected_low, "12");
}

Test (revision, what_rounding_alone_tells_apart_is_none)
{
  cr_expect (eq (uint, press_compare_rows (UNIT_PERCENT, "35.8", "36", 0, RULE), 0));
  cr_expect (eq (uint, press_compare_rows (UNIT_PERCENT, "35.80", "35.8", 0, RULE), 0));
  cr_expect (eq (uint, press_compare_rows (UNIT_PERCENT, "35.2", "36", 0, RULE), 1));
}

Test (revision, another_month_is_none)
{
  cr_expect (eq (uint, press_compare_rows (UNIT_COUNT, "12", "13", 1, RULE), 0));
}

Test (revision, a_mark_where_a_number_stood_is_none)
{
  cr_expect (eq (uint, press_compare_rows (UNIT_COUNT, "12", "-", 0, RULE), 0));
}

Test (revision, a_figure_that_a_report_prints_twice_differently_is_compared_with_nothing)
{
  g_autoptr (Sheet) first = sheet_new (), second = sheet_new ();
  sheet_add_row (first, "A1", UNIT_COUNT, "12");
  sheet_add_row (first, "A1", UNIT_COUNT, "99");
  sheet_add_row (second, "A1", UNIT_COUNT, "12");
  cr_expect (eq (uint, press_compare (first, second, RULE), 0));
}

Test (revision, a_doubtful_reading_is_no_ground_for_one)
{
  g_autoptr (Sheet) first = sheet_new (), second = sheet_new ();
  sheet_add_row (first, "A1", UNIT_COUNT, "12");
  sheet_add_row (second, "A1", UNIT_COUNT, "13");
  report_figure (second->report, 0)->confidence = 0.5;
  cr_expect (eq (uint, press_compare (first, second, RULE), 0));
}

Test (revision, a_year_to_date_of_a_later_month_is_none)
{
  g_autoptr (Sheet) first = sheet_new (), second = sheet_new ();
  int row = sheet_add_row (first, "A1", UNIT_COUNT, "12");
  sheet_add (first, row, MEASURE_YTD, "100")->period = period_year_to_date (2016);
  row = sheet_add_row (second, "A1", UNIT_COUNT, "12 15");
  sheet_add (second, row, MEASURE_YTD, "115")->period = period_year_to_date (2016);
  press_move (second, 1);
  cr_expect (eq (uint, press_compare (first, second, RULE), 0));
}

Test (revision, each_report_is_held_against_the_latest_before_it)
{
  g_autoptr (Sheet) first = sheet_new (), second = sheet_new (), third = sheet_new ();
  sheet_add_row (first, "A1", UNIT_COUNT, "12");
  sheet_add_row (second, "A1", UNIT_COUNT, "13");
  sheet_add_row (third, "A1", UNIT_COUNT, "13");
  g_autoptr (Ledger) ledger = ledger_new ();
  ledger_compare (ledger, first->report);
  ledger_compare (ledger, second->report);
  ledger_compare (ledger, third->report);
  cr_expect_not_null (sheet_finding (second, RULE));
  cr_expect_null (sheet_finding (third, RULE));
}
