/* tests/parse/test_lattice.c - tables whose cells are drawn.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/lattice.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#define WIDTH 40.0
#define HEIGHT 10.0

static void
draw (Page *page, double x0, double y0, double x1, double y1)
{
  Rule rule = { { x0, y0, x1, y1 } };
  g_array_append_val (page->rules, rule);
}

/* Draws a grid whose places are WIDTH by HEIGHT points. */
static void
draw_grid (Page *page, double x, double y, guint n_rows, guint n_columns)
{
  for (guint i = 0; i <= n_rows; i++)
    draw (page, x, y + i * HEIGHT, x + n_columns * WIDTH, y + i * HEIGHT);
  for (guint i = 0; i <= n_columns; i++)
    draw (page, x + i * WIDTH, y, x + i * WIDTH, y + n_rows * HEIGHT);
}

/* Prints a word in the place of a grid that stands at (0, 0). */
static void
print_word (Page *page, guint row, guint column, const char *text)
{
  Box box = { column * WIDTH + 5, row * HEIGHT + 2, column * WIDTH + 15, row * HEIGHT + 8 };
  page_take_word (page, g_strdup (text), box, WORD_NO_LANE);
}

static void
assert_cell (const Table *table, guint number, guint row, guint column, const char *text)
{
  cr_assert (number < table->cells->len);
  const TableCell *cell = g_ptr_array_index (table->cells, number);
  g_autofree char *printed = table_cell_text (cell);
  cr_expect_eq (cell->row, row);
  cr_expect_eq (cell->column, column);
  cr_expect_str_eq (printed, text);
}

Test (lattice, words_stand_in_the_cells_around_them)
{
  g_autoptr (Page) page = page_new (1, 500, 500);
  draw_grid (page, 0, 0, 2, 2);
  print_word (page, 0, 0, "Ref");
  print_word (page, 1, 1, "42");
  g_autoptr (GPtrArray) tables = lattice_find (page);
  cr_assert_eq (tables->len, 1);
  const Table *table = g_ptr_array_index (tables, 0);
  cr_expect_eq (table->cells->len, 4);
  assert_cell (table, 0, 0, 0, "Ref");
  assert_cell (table, 3, 1, 1, "42");
}

Test (lattice, places_without_a_rule_between_are_one_cell)
{
  g_autoptr (Page) page = page_new (1, 500, 500);
  for (guint i = 0; i <= 2; i++)
    draw (page, 0, i * HEIGHT, 2 * WIDTH, i * HEIGHT);
  draw (page, 0, 0, 0, 2 * HEIGHT);
  draw (page, 2 * WIDTH, 0, 2 * WIDTH, 2 * HEIGHT);
  draw (page, WIDTH, HEIGHT, WIDTH, 2 * HEIGHT); /* parts the lower row alone */
  print_word (page, 0, 0, "Both");
  print_word (page, 1, 0, "Left");
  print_word (page, 1, 1, "Right");
  g_autoptr (GPtrArray) tables = lattice_find (page);
  cr_assert_eq (tables->len, 1);
  const Table *table = g_ptr_array_index (tables, 0);
  cr_expect_eq (table->cells->len, 3);
  cr_expect_eq (((const TableCell *) g_ptr_array_index (table->cells, 0))->n_columns, 2);
  assert_cell (table, 0, 0, 0, "Both");
  assert_cell (table, 2, 1, 1, "Right");
}

Test (lattice, parts_below_each_other_with_the_same_columns_are_one_table)
{
  g_autoptr (Page) page = page_new (1, 500, 500);
  draw_grid (page, 0, 0, 2, 3);
  draw_grid (page, 0, 3 * HEIGHT, 2, 3);
  print_word (page, 0, 0, "above");
  print_word (page, 4, 2, "below");
  g_autoptr (GPtrArray) tables = lattice_find (page);
  cr_assert_eq (tables->len, 1);
  cr_expect_eq (((const Table *) g_ptr_array_index (tables, 0))->n_rows, 5);
}

Test (lattice, grids_side_by_side_are_two_tables)
{
  g_autoptr (Page) page = page_new (1, 500, 500);
  draw_grid (page, 0, 0, 2, 2);
  draw_grid (page, 3 * WIDTH, 0, 2, 2);
  for (guint i = 0; i < 2; i++)
    {
      print_word (page, i, i, "left");
      print_word (page, i, 3 + i, "right");
    }
  g_autoptr (GPtrArray) tables = lattice_find (page);
  cr_expect_eq (tables->len, 2);
}

Test (lattice, a_frame_around_a_picture_is_no_table)
{
  g_autoptr (Page) page = page_new (1, 500, 500);
  draw_grid (page, 0, 0, 1, 1);
  for (guint i = 1; i < 5; i++)
    draw (page, 5, i * 2.0, 35, i * 2.0);
  print_word (page, 0, 0, "40%");
  g_autoptr (GPtrArray) tables = lattice_find (page);
  cr_expect_eq (tables->len, 0);
}

Test (lattice, a_table_may_be_open_at_its_sides)
{
  g_autoptr (Page) page = page_new (1, 500, 500);
  for (guint i = 0; i <= 2; i++)
    draw (page, 0, i * HEIGHT, 3 * WIDTH, i * HEIGHT);
  draw (page, WIDTH, 0, WIDTH, 2 * HEIGHT);
  draw (page, 2 * WIDTH, 0, 2 * WIDTH, 2 * HEIGHT);
  print_word (page, 0, 0, "first");
  print_word (page, 1, 2, "last");
  g_autoptr (GPtrArray) tables = lattice_find (page);
  cr_assert_eq (tables->len, 1);
  cr_expect_eq (((const Table *) g_ptr_array_index (tables, 0))->n_columns, 3);
}
