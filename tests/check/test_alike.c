/* tests/check/test_alike.c - are figures of a row told apart by what heads them?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/check/sheet.h"

/* Adds a target for the period to a row. */
static void
add_target (Sheet *sheet, int row, const char *text, Period period)
{
  Figure *figure = sheet_add (sheet, row, MEASURE_TARGET, text);
  figure->period = period;
  figure->column = (int) sheet->report->figures->len;
}

Test (alike, figures_of_a_row_that_are_the_same_thing_are_told_together)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  int row = sheet_add_row (sheet, "A", UNIT_COUNT, "5 6");
  add_target (sheet, row, "7", NO_PERIOD);
  add_target (sheet, row, "8", NO_PERIOD);
  add_target (sheet, row, "9", NO_PERIOD);
  cr_expect_eq (sheet_check (sheet, "alike"), 1);
  cr_expect (
      g_str_has_suffix (sheet_finding (sheet, "alike")->message,
                        "'7', '8', '9' stand below headings that say the same of all of them"));
}

Test (alike, figures_of_two_periods_are_two_things)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  int row = sheet_add_row (sheet, "A", UNIT_COUNT, "5 6");
  add_target (sheet, row, "7", period_financial_year (2016));
  add_target (sheet, row, "8", period_financial_year (2017));
  cr_expect_eq (sheet_check (sheet, "alike"), 0);
}

Test (alike, one_figure_that_is_printed_twice_is_no_harm)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  int row = sheet_add_row (sheet, "A", UNIT_COUNT, "5 6");
  add_target (sheet, row, "7", NO_PERIOD);
  add_target (sheet, row, "7", NO_PERIOD);
  cr_expect_eq (sheet_check (sheet, "alike"), 0);
}

Test (alike, rows_are_told_apart_by_their_indicators)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  add_target (sheet, sheet_add_row (sheet, "A", UNIT_COUNT, "5 6"), "7", NO_PERIOD);
  add_target (sheet, sheet_add_row (sheet, "B", UNIT_COUNT, "5 6"), "8", NO_PERIOD);
  cr_expect_eq (sheet_check (sheet, "alike"), 0);
}

Test (alike, comparisons_are_told_apart_by_their_headings)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  int row = sheet_add_row (sheet, "A", UNIT_COUNT, "5 6");
  const char *const headings[] = { "SE region", "SE bench-marking group" };
  for (int i = 0; i < 2; i++)
    {
      Figure *figure = sheet_add (sheet, row, MEASURE_BENCHMARK, i == 0 ? "7" : "8");
      figure->comparator = COMPARATOR_REGION;
      figure->column = 20 + i;
      report_set_text (&figure->label, headings[i]);
    }
  cr_expect_eq (sheet_check (sheet, "alike"), 0);
}
