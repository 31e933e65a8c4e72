/* tests/check/test_absent.c - where did an image's reader see nothing?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>

#include "tests/check/sheet.h"

/* Six rows of a table, one without its third month. */
static Sheet *
six_rows (void)
{
  Sheet *sheet = sheet_new ();
  for (int i = 0; i < 6; i++)
    sheet_add_row (sheet, "A", UNIT_COUNT, i == 4 ? "12 14 . 13" : "12 14 11 13");
  return sheet;
}

Test (absent, an_empty_place_among_full_ones_of_an_image_is_a_warning)
{
  g_autoptr (Sheet) sheet = six_rows ();
  sheet_read_off_image (sheet);
  cr_assert_eq (sheet_check (sheet, "absent"), 1);
  const Finding *finding = sheet_finding (sheet, "absent");
  cr_expect_eq (finding->indicator, 4);
  cr_expect_eq (finding->measure, MEASURE_ACTUAL);
  cr_expect (period_equal (finding->period, period_month (2016, 10)));
  cr_expect_eq (finding->severity, SEVERITY_WARNING);
}

Test (absent, text_prints_nothing_where_it_prints_nothing)
{
  g_autoptr (Sheet) sheet = six_rows ();
  cr_expect_eq (sheet_check (sheet, "absent"), 0);
}

Test (absent, a_mark_is_not_nothing)
{
  g_autoptr (Sheet) sheet = six_rows ();
  sheet_add_row (sheet, "B", UNIT_COUNT, "12 - new 13");
  sheet_read_off_image (sheet);
  cr_expect_eq (sheet_check (sheet, "absent"), 1);
}

Test (absent, a_column_that_several_rows_leave_empty_tells_nothing)
{
  g_autoptr (Sheet) sheet = six_rows ();
  sheet_add_row (sheet, "B", UNIT_COUNT, "12 14 . 13");
  sheet_read_off_image (sheet);
  cr_expect_eq (sheet_check (sheet, "absent"), 0);
}

Test (absent, a_year_or_a_target_need_not_be_there)
{
  g_autoptr (Sheet) sheet = six_rows ();
  for (int i = 0; i < 5; i++)
    sheet_add (sheet, i, MEASURE_TARGET, "15");
  sheet_read_off_image (sheet);
  cr_expect_eq (sheet_check (sheet, "absent"), 1);
}
