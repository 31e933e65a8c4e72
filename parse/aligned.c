/* parse/aligned.c - the rows of a table, put under its columns together.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/aligned.h"

#include "parse/align.h"

#define MAX_ASIDE 8 /* columns that a habit is looked for in */
#define MIN_HABIT 3 /* rows that make one */

static void
aligned_row_clear (AlignedRow *row)
{
  g_free (row->readings);
  g_free (row->is_filled);
  g_free (row->places);
  g_free (row->columns);
}

GArray *
aligned_rows_new (void)
{
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (AlignedRow));
  g_array_set_clear_func (rows, (GDestroyNotify) aligned_row_clear);
  return rows;
}

AlignedRow *
aligned_row (const GArray *rows, guint i)
{
  return &g_array_index (rows, AlignedRow, i);
}

GridCell *
aligned_row_cell (const AlignedRow *row, guint cell)
{
  return grid_row_cell (row->row, row->first + cell);
}

const char *
aligned_row_text (const AlignedRow *row, guint cell)
{
  return grid_row_text (row->row, row->first + cell);
}

AlignedRow *
aligned_rows_add (GArray *rows, const CellReader *cells, GridRow *grid_row, guint first)
{
  guint n_columns = grid_row_n_columns (grid_row);
  AlignedRow row
      = { .row = grid_row, .first = first, .n_cells = n_columns > first ? n_columns - first : 0 };
  row.readings = g_new0 (Reading, row.n_cells);
  row.is_filled = g_new0 (gboolean, row.n_cells);
  row.places = g_new0 (int, row.n_cells);
  row.columns = g_new0 (int, row.n_cells);
  for (guint i = 0; i < row.n_cells; i++)
    {
      const char *text = aligned_row_text (&row, i);
      row.readings[i] = cell_read (cells, text);
      row.is_filled[i] = text[0] != '\0';
      row.places[i] = (int) i;
    }
  g_array_append_val (rows, row);
  return aligned_row (rows, rows->len - 1);
}

/* What align_cells() hands back to score_cell(). */
typedef struct
{
  const AlignedRow *row;
  RowScore score;
  gpointer data;
} Scoring;

static int
score_cell (guint cell, guint column, gpointer data)
{
  const Scoring *scoring = data;
  return scoring->score (scoring->row, cell, column, scoring->data);
}

int
aligned_rows_align (GArray *rows, guint n_columns, RowScore score, gpointer data)
{
  int total = 0;
  for (guint i = 0; i < rows->len; i++)
    {
      AlignedRow *row = aligned_row (rows, i);
      Scoring scoring = { row, score, data };
      total += align_cells (row->is_filled, row->places, row->n_cells, n_columns, score_cell,
                            &scoring, row->columns);
    }
  return total;
}

/* Returns: how far aside at least half of the group's rows put @cell; @otherwise if they do not
 * agree. */
static int
find_habit (const GArray *rows, int group, guint cell, int otherwise)
{
  guint counts[2 * MAX_ASIDE + 1] = { 0 }, n = 0;
  for (guint i = 0; i < rows->len; i++)
    {
      const AlignedRow *row = aligned_row (rows, i);
      if (row->group != group || cell >= row->n_cells || row->columns[cell] == ALIGN_NOWHERE)
        continue;
      int aside = row->columns[cell] - (int) cell + MAX_ASIDE;
      if (aside >= 0 && aside <= 2 * MAX_ASIDE)
        counts[aside]++;
      n++;
    }

  /* to stand in one's place proves less than to be moved: of two halves the moved one counts */
  int best = MAX_ASIDE;
  for (int aside = 0; aside <= 2 * MAX_ASIDE; aside++)
    if (counts[aside] > counts[best] || (best == MAX_ASIDE && counts[aside] == counts[best]))
      best = aside;
  return counts[best] >= MIN_HABIT && counts[best] * 2 >= n ? best - MAX_ASIDE : otherwise;
}

/* Moves the places of all rows of @group to where its habit puts them. */
static void
follow_habit (GArray *rows, int group)
{
  guint n_cells = 0;
  for (guint i = 0; i < rows->len; i++)
    if (aligned_row (rows, i)->group == group)
      n_cells = MAX (n_cells, aligned_row (rows, i)->n_cells);

  int habit = 0;
  for (guint cell = 0; cell < n_cells; cell++)
    {
      habit = find_habit (rows, group, cell, habit);
      for (guint i = 0; i < rows->len; i++)
        {
          AlignedRow *row = aligned_row (rows, i);
          if (row->group == group && cell < row->n_cells)
            row->places[cell] = (int) cell + habit;
        }
    }
}

static gboolean
is_first_of_group (const GArray *rows, guint number)
{
  for (guint i = 0; i < number; i++)
    if (aligned_row (rows, i)->group == aligned_row (rows, number)->group)
      return FALSE;
  return TRUE;
}

void
aligned_rows_settle (GArray *rows, guint n_columns, RowScore score, gpointer data)
{
  aligned_rows_align (rows, n_columns, score, data);
  for (guint i = 0; i < rows->len; i++)
    if (is_first_of_group (rows, i))
      follow_habit (rows, aligned_row (rows, i)->group);
  aligned_rows_align (rows, n_columns, score, data);
}

/* Returns: where the cell was printed, or the table's habit would have it. */
static int
place_of (const AlignedRow *row, guint cell, gboolean by_habit)
{
  return by_habit ? row->places[cell] : (int) cell;
}

gboolean
aligned_row_is_moved (const AlignedRow *row, guint cell, gboolean by_habit)
{
  return row->columns[cell] != ALIGN_NOWHERE
         && row->columns[cell] != place_of (row, cell, by_habit);
}

int
aligned_row_first_moved (const AlignedRow *row, gboolean by_habit, guint *n, int *aside)
{
  int first = -1;
  *n = 0;
  for (guint i = 0; i < row->n_cells; i++)
    {
      if (!aligned_row_is_moved (row, i, by_habit))
        continue;
      if ((*n)++ == 0)
        {
          first = (int) i;
          *aside = place_of (row, i, by_habit) - row->columns[i];
        }
    }
  return first;
}
