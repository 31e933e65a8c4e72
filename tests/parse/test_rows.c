/* tests/parse/test_rows.c - where the rows of a region lie.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/rows.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/paper.h"

/* Returns (transfer full): the borders of the region's rows, for each drawn one an x for each
 * column that it is drawn for. */
static char *
dup_borders (const Page *page, guint n_rows)
{
  g_autoptr (Region) region = paper_region (page, 100, n_rows, 3);
  g_autoptr (GArray) columns = columns_find (region);
  g_autoptr (GArray) borders = rows_find (region, columns);
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < borders->len; i++)
    {
      const RowBorder *border = &g_array_index (borders, RowBorder, i);
      g_string_append_printf (text, "%s%.0f%s", i > 0 ? " " : "", border->y,
                              border->is_partial ? "p" : "");
      for (guint k = 0; k + 1 < columns->len; k++)
        g_string_append (text, border->is_drawn[k] ? "x" : "");
    }
  return g_string_free (text, FALSE);
}

static void
expect_borders (const Page *page, guint n_rows, const char *expected)
{
  g_autofree char *borders = dup_borders (page, n_rows);
  cr_expect_str_eq (borders, expected);
}

Test (rows, flat_rules_are_borders)
{
  g_autoptr (Page) page = paper_new ();
  paper_rows (page, 100, "Area|2015|2016\nNorth|12|13");
  paper_grid (page, 100, 2, 3);
  expect_borders (page, 2, "99xxx 111xxx 123xxx");
}

Test (rows, lines_with_figures_below_each_other_are_rows)
{
  g_autoptr (Page) page = paper_new ();
  paper_rows (page, 100, "Area|May|June\nNorth|12|13\nSouth|14|15");
  expect_borders (page, 3, "99 111 123 135");
}

Test (rows, a_rule_may_run_under_some_columns)
{
  g_autoptr (Page) page = paper_new ();
  paper_rows (page, 100, "Area|May|June\nNorth|12|13\nSouth|14|15");
  paper_grid (page, 100, 1, 3);
  paper_rule (page, 145, 123, 345, 123.5);
  paper_rule (page, 145, 99, 145.5, 135);
  expect_borders (page, 3, "99xxx 111xxx 123pxx 135");
}

/* It frames a mark, as a box to tick. */
Test (rows, a_rule_that_parts_no_words_is_none)
{
  g_autoptr (Page) page = paper_new ();
  paper_rows (page, 100, "A|12\nB|14|15\nC|16|17\nD|18|19\nE|20|21");
  paper_rule (page, 145, 99, 145.5, 159);
  paper_rule (page, 245, 111, 345, 111.5);
  expect_borders (page, 5, "99 111 123 135 147 159");
}

Test (rows, bands_of_colour_have_borders)
{
  g_autoptr (Page) page = paper_new ();
  paper_rows (page, 100, "Area|one|two\nNorth|its|own\nSouth|not|all");
  paper_fill (page, 112, 1, 0xEEEEEE);
  expect_borders (page, 3, "99 111xxx 123xxx 135");
}

Test (rows, a_place_is_between_two_borders)
{
  const RowBorder own[] = { { .y = 99 }, { .y = 111 }, { .y = 123 } };
  g_autoptr (GArray) borders = g_array_new (FALSE, FALSE, sizeof (RowBorder));
  g_array_append_vals (borders, own, G_N_ELEMENTS (own));
  cr_expect (eq (uint, rows_place (borders, 110), 0));
  cr_expect (eq (uint, rows_place (borders, 111), 1));
  cr_expect (eq (uint, rows_place (borders, 0), 0));
  cr_expect (eq (uint, rows_place (borders, 900), 1));
}
