/* parse/aligned.h - the rows of a table, put under its columns together.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "parse/grid.h"
#include "parse/reader.h"

G_BEGIN_DECLS

/* A row while it is put right. */
typedef struct
{
  GridRow *row; /* borrowed */
  guint first;  /* the cell of the row that stands in column 0 if all is well */
  guint n_cells;
  int group;         /* rows of one group have their habits in common */
  Reading *readings; /* owned, as the rest; for each cell behind `first` */
  gboolean *is_filled;
  int *places;  /* where each cell belongs by the table's habit */
  int *columns; /* (out): where it stands, or ALIGN_NOWHERE */
} AlignedRow;

/* Appends a row to @rows (of AlignedRow, see aligned_rows_new()) and reads its cells. */
AlignedRow *aligned_rows_add (GArray *rows, const CellReader *cells, GridRow *row, guint first);

GArray *aligned_rows_new (void);

/* Returns: the @i-th row. */
AlignedRow *aligned_row (const GArray *rows, guint i);

/* Returns: a cell of the row behind `first`, NULL if it is empty; its text, "" if so. */
GridCell *aligned_row_cell (const AlignedRow *row, guint cell);
const char *aligned_row_text (const AlignedRow *row, guint cell);

/* How well a cell of @row would stand in @column, as in parse/align.h. */
typedef int (*RowScore) (const AlignedRow *row, guint cell, guint column, gpointer data);

/* Puts each row under the @n_columns columns by itself.  Returns: the sum of their scores. */
int aligned_rows_align (GArray *rows, guint n_columns, RowScore score, gpointer data);

/* The same, then once more from where most rows of a group put their cells: what half of them need
 * is the table's habit, and the others share it. */
void aligned_rows_settle (GArray *rows, guint n_columns, RowScore score, gpointer data);

/* Returns: whether a cell does not stand where it was printed, or where the table's habit would
 * have it if @by_habit. */
gboolean aligned_row_is_moved (const AlignedRow *row, guint cell, gboolean by_habit);

/* Returns: the first cell of @row that does not stand where it was printed, or where the table's
 * habit would have it if @by_habit, -1 if all do; @n gets how many do not, @aside how many columns
 * right of its column the first one was printed. */
int aligned_row_first_moved (const AlignedRow *row, gboolean by_habit, guint *n, int *aside);

G_END_DECLS
