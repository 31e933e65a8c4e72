/* tests/check/test_window.c - tests check/window.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>

#include "check/window.h"
#include "tests/check/sheet.h"

static void
assert_unknown (Unit unit, const char *months, const char *maximum, const char *expected)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  int row = sheet_add_row (sheet, "A", unit, months);
  if (maximum[0] != '\0')
    sheet_add (sheet, row, MEASURE_MAX_12M, maximum);
  g_autoptr (GPtrArray) series = series_of_report (sheet->report);
  Check check = { .report = sheet->report, .knowledge = &sheet->knowledge, .series = series };

  g_autoptr (Window) window = window_new (&check, report_figure (sheet->report, 0), 0);
  cr_assert_not_null (window);
  g_autofree char *range = interval_format (&window->unknown, 2);
  cr_expect_str_eq (range, expected, "%s with maximum '%s': %s", months, maximum, range);
}

Test (window, an_unknown_month_is_at_most_the_printed_maximum)
{
  assert_unknown (UNIT_COUNT, "5 6", "9", "0 to 9");
  assert_unknown (UNIT_PERCENT, "5 6", "9", "0 to 9.5");
}

Test (window, without_a_maximum_only_a_percentage_has_an_upper_limit)
{
  assert_unknown (UNIT_COUNT, "5 6", "", "0 or more");
  assert_unknown (UNIT_PERCENT, "5 6", "", "0 to 100");
}

Test (window, a_maximum_that_a_month_exceeds_is_no_limit)
{
  assert_unknown (UNIT_COUNT, "5 6", "5", "0 or more");
  assert_unknown (UNIT_PERCENT, "5 6", "4", "0 to 100");
}

Test (window, months_below_zero_or_above_a_hundred_per_cent_leave_no_limit)
{
  assert_unknown (UNIT_COUNT, "-5 6", "9", "any number");
  assert_unknown (UNIT_PERCENT, "105 6", "", "any number");
}

Test (window, tells_known_months_from_dashes_and_unknown_ones)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet_add_row (sheet, "A", UNIT_COUNT, "1 2 new - ? . 3");
  g_autoptr (GPtrArray) series = series_of_report (sheet->report);
  Check check = { .report = sheet->report, .knowledge = &sheet->knowledge, .series = series };

  g_autoptr (Window) window = window_new (&check, report_figure (sheet->report, 0), 0);
  g_autofree char *sum = window_describe_sum (window);
  cr_expect_str_eq (sum, "(1 + 2 + 3 + 7 unknown months)");
  cr_expect_eq (window->n_dashes, 1);
}
