/* parse/table.h - a table as it stands on one page: cells with their places and spans.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/page.h"

G_BEGIN_DECLS

typedef struct
{
  guint row, column;       /* of its upper left place, from 0 */
  guint n_rows, n_columns; /* how many places it covers, 1 or more */
  Box box;                 /* its room on the page */
  GPtrArray *words;        /* owned; of const Word, borrowed from the page, in reading order */
  const Fill *fill;        /* (nullable): what it is coloured with, borrowed from the page */
} TableCell;

typedef struct
{
  int page; /* from 1 */
  Box box;
  guint n_rows, n_columns;
  GPtrArray *cells; /* of TableCell, owned, by row and then by column; each place of the table is in
                     * one of them, also where nothing is printed */
} Table;

Table *table_new (int page, guint n_rows, guint n_columns);
void table_free (Table *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Table, table_free)

/* Appends an empty cell, which stays valid as long as the table. */
TableCell *table_add_cell (Table *table, guint row, guint column, guint n_rows, guint n_columns,
                           Box box);

/* Returns (transfer full): what the cell prints, on one line with single blanks. */
char *table_cell_text (const TableCell *cell);

G_END_DECLS
