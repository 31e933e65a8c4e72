/* tests/check/test_duplicate.c - tests check/duplicate.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>

#include "tests/check/sheet.h"

static int
add_row (Sheet *sheet, const char *ref, const char *name, const char *months)
{
  int row = sheet_add_row (sheet, ref, UNIT_COUNT, months);
  report_set_text (&report_indicator (sheet->report, (guint) row)->name, name);
  return row;
}

Test (duplicate, a_row_with_other_figures_is_one_finding)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  add_row (sheet, "LAC1", "Children looked after", "100 101 103 -");
  add_row (sheet, "LAC2", "Children who started", "100 101 103 107");
  int again = add_row (sheet, "LAC1", "Children Looked After", "100 111 105 107");
  cr_expect_eq (sheet_check (sheet, "duplicate"), 1);
  const Finding *finding = sheet_finding (sheet, "duplicate");
  cr_expect_eq (finding->indicator, again);
  cr_expect_eq (finding->severity, SEVERITY_CONTRADICTION);
  cr_expect_str_eq (finding->message,
                    "the row of LAC1 stands twice in table 1, and 2 of the 3 figures that both "
                    "print differ: 2016-09 is 101 above, 111 here");
}

Test (duplicate, a_row_that_is_repeated_as_it_was_is_none)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  add_row (sheet, "LAC1", "Children looked after", "100 101 103");
  add_row (sheet, "LAC1", "Children looked after", "100 101 103");
  cr_expect_eq (sheet_check (sheet, "duplicate"), 0);
}

Test (duplicate, rows_that_stand_twice_by_design_are_none)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  for (int area = 0; area < 2; area++)
    for (int i = 0; i < 4; i++)
      {
        const char *refs[] = { "1", "2", "3", "4" };
        add_row (sheet, refs[i], "Children looked after", area == 0 ? "10 11" : "20 21");
      }
  cr_expect_eq (sheet_check (sheet, "duplicate"), 0);
}

Test (duplicate, a_name_may_be_broken_over_lines_in_two_ways)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  add_row (sheet, "LAC1", "Children looked-after", "100 101 103");
  add_row (sheet, "LAC1", "Children looked- after", "100 101 104");
  cr_expect_eq (sheet_check (sheet, "duplicate"), 1);
}

Test (duplicate, rows_of_one_reference_with_other_names_are_not_one)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  add_row (sheet, "5.5", "No. of conferences in time", "10 11 13");
  add_row (sheet, "5.5", "% of conferences in time", "100 91 93");
  cr_expect_eq (sheet_check (sheet, "duplicate"), 0);
}

Test (duplicate, a_total_without_reference_may_stand_under_each_heading)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  add_row (sheet, "", "Total", "100 101 103");
  add_row (sheet, "", "Total", "10 11 13");
  int first = add_row (sheet, "", "Number of assessments", "100 101 103");
  add_row (sheet, "", "Number of assessments", "10 11 13");
  report_set_text (&report_indicator (sheet->report, (guint) first)->section, "North");
  cr_expect_eq (sheet_check (sheet, "duplicate"), 0);
}

Test (duplicate, a_name_that_goes_on_from_the_row_above_may_stand_below_several)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  add_row (sheet, "", "of which aged under 5", "10 11 13");
  add_row (sheet, "", "of which aged under 5", "40 41 43");
  cr_expect_eq (sheet_check (sheet, "duplicate"), 0);
}

Test (duplicate, without_reference_the_section_tells)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  add_row (sheet, "", "Number of assessments", "100 101 103");
  add_row (sheet, "", "Number of assessments", "10 11 13");
  cr_expect_eq (sheet_check (sheet, "duplicate"), 1);
}
