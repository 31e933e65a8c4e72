/* parse/sheet.c - the places of a table while its cells are being found.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows and columns make places; words stand in the place that the middle of their line is in.
 */
#include "parse/sheet.h"

#include <math.h>

#define SAME_LINE 3.0   /* points: rules this near to a border are on it */
#define DRAWN_SHARE 0.5 /* of a row's height that is drawn if its border is */
#define MAX_PLACES 1000000
#define EDGE 0.3 /* of the type's size: how far a piece may reach into a place by chance */

Place *
sheet_place (const Sheet *sheet, guint row, guint column)
{
  return &sheet->places[row * sheet->n_columns + column];
}

guint
sheet_cell (const Sheet *sheet, guint row, guint column)
{
  return sheet_place (sheet, row, column)->cell;
}

double
sheet_y (const Sheet *sheet, guint row)
{
  return g_array_index (sheet->rows, RowBorder, row).y;
}

gboolean
sheet_is_blank (const Sheet *sheet, guint row, guint column)
{
  guint cell = sheet_cell (sheet, row, column), top = cell / sheet->n_columns,
        left = cell % sheet->n_columns;
  for (guint r = top; r < sheet->n_rows && sheet_cell (sheet, r, left) == cell; r++)
    for (guint c = left; c < sheet->n_columns && sheet_cell (sheet, r, c) == cell; c++)
      if (sheet_place (sheet, r, c)->words->len > 0)
        return FALSE;
  return TRUE;
}

guint
sheet_width (const Sheet *sheet, guint row, guint column)
{
  guint n = 1;
  while (column + n < sheet->n_columns
         && sheet_cell (sheet, row, column + n) == sheet_cell (sheet, row, column))
    n++;
  return n;
}

Box
sheet_words_box (const Sheet *sheet, guint row, guint column)
{
  Box box = { 0, 0, 0, 0 };
  for (guint c = 0; c < sheet->n_columns; c++)
    {
      const GPtrArray *words = sheet_place (sheet, row, c)->words;
      if (sheet_cell (sheet, row, c) != sheet_cell (sheet, row, column))
        continue;
      for (guint i = 0; i < words->len; i++)
        box = box_union (box, ((const Word *) g_ptr_array_index (words, i))->box);
    }
  return box;
}

void
sheet_join_across (Sheet *sheet, guint row, guint first, guint last)
{
  guint name = sheet_cell (sheet, row, first);
  for (guint k = first; k <= last; k++)
    {
      guint old = sheet_cell (sheet, row, k);
      for (guint i = 0; i < sheet->n_columns; i++)
        if (sheet_cell (sheet, row, i) == old)
          sheet_place (sheet, row, i)->cell = name;
    }
}

void
sheet_join_down (Sheet *sheet, guint row, guint first, guint last)
{
  for (guint k = first; k <= last; k++)
    sheet_place (sheet, row + 1, k)->cell = sheet_cell (sheet, row, first);
}

/* ---- words ---- */

static gboolean
is_drawn_left (const Sheet *sheet, guint row, guint column)
{
  double x = column_x0 (sheet->columns, column), y0 = sheet_y (sheet, row),
         y1 = sheet_y (sheet, row + 1), drawn = 0;
  for (guint i = 0; i < sheet->region->uprights->len; i++)
    {
      const Box *rule = &g_array_index (sheet->region->uprights, Box, i);
      if (fabs ((rule->x0 + rule->x1) / 2 - x) <= SAME_LINE)
        drawn += MAX (0, MIN (rule->y1, y1) - MAX (rule->y0, y0));
    }
  return drawn >= DRAWN_SHARE * (y1 - y0);
}

static void
add_piece (Sheet *sheet, const Piece *piece)
{
  const Word *word = g_ptr_array_index (piece->words, 0);
  double middle = (piece->box.x0 + piece->box.x1) / 2, edge = EDGE * word->size;
  guint row = rows_place (sheet->rows, (piece->box.y0 + piece->box.y1) / 2);
  guint first = columns_place (sheet->columns, MIN (piece->box.x0 + edge, middle));
  guint last = columns_place (sheet->columns, MAX (piece->box.x1 - edge, middle));
  sheet_join_across (sheet, row, first, last);
  Place *place = sheet_place (sheet, row, first);
  for (guint i = 0; i < piece->words->len; i++)
    {
      gpointer own = g_ptr_array_index (piece->words, i);
      g_ptr_array_add (place->words, own);
      g_hash_table_insert (sheet->order, own,
                           GUINT_TO_POINTER (g_hash_table_size (sheet->order) + 1));
    }
  place->has_figure |= piece->is_figure && !print_is_year (piece);
}

/* Words that run up or down are no part of a line. */
static void
add_turned (Sheet *sheet, Word *word)
{
  guint row = rows_place (sheet->rows, (word->box.y0 + word->box.y1) / 2);
  guint column = columns_place (sheet->columns, (word->box.x0 + word->box.x1) / 2);
  g_ptr_array_add (sheet_place (sheet, row, column)->words, word);
  g_hash_table_insert (sheet->order, word, GUINT_TO_POINTER (g_hash_table_size (sheet->order) + 1));
}

static void
add_words (Sheet *sheet)
{
  for (guint i = 0; i < sheet->region->lines->len; i++)
    {
      const PrintLine *line = print_line (sheet->region->lines, i);
      for (guint k = 0; k < line->pieces->len; k++)
        add_piece (sheet, print_piece (line, k));
    }
  for (guint i = 0; i < sheet->region->words->len; i++)
    {
      Word *word = g_ptr_array_index (sheet->region->words, i);
      if (word->rotation != 0)
        add_turned (sheet, word);
    }
}

gboolean
sheet_init (Sheet *sheet, const Region *region)
{
  *sheet = (Sheet){ .region = region, .columns = columns_find (region) };
  sheet->rows = rows_find (region, sheet->columns);
  sheet->order = g_hash_table_new (NULL, NULL);
  sheet->n_rows = sheet->rows->len - 1;
  sheet->n_columns = sheet->columns->len - 1;
  if ((guint64) sheet->n_rows * sheet->n_columns > MAX_PLACES)
    {
      sheet->n_rows = sheet->n_columns = 0;
      return FALSE;
    }
  sheet->places = g_new0 (Place, sheet->n_rows * sheet->n_columns);
  for (guint i = 0; i < sheet->n_rows * sheet->n_columns; i++)
    sheet->places[i]
        = (Place){ g_ptr_array_new (), i,
                   is_drawn_left (sheet, i / sheet->n_columns, i % sheet->n_columns), FALSE };
  add_words (sheet);
  return TRUE;
}

void
sheet_clear (Sheet *sheet)
{
  for (guint i = 0; i < sheet->n_rows * sheet->n_columns; i++)
    g_ptr_array_unref (sheet->places[i].words);
  g_free (sheet->places);
  g_array_unref (sheet->columns);
  g_array_unref (sheet->rows);
  g_hash_table_unref (sheet->order);
}
