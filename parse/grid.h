/* parse/grid.h - the rows and cells of a table as it stands on its pages, before any meaning.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <stdbool.h>

#include "model/shelf.h"
#include "parse/table.h"

G_BEGIN_DECLS

/* What is printed in one place of a grid.  Its fields stand by their size: a long document has many
 * cells. */
typedef struct
{
  char *text; /* owned, unless its grid is kept; on one line, single blanks; never empty */
  Box box;
  double confidence; /* of its least sure word; where figures stand beside words, of the figures */
  guint n_bytes;     /* of its text */
  Origin origin;
  bool has_figure, is_in_words; /* whether any word is a figure; whether all have letters */
  bool is_bold;
  bool is_colour; /* whether it prints nothing and is red, amber or green, as its text says */
  bool is_placed; /* whether its content has gone into the report */
} GridCell;

typedef struct
{
  int page; /* from 1 */
  guint n_columns;
  GridCell **cells;  /* owned, as is each; NULL where nothing is printed */
  gboolean is_loose; /* whether it is no row, but what one of those near it is known to print */
} GridRow;

typedef struct
{
  GPtrArray *rows; /* of GridRow, owned; NULL once all lies on a shelf, which owns it */
  GridRow **kept;  /* the rows from then on */
  guint n_kept;
  gboolean is_aligned; /* whether neither rules nor separators part its rows */
} Grid;

Grid *grid_new (void);
void grid_free (Grid *grid);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Grid, grid_free)

/* Returns (transfer full): the rows of @table that print anything.  A cell that covers several
 * places stands in the first of them; one that tells a status by its colour alone prints the
 * colour's name. */
Grid *grid_of_table (const Table *table);

/* Appends an empty row of page @page; valid as long as the grid. */
GridRow *grid_add_row (Grid *grid, int page);

guint grid_n_rows (const Grid *grid);

/* Returns: how many columns the longest row has. */
guint grid_n_columns (const Grid *grid);

GridRow *grid_row (const Grid *grid, guint row);

/* Returns (transfer none) (nullable): the cell in that column; NULL if it is empty or beyond. */
GridCell *grid_row_cell (const GridRow *row, guint column);

/* Returns (transfer none): its text, "" if nothing is printed. */
const char *grid_row_text (const GridRow *row, guint column);

/* Returns: how many columns the row has, and how many of them are not empty. */
guint grid_row_n_columns (const GridRow *row);
guint grid_row_n_filled (const GridRow *row);

/* Adds a word to the cell in @column, after a blank if it holds words already. */
void grid_row_add_word (GridRow *row, guint column, const Word *word);

/* Moves the cell of @from in that column, if it has one, to @to, whose place there is empty. */
void grid_row_move_cell (GridRow *from, GridRow *to, guint column);

/* Joins the cells of the columns from @first to @end to one, which stands in the first. */
void grid_row_join (GridRow *row, guint first, guint end);

/* Moves the cell of each column to the one that @columns has at its index; these ascend where there
 * are cells. */
void grid_row_deal (GridRow *row, const guint *columns);

/* Moves @grid (transfer full) to @shelf, its texts to @texts, which both must live as long; no
 * words can be added then.  Returns (transfer none): where it is from then on. */
Grid *grid_keep (Grid *grid, Shelf *shelf, Shelf *texts);

/* Marks all cells of the row as placed, or as not. */
void grid_row_place (GridRow *row, gboolean is_placed);

G_END_DECLS
