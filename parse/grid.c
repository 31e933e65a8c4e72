/* parse/grid.c - the rows and cells of a table as it stands on its pages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/grid.h"

#include <string.h>

#include "parse/colour.h"

static void
grid_cell_free (GridCell *cell)
{
  if (cell == NULL)
    return;

  g_free (cell->text);
  g_free (cell);
}

static void
grid_row_free (GridRow *row)
{
  for (guint i = 0; i < row->n_columns; i++)
    grid_cell_free (row->cells[i]);
  g_free (row->cells);
  g_free (row);
}

Grid *
grid_new (void)
{
  Grid *grid = g_new0 (Grid, 1);
  grid->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) grid_row_free);
  return grid;
}

void
grid_free (Grid *grid)
{
  if (grid == NULL || grid->rows == NULL)
    return;

  g_ptr_array_unref (grid->rows);
  g_free (grid);
}

GridRow *
grid_add_row (Grid *grid, int page)
{
  GridRow *row = g_new0 (GridRow, 1);
  row->page = page;
  g_ptr_array_add (grid->rows, row);
  return row;
}

/* Puts the name of a blank cell's colour into it, if it is one of those that tell a status. */
static void
add_colour (GridRow *row, const TableCell *cell)
{
  const char *name = cell->fill != NULL ? colour_status (cell->fill->rgb) : NULL;
  if (name == NULL)
    return;
  Word word = { .text = (char *) name, .box = cell->box, .confidence = 1 };
  grid_row_add_word (row, cell->column, &word);
  grid_row_cell (row, cell->column)->is_colour = TRUE;
}

static gboolean
row_prints (const Table *table, guint from)
{
  guint row = ((const TableCell *) g_ptr_array_index (table->cells, from))->row;
  for (guint i = from; i < table->cells->len; i++)
    {
      const TableCell *cell = g_ptr_array_index (table->cells, i);
      if (cell->row != row)
        return FALSE;
      if (cell->words->len > 0)
        return TRUE;
    }
  return FALSE;
}

Grid *
grid_of_table (const Table *table)
{
  Grid *grid = grid_new ();
  GridRow *row = NULL;
  for (guint i = 0; i < table->cells->len; i++)
    {
      const TableCell *cell = g_ptr_array_index (table->cells, i);
      const TableCell *before = i > 0 ? g_ptr_array_index (table->cells, i - 1) : NULL;
      if (before == NULL || before->row != cell->row)
        row = row_prints (table, i) ? grid_add_row (grid, table->page) : NULL;
      for (guint k = 0; row != NULL && k < cell->words->len; k++)
        grid_row_add_word (row, cell->column, g_ptr_array_index (cell->words, k));
      if (row != NULL && cell->words->len == 0)
        add_colour (row, cell);
    }
  return grid;
}

guint
grid_n_rows (const Grid *grid)
{
  return grid->rows != NULL ? grid->rows->len : grid->n_kept;
}

guint
grid_n_columns (const Grid *grid)
{
  guint n = 0;
  for (guint i = 0; i < grid_n_rows (grid); i++)
    n = MAX (n, grid_row_n_columns (grid_row (grid, i)));
  return n;
}

GridRow *
grid_row (const Grid *grid, guint row)
{
  g_assert (row < grid_n_rows (grid));
  return grid->rows != NULL ? g_ptr_array_index (grid->rows, row) : grid->kept[row];
}

GridCell *
grid_row_cell (const GridRow *row, guint column)
{
  return column < row->n_columns ? row->cells[column] : NULL;
}

const char *
grid_row_text (const GridRow *row, guint column)
{
  const GridCell *cell = grid_row_cell (row, column);
  return cell == NULL ? "" : cell->text;
}

guint
grid_row_n_columns (const GridRow *row)
{
  return row->n_columns;
}

guint
grid_row_n_filled (const GridRow *row)
{
  guint n = 0;
  for (guint i = 0; i < row->n_columns; i++)
    n += grid_row_cell (row, i) != NULL;
  return n;
}

/* A document has so many cells that room for more text would fill the memory. */
static void
add_text (GridCell *cell, const char *text)
{
  gsize length = strlen (text);
  cell->text = g_realloc (cell->text, cell->n_bytes + length + 2);
  cell->text[cell->n_bytes] = ' ';
  memcpy (cell->text + cell->n_bytes + 1, text, length + 1);
  cell->n_bytes += (guint) length + 1;
}

/* Whether the word is made of a figure's characters, one digit at least. */
static gboolean
is_figure (const char *text)
{
  gboolean has_digit = FALSE;
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      if (g_unichar_isalpha (g_utf8_get_char (text)))
        return FALSE;
      has_digit |= g_ascii_isdigit (*text);
    }
  return has_digit;
}

static gboolean
is_of_letters (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalpha (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

/* The "of" between two figures tells nothing of how surely they were read. */
static void
add_surety (GridCell *cell, const Word *word)
{
  if (cell->has_figure && is_of_letters (word->text))
    return;
  gboolean is_first_figure = !cell->has_figure && is_figure (word->text);
  cell->confidence = is_first_figure && cell->is_in_words
                         ? word->confidence
                         : MIN (cell->confidence, word->confidence);
  cell->has_figure |= is_first_figure;
  cell->is_in_words &= is_of_letters (word->text);
}

/* Returns: for how many cells a row has room that has @n. */
static gsize
room_of (guint n)
{
  return n == 0 ? 0 : (gsize) 1 << g_bit_storage (n - 1);
}

/* Returns: the place of the cell in that column, which may be beyond those there are. */
static GridCell **
make_place (GridRow *row, guint column)
{
  g_assert (column < G_MAXUINT);
  if (column >= row->n_columns)
    {
      if (column >= room_of (row->n_columns))
        row->cells = g_renew (GridCell *, row->cells, room_of (column + 1));
      for (; row->n_columns <= column; row->n_columns++)
        row->cells[row->n_columns] = NULL;
    }
  return &row->cells[column];
}

void
grid_row_add_word (GridRow *row, guint column, const Word *word)
{
  GridCell **place = make_place (row, column), *cell = *place;
  if (cell == NULL)
    {
      cell = g_new0 (GridCell, 1);
      cell->text = g_strdup (word->text);
      cell->n_bytes = (guint) strlen (word->text);
      cell->confidence = word->confidence;
      cell->is_in_words = is_of_letters (word->text);
      cell->has_figure = is_figure (word->text);
      cell->origin = word->origin;
      cell->is_bold = word->is_bold;
      cell->box = word->box;
      *place = cell;
      return;
    }

  add_text (cell, word->text);
  add_surety (cell, word);
  cell->origin = word->origin == ORIGIN_OCR ? ORIGIN_OCR : cell->origin;
  cell->box = box_union (cell->box, word->box);
}

void
grid_row_move_cell (GridRow *from, GridRow *to, guint column)
{
  if (grid_row_cell (from, column) == NULL)
    return;
  *make_place (to, column) = from->cells[column];
  from->cells[column] = NULL;
}

void
grid_row_join (GridRow *row, guint first, guint end)
{
  for (guint i = first + 1; i < end; i++)
    {
      GridCell *cell = row->cells[i];
      if (cell == NULL)
        continue;
      const Word word = { .text = cell->text,
                          .box = cell->box,
                          .confidence = cell->confidence,
                          .origin = cell->origin,
                          .is_bold = cell->is_bold };
      grid_row_add_word (row, first, &word);
      grid_cell_free (cell);
      row->cells[i] = NULL;
    }
}

void
grid_row_deal (GridRow *row, const guint *columns)
{
  GridRow dealt = { .page = row->page };
  for (guint i = 0; i < row->n_columns; i++)
    if (row->cells[i] != NULL)
      *make_place (&dealt, columns[i]) = row->cells[i];
  g_free (row->cells);
  row->cells = dealt.cells;
  row->n_columns = dealt.n_columns;
}

/* Returns (transfer none): where @row, which is taken over, is from then on. */
static GridRow *
keep_row (GridRow *row, Shelf *shelf, Shelf *texts)
{
  g_autofree GridRow *owned = row;
  for (guint i = 0; i < row->n_columns; i++)
    {
      g_autofree GridCell *cell = row->cells[i];
      if (cell == NULL)
        continue;
      g_autofree char *text = cell->text;
      cell->text = shelf_add_text (texts, text, cell->n_bytes);
      row->cells[i] = shelf_add (shelf, cell, sizeof *cell);
    }
  g_autofree GridCell **cells = row->cells;
  row->cells = shelf_add (shelf, cells, row->n_columns * sizeof (gpointer));
  return shelf_add (shelf, row, sizeof *row);
}

Grid *
grid_keep (Grid *grid, Shelf *shelf, Shelf *texts)
{
  g_autofree Grid *owned = grid;
  gsize n_rows = 0;
  g_autofree gpointer *rows = g_ptr_array_steal (grid->rows, &n_rows);
  for (gsize i = 0; i < n_rows; i++)
    rows[i] = keep_row (rows[i], shelf, texts);
  g_clear_pointer (&grid->rows, g_ptr_array_unref);
  grid->kept = shelf_add (shelf, rows, n_rows * sizeof (gpointer));
  grid->n_kept = (guint) n_rows;
  return shelf_add (shelf, grid, sizeof *grid);
}

void
grid_row_place (GridRow *row, gboolean is_placed)
{
  for (guint i = 0; i < row->n_columns; i++)
    {
      GridCell *cell = grid_row_cell (row, i);
      if (cell != NULL)
        cell->is_placed = is_placed;
    }
}
