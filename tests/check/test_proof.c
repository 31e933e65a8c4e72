/* tests/check/test_proof.c - tests check/proof.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>

#include "check/proof.h"
#include "tests/check/sheet.h"

static void
assert_stands_for (Unit unit, const char *printed, const char *expected)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet_add_row (sheet, "A", unit, printed);
  Check check = { .report = sheet->report };
  g_auto (Interval) interval = proof_interval (&check, report_figure (sheet->report, 0));
  g_autofree char *range = interval_format (&interval, 3);
  cr_expect_str_eq (range, expected);
}

Test (proof, only_a_count_printed_whole_is_exact)
{
  assert_stands_for (UNIT_COUNT, "108", "108");
  assert_stands_for (UNIT_COUNT, "35.75", "35.745 to 35.755");
  assert_stands_for (UNIT_PERCENT, "36", "35.5 to 36.5");
  assert_stands_for (UNIT_AVERAGE_COUNT, "15", "14.5 to 15.5");
  assert_stands_for (UNIT_NONE, "15", "14.5 to 15.5");
}

Test (proof, a_figure_without_a_unit_has_that_of_its_indicator)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet_add_row (sheet, "A", UNIT_COUNT, "5");
  report_figure (sheet->report, 0)->unit = UNIT_NONE;
  Check check = { .report = sheet->report };
  cr_expect_eq (proof_unit (&check, report_figure (sheet->report, 0)), UNIT_COUNT);
}

Test (proof, a_finding_is_where_its_figure_is)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  int row = sheet_add_row (sheet, "A", UNIT_COUNT, "5");
  Figure *figure = report_figure (sheet->report, 0);
  figure->page = 4;
  figure->box = (Box){ 1, 2, 3, 4 };
  Check check = { .report = sheet->report };

  const Finding *finding = proof_add (&check, "a-rule", SEVERITY_NOTE, figure, "it is so");
  cr_expect_eq (finding->indicator, row);
  cr_expect_eq (finding->measure, MEASURE_ACTUAL);
  cr_expect (period_equal (finding->period, SHEET_MONTH));
  cr_expect_eq (finding->page, 4);
  cr_expect_eq (finding->box.y1, 4);
  cr_expect_str_eq (finding->message, "it is so");
}

Test (proof, a_figure_without_its_text_is_printed_as_its_value)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet_add_row (sheet, "A", UNIT_COUNT, "5");
  Figure *figure = report_figure (sheet->report, 0);
  Check check = { .report = sheet->report };
  report_set_text (&figure->raw, "\u2191 5");
  cr_expect_str_eq (proof_add (&check, "a-rule", SEVERITY_NOTE, figure, "")->printed, "\u2191 5");
  report_set_text (&figure->raw, "");
  cr_expect_str_eq (proof_add (&check, "a-rule", SEVERITY_NOTE, figure, "")->printed, "5");
}
