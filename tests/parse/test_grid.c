/* tests/parse/test_grid.c - the rows and cells of a table as it stands on its pages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/grid.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

static void
add_word (GridRow *row, guint column, const char *text, Box box)
{
  g_autofree char *own = g_strdup (text);
  Word word = { .text = own, .box = box, .confidence = 1 };
  grid_row_add_word (row, column, &word);
}

Test (grid, words_of_one_column_make_a_cell)
{
  g_autoptr (Grid) grid = grid_new ();
  GridRow *row = grid_add_row (grid, 2);
  add_word (row, 1, "Nov", (Box){ 8, 3, 11, 4 });
  add_word (row, 1, "16", (Box){ 12, 3, 14, 4 });
  add_word (row, 3, "109", (Box){ 20, 3, 23, 4 });
  cr_expect_str_eq (grid_row_text (row, 1), "Nov 16");
  cr_expect_str_eq (grid_row_text (row, 3), "109");
  cr_expect (eq (dbl, grid_row_cell (row, 1)->box.x0, 8));
  cr_expect (eq (dbl, grid_row_cell (row, 1)->box.x1, 14));
}

Test (grid, cells_on_a_shelf_are_the_same)
{
  g_autoptr (Shelf) shelf = shelf_new ();
  Grid *made = grid_new ();
  grid_add_row (made, 2);
  grid_add_row (made, 2);
  add_word (grid_row (made, 0), 1, "Nov", (Box){ 8, 3, 11, 4 });
  add_word (grid_row (made, 0), 1, "16", (Box){ 12, 3, 14, 4 });
  Grid *grid = grid_keep (made, shelf, shelf);
  GridRow *row = grid_row (grid, 0);

  cr_expect (eq (uint, grid_n_rows (grid), 2));
  cr_expect (eq (uint, grid_row_n_columns (row), 2));
  cr_expect_null (grid_row_cell (row, 0));
  cr_expect_str_eq (grid_row_text (row, 1), "Nov 16");
  cr_expect (eq (dbl, grid_row_cell (row, 1)->box.x1, 14));
  grid_row_place (row, TRUE);
  cr_expect (grid_row_cell (row, 1)->is_placed);
  cr_expect (zero (uint, grid_row_n_columns (grid_row (grid, 1))));
}

Test (grid, cells_are_dealt_to_other_columns)
{
  g_autoptr (Grid) grid = grid_new ();
  GridRow *row = grid_add_row (grid, 2);
  add_word (row, 0, "M1", (Box){ 0, 3, 3, 4 });
  add_word (row, 2, "109", (Box){ 8, 3, 11, 4 });
  grid_row_deal (row, (const guint[]){ 1, 0, 4 });
  cr_expect (eq (uint, grid_row_n_columns (row), 5));
  cr_expect_str_eq (grid_row_text (row, 0), "");
  cr_expect_str_eq (grid_row_text (row, 1), "M1");
  cr_expect_str_eq (grid_row_text (row, 4), "109");
}

Test (grid, where_nothing_is_printed_there_is_no_cell)
{
  g_autoptr (Grid) grid = grid_new ();
  GridRow *row = grid_add_row (grid, 1);
  add_word (row, 2, "109", (Box){ 0 });
  cr_expect_null (grid_row_cell (row, 0));
  cr_expect_null (grid_row_cell (row, 99));
  cr_expect_str_eq (grid_row_text (row, 0), "");
  cr_expect_str_eq (grid_row_text (row, 99), "");
  cr_expect (eq (uint, grid_row_n_columns (row), 3));
  cr_expect (eq (uint, grid_row_n_filled (row), 1));
}

Test (grid, a_cell_is_as_sure_as_its_least_word)
{
  g_autoptr (Grid) grid = grid_new ();
  GridRow *row = grid_add_row (grid, 1);
  g_autofree char *text = g_strdup ("1,2O4");
  Word sure = { .text = text, .confidence = 1 },
       doubtful = { .text = text, .confidence = 0.6, .origin = ORIGIN_OCR };
  grid_row_add_word (row, 0, &sure);
  grid_row_add_word (row, 0, &doubtful);
  grid_row_add_word (row, 0, &sure);
  cr_expect (eq (dbl, grid_row_cell (row, 0)->confidence, 0.6));
  cr_expect_eq (grid_row_cell (row, 0)->origin, ORIGIN_OCR);
}

Test (grid, cells_are_placed_row_by_row)
{
  g_autoptr (Grid) grid = grid_new ();
  GridRow *first = grid_add_row (grid, 1), *second = grid_add_row (grid, 1);
  add_word (first, 0, "M1", (Box){ 0 });
  add_word (first, 2, "109", (Box){ 0 });
  add_word (second, 0, "M2", (Box){ 0 });
  grid_row_place (first, TRUE);
  cr_expect (grid_row_cell (first, 0)->is_placed);
  cr_expect (grid_row_cell (first, 2)->is_placed);
  cr_expect_not (grid_row_cell (second, 0)->is_placed);
}

Test (grid, a_row_stays_where_it_is_while_others_are_added)
{
  g_autoptr (Grid) grid = grid_new ();
  GridRow *first = grid_add_row (grid, 7);
  for (int i = 0; i < 100; i++)
    grid_add_row (grid, 8);
  cr_expect_eq (grid_row (grid, 0), first);
  cr_expect (eq (int, first->page, 7));
  cr_expect (eq (uint, grid_n_rows (grid), 101));
}

Test (grid, words_beside_figures_do_not_tell_how_surely_these_were_read)
{
  g_autoptr (Grid) grid = grid_new ();
  GridRow *row = grid_add_row (grid, 1);
  Word first = { .text = "187", .confidence = 0.95 }, of = { .text = "0f", .confidence = 0.5 },
       second = { .text = "347", .confidence = 0.9 }, minus = { .text = "-", .confidence = 0.4 };
  const Word *const cells[][4]
      = { { &first, &of, &second }, { &of, &second }, { &minus, &second }, { &first, &minus } };
  static const double expected[] = { 0.9, 0.9, 0.4, 0.4 };
  for (guint c = 0; c < G_N_ELEMENTS (expected); c++)
    {
      for (guint i = 0; i < 4 && cells[c][i] != NULL; i++)
        grid_row_add_word (row, c, cells[c][i]);
      cr_expect (eq (dbl, grid_row_cell (row, c)->confidence, expected[c]), "cell %u", c);
    }
}

Test (grid, cells_beside_each_other_are_joined_in_the_first)
{
  g_autoptr (Grid) grid = grid_new ();
  GridRow *row = grid_add_row (grid, 2);
  add_word (row, 0, "M1", (Box){ 0, 3, 3, 4 });
  add_word (row, 1, "Not", (Box){ 8, 3, 11, 4 });
  add_word (row, 3, "updated", (Box){ 12, 3, 19, 4 });
  grid_row_join (row, 1, 4);
  cr_expect_str_eq (grid_row_text (row, 1), "Not updated");
  cr_expect (eq (dbl, grid_row_cell (row, 1)->box.x1, 19));
  cr_expect_null (grid_row_cell (row, 3));
}
