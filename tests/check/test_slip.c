/* tests/check/test_slip.c - tests check/slip.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>

#include "tests/check/sheet.h"

/* 25 is printed as 52: the average, the maximum and the change are those of the true figure. */
static Sheet *
transposed (void)
{
  Sheet *sheet = sheet_new ();
  int row = sheet_add_row (sheet, "CLA3", UNIT_COUNT, "11 16 16 8 7 9 11 4 11 8 10 52");
  sheet_add (sheet, row, MEASURE_MEAN_12M, "11");
  sheet_add (sheet, row, MEASURE_MAX_12M, "25");
  sheet_add (sheet, row, MEASURE_CHANGE_PREV, "150");
  return sheet;
}

static void
assert_suggestion (const Sheet *sheet, const char *rule, const char *expected)
{
  const Finding *finding = sheet_finding (sheet, rule);
  cr_assert_not_null (finding, "no finding of %s", rule);
  cr_expect_str_eq (finding->suggestion, expected);
}

Test (slip, two_digits_exchanged_that_explain_all_findings_of_a_row_are_suggested)
{
  g_autoptr (Sheet) sheet = transposed ();
  sheet_check (sheet, "mean-12m");
  assert_suggestion (sheet, "mean-12m", "CLA3 in 2016-11: 25, not 52");
  assert_suggestion (sheet, "max-12m", "CLA3 in 2016-11: 25, not 52");
  assert_suggestion (sheet, "change-prev", "CLA3 in 2016-11: 25, not 52");
}

Test (slip, what_one_slip_explains_is_one_group)
{
  g_autoptr (Sheet) sheet = transposed ();
  sheet_check (sheet, "mean-12m");
  for (guint i = 0; i < sheet->report->findings->len; i++)
    cr_expect_str_eq (report_finding (sheet->report, i)->group, "CLA3 2016-11");
}

Test (slip, the_figure_itself_stays_as_it_is_printed)
{
  g_autoptr (Sheet) sheet = transposed ();
  sheet_check (sheet, "mean-12m");
  cr_expect_eq (report_figure (sheet->report, 11)->value.mantissa, 52);
}

Test (slip, one_finding_is_no_proof_of_a_slip)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  int row = sheet_add_row (sheet, "A", UNIT_COUNT, "11 16 16 8 7 9 11 4 11 8 10 52");
  sheet_add (sheet, row, MEASURE_MAX_12M, "25");
  sheet_check (sheet, "max-12m");
  assert_suggestion (sheet, "max-12m", "");
}

Test (slip, a_slip_that_leaves_a_finding_of_the_row_is_not_suggested)
{
  g_autoptr (Sheet) sheet = transposed ();
  sheet_add (sheet, 0, MEASURE_MEAN_12M, "99");
  sheet_check (sheet, "mean-12m");
  assert_suggestion (sheet, "mean-12m", "");
}

Test (slip, a_slip_in_a_count_is_seen_in_the_percentage_made_of_it)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet_add_row (sheet, "P", UNIT_PERCENT, "50 50 50 50 50 50 50 50 50 50 50 50");
  int row = sheet_add_row (sheet, "N", UNIT_COUNT, "31 30 30 30 30 13 30 30 30 30 30 30");
  sheet_add_row (sheet, "D", UNIT_COUNT, "62 60 60 60 60 62 60 60 60 60 60 60");
  sheet_relate (sheet, "P", "N", "D");
  sheet_add (sheet, row, MEASURE_MEAN_12M, "30.2");
  sheet_check (sheet, "ratio");
  assert_suggestion (sheet, "ratio", "N in 2016-05: 31, not 13");
  assert_suggestion (sheet, "mean-12m", "N in 2016-05: 31, not 13");
}

Test (slip, of_two_slips_that_explain_as_much_neither_is_suggested)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  int row = sheet_add_row (sheet, "A", UNIT_COUNT, "52 16 16 8 7 9 11 4 11 8 10 52");
  sheet_add (sheet, row, MEASURE_MEAN_12M, "14.8"); /* 177 / 12 with either 52 as 25 */
  sheet_add (sheet, row, MEASURE_MEAN_12M, "14.75");
  cr_expect_eq (sheet_check (sheet, "mean-12m"), 2);
  assert_suggestion (sheet, "mean-12m", "");
}

Test (slip, a_report_full_of_contradictions_is_not_wrong_by_slips)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  for (int i = 0; i < 11; i++)
    {
      int bad = sheet_add_row (sheet, "A", UNIT_COUNT, "11 16 16 8 7 9 11 4 11 8 10 52");
      int good = sheet_add_row (sheet, "B", UNIT_COUNT, "11 16 16 8 7 9 11 4 11 8 10 25");
      sheet_add (sheet, bad, MEASURE_MEAN_12M, "11");
      sheet_add (sheet, bad, MEASURE_MAX_12M, "25");
      sheet_add (sheet, good, MEASURE_MEAN_12M, "11");
      sheet_add (sheet, good, MEASURE_MAX_12M, "25");
    }
  cr_expect_eq (sheet_check (sheet, "mean-12m"), 11);
  assert_suggestion (sheet, "mean-12m", "");
}

Test (slip, a_single_digit_has_nothing_to_be_exchanged_with)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  int row = sheet_add_row (sheet, "A", UNIT_COUNT, "2 2 2 2 2 2 2 2 2 2 2 7");
  sheet_add (sheet, row, MEASURE_MEAN_12M, "7.7"); /* as with 70 for 7 */
  sheet_add (sheet, row, MEASURE_MAX_12M, "70");
  cr_expect_eq (sheet_check (sheet, "max-12m"), 1);
  assert_suggestion (sheet, "max-12m", "");
}

Test (slip, no_zero_is_brought_to_the_front)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  int row = sheet_add_row (sheet, "A", UNIT_COUNT, "2 2 2 2 2 2 2 2 2 2 2 20");
  sheet_add (sheet, row, MEASURE_MEAN_12M, "2");
  sheet_add (sheet, row, MEASURE_MAX_12M, "2");
  cr_expect_eq (sheet_check (sheet, "max-12m"), 1);
  assert_suggestion (sheet, "max-12m", "");
}
