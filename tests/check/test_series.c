/* tests/check/test_series.c - tests check/series.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>

#include "check/series.h"
#include "tests/check/sheet.h"

/* Moves the heading of the month printed @back months before the report's to another month. */
static void
misprint (Sheet *sheet, int back, Period month)
{
  Period from = period_add_months (SHEET_MONTH, -back);
  for (guint i = 0; i < sheet->report->figures->len; i++)
    if (period_equal (report_figure (sheet->report, i)->period, from))
      report_figure (sheet->report, i)->period = month;
}

static void
assert_found (const Sheet *sheet, int back, const char *expected)
{
  g_autoptr (GPtrArray) all = series_of_report (sheet->report);
  const Figure *found = series_find_value (all->pdata[0], period_add_months (SHEET_MONTH, -back));
  cr_assert_eq (found != NULL, expected != NULL, "%d months back", back);
  if (found != NULL)
    cr_expect_str_eq (found->raw, expected);
}

Test (series, finds_what_is_printed_for_a_month)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet_add_row (sheet, "A", UNIT_COUNT, "5 new 7");
  assert_found (sheet, 0, "7");
  assert_found (sheet, 1, NULL);
  assert_found (sheet, 2, "5");
  assert_found (sheet, 3, NULL);
}

Test (series, a_heading_misprinted_within_the_run_counts_as_the_month_needed_there)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet_add_row (sheet, "A", UNIT_COUNT, "5 6 7 8");
  misprint (sheet, 1, period_add_months (SHEET_MONTH, -2));
  assert_found (sheet, 1, "7");
  assert_found (sheet, 2, "6");
}

Test (series, the_reports_month_is_known_though_its_heading_is_misprinted)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet_add_row (sheet, "A", UNIT_COUNT, "5 6 7 8");
  misprint (sheet, 0, period_add_months (SHEET_MONTH, -1));
  assert_found (sheet, 0, "8");
  assert_found (sheet, 1, "7");
}

Test (series, a_month_that_is_printed_elsewhere_is_not_needed)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet_add_row (sheet, "A", UNIT_COUNT, "5 6 7 8");
  misprint (sheet, 1, period_add_months (SHEET_MONTH, -30));
  Figure *elsewhere = sheet_add (sheet, 0, MEASURE_ACTUAL, "99");
  elsewhere->period = period_add_months (SHEET_MONTH, -1);
  elsewhere->column = 40;
  assert_found (sheet, 1, "99");
}

Test (series, of_two_runs_that_are_as_long_neither_is_mended)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet_add_row (sheet, "A", UNIT_COUNT, "5 6 7 8");
  misprint (sheet, 2, period_add_months (SHEET_MONTH, -14));
  misprint (sheet, 0, period_add_months (SHEET_MONTH, -12));
  assert_found (sheet, 14, "6");
  assert_found (sheet, 12, "8");
}

Test (series, a_month_of_last_year_before_a_run_is_meant)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet_add_row (sheet, "A", UNIT_COUNT, "5 6 7 8");
  misprint (sheet, 3, period_add_months (SHEET_MONTH, -12));
  assert_found (sheet, 12, "5");
  assert_found (sheet, 3, NULL);
}

Test (series, months_may_run_backwards)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet_add_row (sheet, "A", UNIT_COUNT, "5 6 7 8");
  for (guint i = 0; i < 4; i++)
    report_figure (sheet->report, i)->column = 20 - (int) i;
  misprint (sheet, 2, period_add_months (SHEET_MONTH, -1));
  assert_found (sheet, 2, "6");
}

Test (series, a_month_printed_twice_is_not_known)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet_add_row (sheet, "A", UNIT_COUNT, "5 6");
  misprint (sheet, 1, SHEET_MONTH);
  assert_found (sheet, 0, NULL);
}

Test (series, a_doubtful_reading_is_not_known)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet_add_row (sheet, "A", UNIT_COUNT, "5 6");
  report_figure (sheet->report, 1)->confidence = 0.3;
  assert_found (sheet, 0, NULL);
  assert_found (sheet, 1, "5");
}

static void
assert_until (const Sheet *sheet, int row, Period expected)
{
  g_autoptr (GPtrArray) all = series_of_report (sheet->report);
  cr_expect (period_equal (((Series *) all->pdata[row])->until, expected));
}

Test (series, a_row_is_of_the_reports_month_though_it_prints_none_for_it)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet_add_row (sheet, "A", UNIT_COUNT, "5 6 7");
  int row = sheet_add_row (sheet, "B", UNIT_COUNT, "5 6 .");
  assert_until (sheet, row, SHEET_MONTH);
}

Test (series, a_table_that_lacks_the_reports_month_is_of_the_last_that_it_has)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  int row = sheet_add_row (sheet, "A", UNIT_COUNT, "5 6 7");
  sheet->report->period = period_add_months (SHEET_MONTH, 2);
  assert_until (sheet, row, SHEET_MONTH);
}

Test (series, a_row_of_no_months_is_of_no_month)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  int row = sheet_add_row (sheet, "A", UNIT_COUNT, ".");
  assert_until (sheet, row, NO_PERIOD);
}
