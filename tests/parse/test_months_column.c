/* tests/parse/test_months_column.c - what the headings of a table of months name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/months_column.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/desk.h"

#define MONTHS "Dec-16|1287|80.2%|\nJan-17|1651|79.8%|"

/* Returns (transfer full): the columns in words, as "1.1 'Contacts' count"; behind it what else is
 * of note. */
static char *
dup_columns (const char *headings, const char *rows)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Report) report = desk_report ();
  Reader reader = desk_reader (desk, report);
  report->period = desk_period ("2017-01");
  g_autoptr (Grid) above = desk_grid (headings);
  g_autoptr (Grid) grid = desk_grid (rows);
  g_autoptr (GArray) columns = months_columns_new (&reader, 3, above->rows, grid, "Section");
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < columns->len; i++)
    {
      const MonthsColumn *column = &g_array_index (columns, MonthsColumn, i);
      const Indicator *indicator = report_indicator (report, (guint) column->indicator);
      cr_expect (eq (int, indicator->table, 3));
      cr_expect_str_eq (indicator->section, "Section");
      g_string_append_printf (text, "%s%s '%s' %s%s", i > 0 ? "; " : "", indicator->ref,
                              indicator->name, unit_code (indicator->unit),
                              column->component == COMPONENT_NUMERATOR ? " numerator" : "");
    }
  cr_expect (above->rows->len == 0 || grid_row_cell (grid_row (above, 0), 1)->is_placed);
  return g_string_free (text, FALSE);
}

static void
expect_columns (const char *headings, const char *rows, const char *expected)
{
  g_autofree char *columns = dup_columns (headings, rows);
  cr_expect_str_eq (columns, expected);
}

Test (months_column, each_name_heads_a_column)
{
  expect_columns ("|1.1|1.2\n|No. Contacts|% in one day", MONTHS,
                  "1.1 'No. Contacts' count; 1.2 '% in one day' percent");
}

Test (months_column, a_group_stands_before_its_names)
{
  expect_columns ("|Contacts|Referrals\n|Number|% in one day", MONTHS,
                  " 'Contacts - Number' count;  'Referrals - % in one day' percent");
}

Test (months_column, a_title_over_all_columns_is_no_group)
{
  expect_columns ("|All of it|\n|No. Contacts|% in one day", MONTHS,
                  " 'No. Contacts' count;  '% in one day' percent");
}

Test (months_column, a_percentage_takes_the_count_before_it)
{
  expect_columns ("|1.1|\n|% in one day", MONTHS,
                  "1.1 '% in one day' percent numerator; 1.1 '% in one day' percent");
}

Test (months_column, without_references_a_percentage_takes_it_all_the_same)
{
  expect_columns ("|% in one day", MONTHS,
                  " '% in one day' percent numerator;  '% in one day' percent");
}

Test (months_column, a_count_and_a_share_of_one_reference_are_one_figure)
{
  expect_columns ("|1.1|1.1\n|No. in one day|% in one day", MONTHS,
                  "1.1 'No. in one day' count numerator; 1.1 '% in one day' percent");
}

Test (months_column, counts_whose_name_was_lost_are_one_figure_with_the_share_of_their_reference)
{
  expect_columns ("|1.1|1.1\n|ge in one day|% in one day", MONTHS,
                  "1.1 'ge in one day' count numerator; 1.1 '% in one day' percent");
}

Test (months_column, cells_tell_a_unit_that_no_name_does)
{
  expect_columns ("|1.1|1.2\n|Contacts|Visited in time", MONTHS,
                  "1.1 'Contacts' count; 1.2 'Visited in time' percent");
}

Test (months_column, references_are_most_of_their_row)
{
  g_autoptr (Grid) grid = desk_grid ("|1.1|1.2\n|No. Contacts|1.2|Average\n||");
  cr_expect (months_is_refs (grid_row (grid, 0)));
  cr_expect_not (months_is_refs (grid_row (grid, 1)));
  cr_expect_not (months_is_refs (grid_row (grid, 2)));
}
