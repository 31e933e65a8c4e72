/* parse/overflow.c - rows that the end of a page cut off from their table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/overflow.h"

#include "parse/gutter.h"

#define MAX_ABOVE 4   /* lines that may stand above the rows: the page's head */
#define MIN_PIECES 3  /* of a row */
#define MIN_FIGURES 2 /* of a row */
#define MAX_SAMPLE 40 /* rows that show where the columns are */
#define NO_COLUMN G_MAXUINT

static guint
count_figures (const GridRow *row)
{
  guint n = 0;
  for (guint i = 0; i < grid_row_n_columns (row); i++)
    n += grid_row_cell (row, i) != NULL && grid_row_cell (row, i)->has_figure;
  return n;
}

/* Returns (transfer full) (element-type Span): where the cells of each column stand in the last
 * rows with figures; of no width where there are none. */
static GArray *
list_columns (const Grid *above)
{
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (Span));
  for (guint i = grid_n_rows (above), n = 0; i-- > 0 && n < MAX_SAMPLE;)
    {
      const GridRow *row = grid_row (above, i);
      if (count_figures (row) < MIN_FIGURES)
        continue;
      n++;
      g_array_set_size (columns, MAX (columns->len, grid_row_n_columns (row)));
      for (guint c = 0; c < grid_row_n_columns (row); c++)
        {
          const GridCell *cell = grid_row_cell (row, c);
          Span *span = &g_array_index (columns, Span, c);
          if (cell == NULL)
            continue;
          gboolean is_new = span->x1 <= span->x0;
          span->x0 = is_new ? cell->box.x0 : MIN (span->x0, cell->box.x0);
          span->x1 = is_new ? cell->box.x1 : MAX (span->x1, cell->box.x1);
        }
    }
  return columns;
}

/* Returns: the one column that a piece stands below; NO_COLUMN if there is none, or several. */
static guint
column_of (const GArray *columns, const Segment *piece)
{
  guint found = NO_COLUMN;
  for (guint c = 0; c < columns->len; c++)
    {
      const Span *span = &g_array_index (columns, Span, c);
      if (segment_x0 (piece) >= span->x1 || segment_x1 (piece) <= span->x0)
        continue;
      if (found != NO_COLUMN)
        return NO_COLUMN;
      found = c;
    }
  return found;
}

/* Adds the line to @grid if it is a row. */
static gboolean
add_row (Grid *grid, int page, const GArray *columns, const WordLine *line)
{
  g_autoptr (GArray) pieces = segment_list (line);
  g_autofree guint *numbers = g_new (guint, pieces->len);
  guint n_figures = 0;
  for (guint i = 0; i < pieces->len; i++)
    {
      g_autofree char *text = segment_dup_text (segment_at (pieces, i));
      numbers[i] = column_of (columns, segment_at (pieces, i));
      if (numbers[i] == NO_COLUMN || (i > 0 && numbers[i] <= numbers[i - 1]))
        return FALSE;
      n_figures += segment_is_figure (text);
    }
  if (pieces->len < MIN_PIECES || n_figures < MIN_FIGURES)
    return FALSE;
  GridRow *row = grid_add_row (grid, page);
  for (guint i = 0; i < pieces->len; i++)
    for (guint k = 0; k < segment_at (pieces, i)->n_words; k++)
      grid_row_add_word (row, numbers[i], &segment_at (pieces, i)->words[k]);
  return TRUE;
}

Grid *
overflow_find (const Grid *above, int page, const GArray *lines, guint *first, guint *end)
{
  g_autoptr (GArray) columns = list_columns (above);
  g_autoptr (Grid) grid = grid_new ();
  grid->is_aligned = above->is_aligned;
  guint at = *first, last = MIN (*end, *first + MAX_ABOVE + 1);
  while (at < last && !add_row (grid, page, columns, word_line (lines, at)))
    at++;
  if (at == last)
    return NULL;
  *first = at++;
  while (at < *end && add_row (grid, page, columns, word_line (lines, at)))
    at++;
  *end = at;
  return g_steal_pointer (&grid);
}
