/* parse/cells.c - the cells of a region, from the borders of its rows and columns.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. Rows and columns make places; words stand in them (parse/sheet.h).
 * 2. Some places are one cell (parse/span.h).
 * 3. Rows and columns without words are left out.
 */
#include "parse/cells.h"

#include "parse/span.h"

/* Numbers the rows, or columns, that have words; those without get the number of the next one. */
static guint *
number_filled (const Sheet *sheet, gboolean is_rows, guint *n)
{
  guint n_along = is_rows ? sheet->n_rows : sheet->n_columns,
        n_across = is_rows ? sheet->n_columns : sheet->n_rows;
  guint *numbers = g_new (guint, n_along + 1);
  *n = 0;
  for (guint i = 0; i < n_along; i++)
    {
      gboolean has_words = FALSE;
      for (guint k = 0; k < n_across; k++)
        has_words
            |= (is_rows ? sheet_place (sheet, i, k) : sheet_place (sheet, k, i))->words->len > 0;
      numbers[i] = *n;
      *n += has_words;
    }
  numbers[n_along] = *n;
  return numbers;
}

static int
compare_in_order (gconstpointer a, gconstpointer b, gpointer order)
{
  guint left = GPOINTER_TO_UINT (g_hash_table_lookup (order, *(gconstpointer *) a)),
        right = GPOINTER_TO_UINT (g_hash_table_lookup (order, *(gconstpointer *) b));
  return (left > right) - (left < right);
}

static void
add_cell (const Sheet *sheet, Table *table, guint row, guint column, const guint *row_numbers,
          const guint *column_numbers)
{
  guint n_columns = sheet_width (sheet, row, column), n_rows = 1;
  while (row + n_rows < sheet->n_rows
         && sheet_cell (sheet, row + n_rows, column) == sheet_cell (sheet, row, column))
    n_rows++;
  guint r0 = row_numbers[row], r1 = row_numbers[row + n_rows], c0 = column_numbers[column],
        c1 = column_numbers[column + n_columns];
  if (r1 <= r0 || c1 <= c0)
    return;
  Box box = { column_x0 (sheet->columns, column), sheet_y (sheet, row),
              column_x1 (sheet->columns, column + n_columns - 1), sheet_y (sheet, row + n_rows) };
  TableCell *cell = table_add_cell (table, r0, c0, r1 - r0, c1 - c0, box);
  for (guint i = row; i < row + n_rows; i++)
    for (guint k = column; k < column + n_columns; k++)
      {
        const GPtrArray *words = sheet_place (sheet, i, k)->words;
        for (guint w = 0; w < words->len; w++)
          g_ptr_array_add (cell->words, g_ptr_array_index (words, w));
      }
  if (n_columns > 1)
    g_ptr_array_sort_with_data (cell->words, compare_in_order, sheet->order);
}

/* Whether no words stand in most of the region's height: its rules are those of a chart. */
static gboolean
is_hollow (const Sheet *sheet, const guint *row_numbers)
{
  double blank = 0;
  for (guint r = 0; r < sheet->n_rows; r++)
    if (row_numbers[r] == row_numbers[r + 1])
      blank += sheet_y (sheet, r + 1) - sheet_y (sheet, r);
  return 2 * blank > sheet_y (sheet, sheet->n_rows) - sheet_y (sheet, 0);
}

static Table *
build_table (const Sheet *sheet)
{
  guint n_rows, n_columns;
  g_autofree guint *rows = number_filled (sheet, TRUE, &n_rows);
  g_autofree guint *columns = number_filled (sheet, FALSE, &n_columns);
  if (n_rows < 2 || n_columns < 2 || is_hollow (sheet, rows))
    return NULL;
  Table *table = table_new (sheet->region->page->number, n_rows, n_columns);
  for (guint r = 0; r < sheet->n_rows; r++)
    for (guint c = 0; c < sheet->n_columns; c++)
      if (sheet_cell (sheet, r, c) == r * sheet->n_columns + c)
        add_cell (sheet, table, r, c, rows, columns);
  return table;
}

Table *
cells_read (const Region *region)
{
  g_auto (Sheet) sheet;
  if (!sheet_init (&sheet, region))
    return NULL;
  span_places (&sheet);
  return build_table (&sheet);
}
