/* parse/table.c - a table as it stands on one page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/table.h"

static void
table_cell_free (TableCell *cell)
{
  g_ptr_array_unref (cell->words);
  g_free (cell);
}

Table *
table_new (int page, guint n_rows, guint n_columns)
{
  Table *table = g_new0 (Table, 1);
  table->page = page;
  table->n_rows = n_rows;
  table->n_columns = n_columns;
  table->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) table_cell_free);
  return table;
}

void
table_free (Table *table)
{
  if (table == NULL)
    return;

  g_ptr_array_unref (table->cells);
  g_free (table);
}

TableCell *
table_add_cell (Table *table, guint row, guint column, guint n_rows, guint n_columns, Box box)
{
  TableCell *cell = g_new0 (TableCell, 1);
  *cell = (TableCell){ row, column, n_rows, n_columns, box, g_ptr_array_new (), NULL };
  g_ptr_array_add (table->cells, cell);
  table->box = box_union (table->box, box);
  return cell;
}

char *
table_cell_text (const TableCell *cell)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < cell->words->len; i++)
    {
      const Word *word = g_ptr_array_index (cell->words, i);
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", word->text);
    }
  return g_string_free (text, FALSE);
}
