/* parse/sheet.h - the places of a table while its cells are being found.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "parse/columns.h"
#include "parse/rows.h"

G_BEGIN_DECLS

/* One place of the grid; a cell is named by its upper left place. */
typedef struct
{
  GPtrArray *words;       /* owned; of const Word */
  guint cell;             /* the place that its cell is named by */
  gboolean is_drawn_left; /* by an upright rule */
  gboolean has_figure;    /* no year */
} Place;

typedef struct
{
  const Region *region;   /* borrowed */
  GArray *columns, *rows; /* owned; of ColumnBorder, RowBorder */
  guint n_rows, n_columns;
  Place *places;     /* owned */
  GHashTable *order; /* owned; const Word -> its number from top to bottom and left to right */
} Sheet;

/* Reads the region's rows, columns and words; each place is a cell, but where a piece runs over
 * several.  Returns: FALSE if there are more than a million places, which are no table. */
gboolean sheet_init (Sheet *sheet, const Region *region);
void sheet_clear (Sheet *sheet);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, sheet_clear)

Place *sheet_place (const Sheet *sheet, guint row, guint column);

/* Returns: the cell that a place belongs to. */
guint sheet_cell (const Sheet *sheet, guint row, guint column);

/* Returns: whether the cell of that place has no words. */
gboolean sheet_is_blank (const Sheet *sheet, guint row, guint column);

/* Returns: how many places of the row from @column on are its cell. */
guint sheet_width (const Sheet *sheet, guint row, guint column);

/* Returns: where the upper side of the row lies. */
double sheet_y (const Sheet *sheet, guint row);

/* Returns: the box around the words of the place's cell, in that row. */
Box sheet_words_box (const Sheet *sheet, guint row, guint column);

/* Makes one cell of the row's places from @first to @last. */
void sheet_join_across (Sheet *sheet, guint row, guint first, guint last);

/* Makes one cell of a row's places from @first to @last, a cell already, and those below. */
void sheet_join_down (Sheet *sheet, guint row, guint first, guint last);

G_END_DECLS
