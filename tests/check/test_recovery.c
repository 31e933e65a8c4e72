/* tests/check/test_recovery.c - tests check/recovery.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>

#include "tests/check/sheet.h"

static void
add_unplaced (Sheet *sheet, int page, const char *text, double x)
{
  Unplaced *number = report_add_unplaced (sheet->report);
  report_set_text (&number->text, text);
  number->page = page;
  number->box = (Box){ x, 10, x + 5, 20 };
}

Test (recovery, unplaced_numbers_are_one_warning_a_page)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  add_unplaced (sheet, 2, "12", 10);
  add_unplaced (sheet, 5, "7", 10);
  add_unplaced (sheet, 2, "1,304", 40);
  cr_expect_eq (sheet_check (sheet, "unplaced"), 2);

  const Finding *finding = sheet_finding (sheet, "unplaced");
  cr_expect_str_eq (finding->message, "2 numbers of a table in no cell: '12', '1,304'");
  cr_expect_eq (finding->severity, SEVERITY_WARNING);
  cr_expect_eq (finding->page, 2);
  cr_expect_eq (finding->box.x1, 45);
}

Test (recovery, a_number_of_a_known_row_is_told_with_its_place)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet_add_row (sheet, "A", UNIT_COUNT, "5 6");
  add_unplaced (sheet, 2, "12", 10);
  add_unplaced (sheet, 2, "7", 10);
  add_unplaced (sheet, 2, "1,304", 40);
  report_unplaced (sheet->report, 0)->indicator = 0;
  report_unplaced (sheet->report, 2)->indicator = 0;
  cr_expect_eq (sheet_check (sheet, "unplaced"), 3);

  const Finding *finding = sheet_finding (sheet, "unplaced");
  cr_expect_str_eq (finding->printed, "12");
  cr_expect_eq (finding->indicator, 0);
  cr_expect_eq (finding->page, 2);
  cr_expect_eq (finding->box.x1, 15);
  cr_expect_neq (finding->group[0], '\0');
}

Test (recovery, a_page_that_lost_everything_lists_only_the_beginning)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  for (int i = 0; i < 50; i++)
    add_unplaced (sheet, 1, "9", 10);
  sheet_check (sheet, "unplaced");
  cr_expect (g_str_has_suffix (sheet_finding (sheet, "unplaced")->message, "'9' and 10 more"));
}

Test (recovery, figures_without_a_name_are_told_and_others_are_not)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet_add_row (sheet, "A", UNIT_COUNT, "5 6");
  int row = sheet_add_row (sheet, "", UNIT_COUNT, "7 8");
  report_set_text (&report_indicator (sheet->report, (guint) row)->name, "");
  cr_expect_eq (sheet_check (sheet, "nameless"), 1);
  cr_expect (g_str_has_suffix (sheet_finding (sheet, "nameless")->message,
                               "'7' and 1 more of its row stand beside no name and no reference"));
}

Test (recovery, an_unreadable_cell_is_named_by_its_place)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet_add_row (sheet, "A", UNIT_COUNT, "5 ? new -");
  cr_expect_eq (sheet_check (sheet, "unreadable"), 1);
  cr_expect_str_eq (sheet_finding (sheet, "unreadable")->message,
                    "table 1, row 1, column 12: '?' is no value and no known mark");
}

Test (recovery, a_value_of_little_confidence_is_doubtful_and_contradicts_nothing)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  int row = sheet_add_row (sheet, "A", UNIT_COUNT, "5 6");
  sheet_add (sheet, row, MEASURE_CHANGE_PREV, "91")->confidence = 0.4;
  cr_expect_eq (sheet_check (sheet, "doubtful"), 1);
  cr_expect_null (sheet_finding (sheet, "change-prev"));
  cr_expect (g_str_has_suffix (sheet_finding (sheet, "doubtful")->message,
                               "'91' was read as 91 with confidence 0.40"));
}

Test (recovery, doubtful_statistics_neither_contradict_nor_limit)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  int row = sheet_add_row (sheet, "A", UNIT_COUNT, "5 6");
  sheet_add (sheet, row, MEASURE_MAX_12M, "1")->confidence = 0.4;
  sheet_add (sheet, row, MEASURE_MEAN_12M, "99");
  int other = sheet_add_row (sheet, "B", UNIT_COUNT, "5 6");
  sheet_add (sheet, other, MEASURE_MAX_12M, "9")->confidence = 0.4;
  sheet_add (sheet, other, MEASURE_MEAN_12M, "99");
  cr_expect_eq (sheet_check (sheet, "doubtful"), 2);
  cr_expect_eq (sheet->report->findings->len, 2);
}

Test (recovery, a_clean_report_has_no_findings)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet_add_row (sheet, "A", UNIT_COUNT, "5 6");
  sheet_check (sheet, "unplaced");
  cr_expect_eq (sheet->report->findings->len, 0);
}
