/* tests/parse/test_aligned.c - the rows of a table, put under its columns together.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/aligned.h"

#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "parse/align.h"
#include "tests/parse/desk.h"

/* Columns of letters: a cell suits the columns of its own letter; '?' suits each a little. */
#define COLUMNS "rnnnaab"

static int
score_letter (const AlignedRow *row, guint cell, guint column, gpointer data)
{
  const char *columns = data, *text = aligned_row_text (row, cell);
  return text[0] == '?' ? 1 : text[0] == columns[column] ? 2 : -4;
}

typedef struct
{
  Desk *desk;
  Grid *grid;
  GArray *rows;
} Rows;

/* A table of the rows of @text; rows as wide are of one group. */
static Rows *
rows_new (const char *text)
{
  Rows *table = g_new0 (Rows, 1);
  *table = (Rows){ desk_new (), desk_grid (text), aligned_rows_new () };
  for (guint i = 0; i < grid_n_rows (table->grid); i++)
    {
      AlignedRow *row
          = aligned_rows_add (table->rows, table->desk->cells, grid_row (table->grid, i), 0);
      row->group = (int) row->n_cells;
    }
  return table;
}

static void
rows_free (Rows *table)
{
  g_array_unref (table->rows);
  grid_free (table->grid);
  desk_free (table->desk);
  g_free (table);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Rows, rows_free)

static void
settle (Rows *table)
{
  char columns[] = COLUMNS;
  aligned_rows_settle (table->rows, (guint) strlen (columns), score_letter, columns);
}

/* Expects which letter of the row stands in each column, '.' for none. */
static void
assert_row (const Rows *table, guint i, const char *expected)
{
  char letters[] = ".......";
  const AlignedRow *row = aligned_row (table->rows, i);
  for (guint cell = 0; cell < row->n_cells; cell++)
    if (row->columns[cell] != ALIGN_NOWHERE)
      letters[row->columns[cell]] = aligned_row_text (row, cell)[0];
  cr_expect_str_eq (letters, expected, "row %u is %s", i, letters);
}

Test (aligned, rows_that_suit_their_columns_stay)
{
  g_autoptr (Rows) table = rows_new ("r|n|n|n|a|a|b\nr|n||n|a|a|b\nr|n|n|n|a|a|b");
  settle (table);
  assert_row (table, 0, "rnnnaab");
  assert_row (table, 1, "rn.naab");
}

Test (aligned, what_half_of_the_rows_need_is_the_habit_of_all)
{
  g_autoptr (Rows) table
      = rows_new ("r|n|n|a|a|b\nr|n|n|a|a|b\nr|n|n|a|a|b\nr|n|n|?|?|?\nr|n|n|?|?|?");
  settle (table);
  assert_row (table, 0, "rnn.aab");
  assert_row (table, 3, "rnn.???");
  assert_row (table, 4, "rnn.???");
}

Test (aligned, without_others_such_a_row_stays)
{
  g_autoptr (Rows) table = rows_new ("r|n|n|?|?|?\nr|n|n|a|a|b\nr|n|n|a|a|b");
  settle (table);
  assert_row (table, 0, "rnn???.");
}

Test (aligned, rows_of_another_group_have_other_habits)
{
  g_autoptr (Rows) table = rows_new ("r|n|n|a|a|b\nr|n|n|a|a|b\nr|n|n|a|a|b\nr|n|n|?|?|?|?");
  settle (table);
  assert_row (table, 3, "rnn????");
}

Test (aligned, a_row_against_the_habit_stands_as_it_suits)
{
  g_autoptr (Rows) table = rows_new ("r|n|n|a|a|b\nr|n|n|a|a|b\nr|n|n|a|a|b\nr|n|n|n|a|a");
  settle (table);
  assert_row (table, 3, "rnnnaa.");
}

Test (aligned, the_first_cell_that_moved_is_told_with_how_many_and_how_far)
{
  g_autoptr (Rows) table = rows_new ("r|n|n|a|a|b\nr|n|n|n|a|a|b");
  guint n = 0;
  int aside = 0;
  settle (table);
  cr_expect (
      eq (int, aligned_row_first_moved (aligned_row (table->rows, 0), FALSE, &n, &aside), 3));
  cr_expect (eq (uint, n, 3));
  cr_expect (eq (int, aside, -1), "printed one column left of its heading");
  cr_expect_not (aligned_row_is_moved (aligned_row (table->rows, 0), 2, FALSE));
  cr_expect (aligned_row_is_moved (aligned_row (table->rows, 0), 3, FALSE));
  cr_expect (
      eq (int, aligned_row_first_moved (aligned_row (table->rows, 1), FALSE, &n, &aside), -1));
  cr_expect (zero (uint, n));
}

Test (aligned, what_the_habit_moves_is_not_told_of_each_row)
{
  g_autoptr (Rows) table = rows_new ("r|n|n|a|a|b\nr|n|n|a|a|b\nr|n|n|a|a|b");
  guint n = 0;
  int aside = 0;
  settle (table);
  cr_expect (
      eq (int, aligned_row_first_moved (aligned_row (table->rows, 0), TRUE, &n, &aside), -1));
  cr_expect_not (aligned_row_is_moved (aligned_row (table->rows, 0), 3, TRUE));
}

Test (aligned, cells_before_the_first_are_no_part_of_the_row)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Grid) grid = desk_grid ("Jan-17|109|35.8%");
  g_autoptr (GArray) rows = aligned_rows_new ();
  const AlignedRow *row = aligned_rows_add (rows, desk->cells, grid_row (grid, 0), 1);
  cr_expect (eq (uint, row->n_cells, 2));
  cr_expect_str_eq (aligned_row_text (row, 0), "109");
  cr_expect (eq (int, row->readings[1].looks, LOOKS_PERCENT));
  cr_expect (zero (uint, aligned_rows_add (rows, desk->cells, grid_row (grid, 0), 9)->n_cells));
}
