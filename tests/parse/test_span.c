/* tests/parse/test_span.c - which places of a table are one cell.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/span.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/paper.h"

/* Returns (transfer full): the cells of the region: a letter for each place, the same for those of
 * one cell. */
static char *
dup_cells (const Page *page, guint n_rows)
{
  g_autoptr (Region) region = paper_region (page, 100, n_rows, 3);
  g_auto (Sheet) sheet;
  cr_assert (sheet_init (&sheet, region));
  span_places (&sheet);
  GString *text = g_string_new (NULL);
  for (guint r = 0; r < sheet.n_rows; r++)
    {
      g_string_append (text, r > 0 ? " " : "");
      for (guint c = 0; c < sheet.n_columns; c++)
        g_string_append_c (text, (char) ('a' + sheet_cell (&sheet, r, c)));
    }
  return g_string_free (text, FALSE);
}

static void
expect_cells (const Page *page, guint n_rows, const char *expected)
{
  g_autofree char *cells = dup_cells (page, n_rows);
  cr_expect_str_eq (cells, expected);
}

Test (span, drawn_places_are_cells_of_their_own)
{
  g_autoptr (Page) page = paper_new ();
  paper_rows (page, 100, "Area||\nNorth|12|13");
  paper_grid (page, 100, 2, 3);
  expect_cells (page, 2, "abc def");
}

Test (span, a_name_over_a_row_that_no_rule_parts_is_one_cell)
{
  g_autoptr (Page) page = paper_new ();
  paper_rows (page, 100, "Area|one|two\nAll of the North\nEast|12|13");
  paper_grid (page, 100, 1, 3);
  paper_grid (page, 124, 1, 3);
  paper_rule (page, 45, 99, 45.5, 135);
  paper_rule (page, 345, 99, 345.5, 135);
  expect_cells (page, 3, "abc ddd ghi");
}

/* The name beside it goes down past the rule, being under no part of it. */
Test (span, a_heading_is_over_the_columns_of_the_rule_below_it)
{
  g_autoptr (Page) page = paper_new ();
  paper_text (page, 160, 100, "Years", FALSE);
  paper_rows (page, 112, "Area|2015|2016\nA|12|13\nB|14|15\nC|16|17\nD|18|19\nE|20|21");
  paper_rule (page, 112, 111, 345, 111.5);
  expect_cells (page, 7, "abb aef ghi jkl mno pqr stu");
}

Test (span, a_heading_is_over_the_columns_that_it_stands_in_the_middle_of)
{
  g_autoptr (Page) page = paper_new ();
  paper_text (page, 216, 100, "Years", FALSE); /* beside the gutter */
  paper_rows (page, 130, "Area|2015|2016\nNorth|12|13\nSouth|14|15");
  expect_cells (page, 6, "abb def ghi jkl");
}

Test (span, a_heading_over_its_own_column_is_no_other_s)
{
  g_autoptr (Page) page = paper_new ();
  paper_rows (page, 100, "|Last|This\nArea|year|year\nNorth|12|13\nSouth|14|15");
  paper_grid (page, 100, 4, 3);
  expect_cells (page, 4, "abc def ghi jkl");
}

Test (span, a_cell_goes_down_past_a_rule_that_is_drawn_beside_it)
{
  g_autoptr (Page) page = paper_new ();
  paper_rows (page, 100, "Area|one|two\nNorth|12|13\n|14|15");
  paper_grid (page, 100, 1, 3);
  for (guint i = 0; i < 4; i++)
    paper_rule (page, 45 + 100 * i, 111, 45.5 + 100 * i, 135);
  paper_rule (page, 145, 123, 345, 123.5);
  paper_rule (page, 45, 135, 345, 135.5);
  expect_cells (page, 3, "abc def dhi");
}

Test (span, figures_below_each_other_are_two_cells)
{
  g_autoptr (Page) page = paper_new ();
  paper_rows (page, 100, "Area|one|two\nNorth|12|13\nSouth|14|15");
  paper_grid (page, 100, 1, 3);
  for (guint i = 0; i < 4; i++)
    paper_rule (page, 45 + 100 * i, 111, 45.5 + 100 * i, 135);
  paper_rule (page, 45, 123, 145, 123.5);
  paper_rule (page, 245, 123, 345, 123.5);
  paper_rule (page, 45, 135, 345, 135.5);
  expect_cells (page, 3, "abc def ghi");
}
