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
    n += segment_is_figure (grid_row_text (row, i));
  return n;
}

/* Whether the columns may be others above a row: it is of headings. */
static gboolean
is_of_headings (const GridRow *row)
{
  return grid_row_n_filled (row) >= MIN_PIECES && count_figures (row) < MIN_FIGURES;
}

static void
widen (Span *span, Box box)
{
  gboolean is_new = span->x1 <= span->x0;
  span->x0 = is_new ? box.x0 : MIN (span->x0, box.x0);
  span->x1 = is_new ? box.x1 : MAX (span->x1, box.x1);
}

/* Returns (transfer full) (element-type Span): where the cells of each column stand in the last
 * rows with figures, up to the last headings; of no width where there are none. */
static GArray *
list_columns (const Grid *above)
{
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (Span));
  for (guint i = grid_n_rows (above), n = 0; i-- > 0 && n < MAX_SAMPLE;)
    {
      const GridRow *row = grid_row (above, i);
      if (is_of_headings (row))
        break;
      if (count_figures (row) < MIN_FIGURES)
        continue;
      n++;
      g_array_set_size (columns, MAX (columns->len, grid_row_n_columns (row)));
      for (guint c = 0; c < grid_row_n_columns (row); c++)
        if (grid_row_cell (row, c) != NULL)
          widen (&g_array_index (columns, Span, c), grid_row_cell (row, c)->box);
    }
  return columns;
}

/* Returns: the one column that something stands below; NO_COLUMN if there is none, or several. */
static guint
column_of (const GArray *columns, double x0, double x1)
{
  guint found = NO_COLUMN;
  for (guint c = 0; c < columns->len; c++)
    {
      const Span *span = &g_array_index (columns, Span, c);
      if (x0 >= span->x1 || x1 <= span->x0)
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
      numbers[i] = column_of (columns, segment_x0 (segment_at (pieces, i)),
                              segment_x1 (segment_at (pieces, i)));
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

/* Returns (transfer full) (nullable): the column that each cell of the row stands below, by its
 * own; NULL if one stands below none or several.  A cell alone is the name of a section, in the
 * first. */
static guint *
deal_row (const GArray *columns, const GridRow *row)
{
  g_autofree guint *numbers = g_new0 (guint, MAX (grid_row_n_columns (row), 1));
  guint least = 0;
  for (guint i = 0; i < grid_row_n_columns (row) && grid_row_n_filled (row) > 1; i++)
    {
      const GridCell *cell = grid_row_cell (row, i);
      if (cell == NULL)
        continue;
      numbers[i] = column_of (columns, cell->box.x0, cell->box.x1);
      if (numbers[i] == NO_COLUMN || numbers[i] < least)
        return NULL;
      least = numbers[i] + 1;
    }
  return g_steal_pointer (&numbers);
}

void
overflow_align (const Grid *above, Grid *grid)
{
  g_autoptr (GArray) columns = list_columns (above);
  g_autoptr (GPtrArray) deals = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < grid_n_rows (grid); i++)
    {
      guint *numbers = deal_row (columns, grid_row (grid, i));
      if (numbers == NULL)
        return;
      g_ptr_array_add (deals, numbers);
    }
  if (grid_n_columns (grid) == columns->len)
    return;
  for (guint i = 0; i < deals->len; i++)
    grid_row_deal (grid_row (grid, i), g_ptr_array_index (deals, i));
}

gboolean
overflow_is_headed (const Grid *above, const Grid *grid)
{
  guint n_headings = 0;
  for (guint i = 0; i < grid_n_rows (above); i++)
    {
      if (count_figures (grid_row (above, i)) >= MIN_FIGURES)
        return FALSE;
      n_headings += is_of_headings (grid_row (above, i));
    }
  return n_headings > 0 && grid_n_rows (grid) > 0
         && count_figures (grid_row (grid, 0)) >= MIN_FIGURES
         && grid_n_columns (above) == grid_n_columns (grid);
}
