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
      int row = sheet_add_row (sheet, "A", UNIT_COUNT, "10 20 30 40 50 60 70 80");
      sheet_add (sheet, row, MEASURE_YTD, "400")->period = period_year_to_date (2016);
    }
  for (int i = 0; i < 3; i++) /* so that sums are shown */
    {
      int row = sheet_add_row (sheet, "B", UNIT_COUNT, "10 20 30 40 50 60 70 80");
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
