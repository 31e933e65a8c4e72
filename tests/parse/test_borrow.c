/* tests/parse/test_borrow.c - names that a table lost, taken from elsewhere in the report.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/borrow.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/desk.h"

static void
add_row (Report *report, int table, const char *ref, const char *name, const char *value)
{
  Indicator *indicator = report_add_indicator (report);
  indicator->table = table;
  indicator->page = table;
  report_set_text (&indicator->ref, ref);
  report_set_text (&indicator->name, name);
  Figure *figure = report_add_figure (report);
  figure->indicator = (int) report->indicators->len - 1;
  figure->measure = MEASURE_ACTUAL;
  figure->period = period_month (2016, 11);
  figure->has_value = TRUE;
  figure->value = desk_decimal (value);
}

/* Expects the name of the first row once names are borrowed. */
static void
assert_borrows (Report *report, const char *expected)
{
  g_autoptr (Desk) desk = desk_new ();
  Reader reader = desk_reader (desk, report);
  borrow_names (&reader);
  cr_expect_str_eq (report_indicator (report, 0)->name, expected);
}

Test (borrow, a_row_without_a_name_takes_that_of_the_same_figures)
{
  g_autoptr (Report) report = desk_report ();
  add_row (report, 1, "6.1", "", "482");
  add_row (report, 2, "6.1", "Number of Looked After Children", "482");
  assert_borrows (report, "Number of Looked After Children");
  cr_assert_not_null (desk_finding (report, "borrowed"));
  cr_expect_str_eq (desk_finding (report, "borrowed")->message,
                    "the row prints no name; 'Number of Looked After Children' is that of 6.1 in "
                    "table 2 on page 2, which prints the same figures");
}

Test (borrow, the_same_reference_with_other_figures_is_another_indicator)
{
  g_autoptr (Report) report = desk_report ();
  add_row (report, 1, "6.1", "", "482");
  add_row (report, 2, "6.1", "Number of Looked After Children", "483");
  assert_borrows (report, "");
  cr_expect_null (desk_finding (report, "borrowed"));
}

Test (borrow, the_same_figures_with_another_reference_are_another_indicators)
{
  g_autoptr (Report) report = desk_report ();
  add_row (report, 1, "6.1", "", "482");
  add_row (report, 2, "6.2", "Number of Looked After Children", "482");
  add_row (report, 1, "6.1", "Of the same table", "482");
  assert_borrows (report, "");
}

Test (borrow, a_name_that_is_there_stays)
{
  g_autoptr (Report) report = desk_report ();
  add_row (report, 1, "6.1", "Own name", "482");
  add_row (report, 2, "6.1", "Number of Looked After Children", "482");
  assert_borrows (report, "Own name");
}

static void
assert_completes (const char *name, const char *line, const char *expected)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Report) report = desk_report ();
  Reader reader = desk_reader (desk, report);
  const char *lines[] = { "Summary", line, NULL };
  add_row (report, 1, "6.1", name, "482");
  borrow_endings (&reader, lines);
  cr_expect_str_eq (report_indicator (report, 0)->name, expected);
  cr_expect (eq (int, desk_finding (report, "borrowed") != NULL, !g_str_equal (name, expected)));
}

Test (borrow, a_name_that_breaks_off_is_completed_by_a_line_that_prints_it_whole)
{
  assert_completes ("Number of children at the end of",
                    "Number of children at the end of the month",
                    "Number of children at the end of the month");
  assert_completes ("Number of children at the end of", "Number of visits at the end of the month",
                    "Number of children at the end of");
  assert_completes ("Number of children", "Number of children at the end of the month",
                    "Number of children");
}

Test (borrow, a_sentence_is_no_ending_of_a_name)
{
  assert_completes ("Number of children at the end of",
                    "Number of children at the end of March was 5, and fell.",
                    "Number of children at the end of");
}
