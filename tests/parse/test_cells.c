/* tests/parse/test_cells.c - the region as a table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/cells.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/paper.h"

/* Returns (transfer full): what the region of so many rows and three columns is as a table. */
static char *
dup_table (const Page *page, guint n_rows)
{
  g_autoptr (Region) region = paper_region (page, 100, n_rows, 3);
  g_autoptr (Table) table = cells_read (region);
  return table == NULL ? g_strdup ("none") : paper_describe (table);
}

static void
expect_table (const Page *page, guint n_rows, const char *expected)
{
  g_autofree char *table = dup_table (page, n_rows);
  cr_expect_str_eq (table, expected);
}

Test (cells, places_with_words_are_cells)
{
  g_autoptr (Page) page = paper_new ();
  paper_rows (page, 100, "Area|2015|2016\nNorth||13");
  paper_grid (page, 100, 2, 3);
  expect_table (page, 2, "Area|2015|2016\nNorth||13\n");
}

Test (cells, rows_and_columns_without_words_are_left_out)
{
  g_autoptr (Page) page = paper_new ();
  paper_rows (page, 100, "Area||2016\n\nNorth||13\nSouth||14");
  paper_grid (page, 100, 4, 3);
  expect_table (page, 4, "Area|2016\nNorth|13\nSouth|14\n");
}

Test (cells, a_cell_may_be_over_several_places)
{
  g_autoptr (Page) page = paper_new ();
  paper_rule (page, 45, 99, 345, 99.5);
  paper_text (page, 215, 100, "Both years", FALSE);
  paper_grid (page, 112, 2, 3);
  paper_rows (page, 112, "Area|2015|2016\nNorth|12|13");
  paper_rule (page, 45, 99, 45.5, 111);
  paper_rule (page, 145, 99, 145.5, 111);
  paper_rule (page, 345, 99, 345.5, 111);
  expect_table (page, 3, "|Both years<1,2>|~\nArea|2015|2016\nNorth|12|13\n");
}

Test (cells, one_row_is_no_table_nor_one_column)
{
  g_autoptr (Page) page = paper_new ();
  paper_rows (page, 100, "Area|2015|2016");
  paper_grid (page, 100, 1, 3);
  expect_table (page, 1, "none");
  g_autoptr (Page) list = paper_new ();
  paper_rows (list, 100, "Area\nNorth\nSouth");
  paper_grid (list, 100, 3, 3);
  expect_table (list, 3, "none");
}

Test (cells, a_region_without_words_in_most_of_its_height_is_none)
{
  g_autoptr (Page) page = paper_new ();
  paper_rows (page, 100, "Area|2015|2016\nNorth|12|13");
  paper_grid (page, 100, 8, 3);
  expect_table (page, 8, "none");
}

Test (cells, a_cell_knows_its_room)
{
  g_autoptr (Page) page = paper_new ();
  paper_rows (page, 100, "Area|2015|2016\nNorth|12|13");
  paper_grid (page, 100, 2, 3);
  g_autoptr (Region) region = paper_region (page, 100, 2, 3);
  g_autoptr (Table) table = cells_read (region);
  const TableCell *cell = g_ptr_array_index (table->cells, 4);
  cr_expect_float_eq (cell->box.x0, 145, 1e-9);
  cr_expect_float_eq (cell->box.x1, 245, 1e-9);
  cr_expect_float_eq (cell->box.y0, 111, 1e-9);
  cr_expect_float_eq (cell->box.y1, 123, 1e-9);
}
