/* parse/align.h - puts the cells of a row under the columns that they belong to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ALIGN_NOWHERE (-1)

/* How well cell @cell of the row would stand in column @column: above 0 if well. */
typedef int (*AlignScore) (guint cell, guint column, gpointer data);

/**
 * align_cells:
 * @is_filled: (array length=n_cells): which cells of the row hold something
 * @places: (array length=n_cells): the column that each cell belongs under if all is well
 * @n_cells: how many cells the row has
 * @n_columns: how many columns the table has
 * @score: how well a cell suits a column
 * @data: for @score
 * @columns: (out caller-allocates) (array length=n_cells): the column of each filled cell, or
 *   %ALIGN_NOWHERE
 *
 * A cell stands in its place, unless it and its neighbours suit another column so much better that
 * a cell must have been lost or added before them: cells keep their order, and each step aside has
 * a cost, less where an empty cell leaves room for it.  The best of all ways is found by dynamic
 * programming over (cell, column).
 *
 * Returns: the score of that way
 */
int align_cells (const gboolean *is_filled, const int *places, guint n_cells, guint n_columns,
                 AlignScore score, gpointer data, int *columns);

G_END_DECLS
