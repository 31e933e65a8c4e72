/* tests/parse/test_table.c - a table as it stands on one page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/table.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/paper.h"

Test (table, a_new_table_has_its_places_and_no_cells)
{
  g_autoptr (Table) table = table_new (3, 2, 4);
  cr_expect (eq (int, table->page, 3));
  cr_expect (eq (uint, table->n_rows, 2));
  cr_expect (eq (uint, table->n_columns, 4));
  cr_expect (eq (uint, table->cells->len, 0));
}

Test (table, it_is_as_large_as_its_cells)
{
  g_autoptr (Table) table = table_new (1, 1, 2);
  table_add_cell (table, 0, 0, 1, 1, (Box){ 10, 20, 50, 30 });
  const TableCell *cell = table_add_cell (table, 0, 1, 1, 1, (Box){ 50, 20, 90, 35 });
  cr_expect (eq (dbl, table->box.x0, 10));
  cr_expect (eq (dbl, table->box.x1, 90));
  cr_expect (eq (dbl, table->box.y1, 35));
  cr_expect (eq (uint, cell->column, 1));
  cr_expect_null (cell->fill);
}

Test (table, a_cell_prints_its_words_on_one_line)
{
  g_autoptr (Page) page = paper_new ();
  g_autoptr (Table) table = table_new (1, 1, 1);
  TableCell *cell = table_add_cell (table, 0, 0, 1, 1, (Box){ 0, 0, 1, 1 });
  g_autofree char *nothing = table_cell_text (cell);
  cr_expect_str_eq (nothing, "");
  paper_text (page, 50, 100, "Long gun", FALSE);
  for (guint i = 0; i < page->words->len; i++)
    g_ptr_array_add (cell->words, &g_array_index (page->words, Word, i));
  g_autofree char *text = table_cell_text (cell);
  cr_expect_str_eq (text, "Long gun");
}
