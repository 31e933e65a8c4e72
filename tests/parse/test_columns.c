/* tests/parse/test_columns.c - where the columns of a region lie.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/columns.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/paper.h"

/* Returns (transfer full): the borders of the region of @n_rows rows and three columns, an x behind
 * those that are drawn. */
static char *
dup_borders (const Page *page, guint n_rows)
{
  g_autoptr (Region) region = paper_region (page, 100, n_rows, 3);
  g_autoptr (GArray) borders = columns_find (region);
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < borders->len; i++)
    {
      const ColumnBorder *border = &g_array_index (borders, ColumnBorder, i);
      g_string_append_printf (text, "%s%.0f%s", i > 0 ? " " : "", border->x,
                              border->is_drawn ? "x" : "");
    }
  return g_string_free (text, FALSE);
}

static void
expect_borders (const Page *page, guint n_rows, const char *expected)
{
  g_autofree char *borders = dup_borders (page, n_rows);
  cr_expect_str_eq (borders, expected);
}

Test (columns, upright_rules_are_borders)
{
  g_autoptr (Page) page = paper_new ();
  paper_rows (page, 100, "Area|2015|2016\nNorth|12|13");
  paper_grid (page, 100, 2, 3);
  expect_borders (page, 2, "45x 145x 245x 345x");
}

Test (columns, gaps_that_lines_share_are_gutters)
{
  g_autoptr (Page) page = paper_new ();
  paper_rows (page, 100, "Area|May|June\nNorth|12|13\nSouth|14|15");
  expect_borders (page, 3, "45 112 208 345"); /* in the middle of each gap */
}

Test (columns, a_heading_over_a_gutter_does_not_fill_it)
{
  g_autoptr (Page) page = paper_new ();
  paper_text (page, 180, 100, "Both of the years", FALSE);
  paper_rows (page, 112, "Area|2015|2016\nNorth|12|13\nSouth|14|15\nEast|16|17");
  expect_borders (page, 5, "45 112 210 345");
}

Test (columns, a_gap_that_most_lines_write_over_is_none)
{
  g_autoptr (Page) page = paper_new ();
  paper_rows (page, 100, "North|12");
  for (guint i = 1; i < 6; i++)
    {
      paper_text (page, 50, 100 + i * PAPER_LINE, "A long name over both", FALSE);
      paper_word (page, 250, 100 + i * PAPER_LINE, "15");
    }
  expect_borders (page, 6, "45 205 345");
}

Test (columns, rules_side_by_side_are_one_border)
{
  g_autoptr (Page) page = paper_new ();
  paper_rows (page, 100, "Area|2015\nNorth|12");
  paper_rule (page, 140, 99, 140.5, 123);
  paper_rule (page, 142, 99, 142.5, 123);
  expect_borders (page, 2, "45 140x 345");
}

Test (columns, a_tick_is_no_border)
{
  g_autoptr (Page) page = paper_new ();
  paper_rows (page, 100, "Area|2015\nNorth|12");
  paper_rule (page, 300, 99, 300.5, 104);
  expect_borders (page, 2, "45 112 345");
}

Test (columns, a_place_is_between_two_borders)
{
  const ColumnBorder own[] = { { 45, TRUE }, { 145, TRUE }, { 245, FALSE } };
  g_autoptr (GArray) borders = g_array_new (FALSE, FALSE, sizeof (ColumnBorder));
  g_array_append_vals (borders, own, G_N_ELEMENTS (own));
  cr_expect (eq (uint, columns_place (borders, 144), 0));
  cr_expect (eq (uint, columns_place (borders, 145), 1));
  cr_expect (eq (uint, columns_place (borders, 0), 0), "before the first");
  cr_expect (eq (uint, columns_place (borders, 900), 1), "behind the last");
  cr_expect (eq (dbl, column_x0 (borders, 1), 145));
  cr_expect (eq (dbl, column_x1 (borders, 1), 245));
}
