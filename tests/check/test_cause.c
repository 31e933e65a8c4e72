/* tests/check/test_cause.c - tests check/cause.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>

#include "tests/check/sheet.h"

Test (cause, what_a_summary_repeats_of_a_table_is_one_cause)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  for (int i = 0; i < 2; i++)
    {
      int row = sheet_add_row (sheet, "A", UNIT_COUNT, "11 19 30 40 50 60 71 79");
      sheet_add (sheet, row, MEASURE_YTD, "400")->period = period_year_to_date (2016);
    }
  for (int i = 0; i < 3; i++) /* so that sums are shown */
    {
      int row = sheet_add_row (sheet, "B", UNIT_COUNT, "11 19 30 40 50 60 71 79");
      sheet_add (sheet, row, MEASURE_YTD, "360")->period = period_year_to_date (2016);
    }
  cr_expect_eq (sheet_check (sheet, "ytd"), 2);
  cr_expect_str_neq (report_finding (sheet->report, 0)->group, "");
  cr_expect_str_eq (report_finding (sheet->report, 0)->group,
                    report_finding (sheet->report, 1)->group);
}

Test (cause, other_figures_of_one_rule_are_causes_of_their_own)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  static const char *const refs[] = { "A", "C" };
  for (int i = 0; i < 2; i++)
    {
      int row = sheet_add_row (sheet, refs[i], UNIT_PERCENT, ".");
      sheet_add_share (sheet, row, "1", "2", "77");
    }
  cr_expect_eq (sheet_check (sheet, "ratio"), 2);
  for (guint i = 0; i < 2; i++)
    cr_expect_str_eq (report_finding (sheet->report, i)->group, "", "it is alone");
}

Test (cause, what_is_said_of_a_cell_that_explains_others_is_of_their_cause)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  int row = sheet_add_row (sheet, "A", UNIT_COUNT, "93 94 92 93 95 94 93 92 94 93 95 39");
  sheet_add (sheet, row, MEASURE_MEAN_12M, "93.4"); /* of a last month of 93 */
  cr_assert_eq (sheet_check (sheet, "mean-12m"), 1);
  cr_expect_str_eq (sheet_finding (sheet, "mean-12m")->group, "A 2016-11");
  cr_expect_str_eq (sheet_finding (sheet, "outlier")->group, "A 2016-11");
}

Test (cause, findings_of_two_rules_about_one_cell_have_one_cause)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet->report->arrow_threshold = 10;
  int row = sheet_add_row (sheet, "A", UNIT_COUNT, "40 43");
  sheet_add (sheet, row, MEASURE_CHANGE_PREV, "^9")->period = period_add_months (SHEET_MONTH, -1);
  cr_assert_eq (sheet_check (sheet, "change-prev"), 1);
  cr_expect_str_eq (sheet_finding (sheet, "arrow")->group, "A change_prev");
  cr_expect_str_eq (sheet_finding (sheet, "change-prev")->group, "A change_prev");
}
