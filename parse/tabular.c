/* parse/tabular.c - whether what has rows and columns is a table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. A table has two columns that two rows fill, and most rows fill two columns.
 * 2. Without rules, its columns behind the first hold figures, or it has three or more of short
 *    texts.  Prose in columns, lists and tables of contents do not.
 */
#include "parse/tabular.h"

#include <math.h>
#include <string.h>

#include "parse/print.h"

#define FILLED_SHARE 0.5 /* of the rows that fill two columns */
#define FIGURE_SHARE 0.5 /* of the cells behind the first column */
#define MAX_WORDS 5.0    /* in a cell on average, where no figures stand */
#define PLACES_SHARE 0.5 /* of the places that are filled */
#define MIN_STEPS 4      /* of an axis */
#define SAME_STEP 0.01   /* of a step, that steps may differ by */
#define MIN_ROWS 3       /* without rules */

typedef struct
{
  guint n_filled;  /* cells with words */
  guint n_figures; /* of them with a figure */
  guint n_words;
} Tally;

static Tally *
tally_columns (const Table *table, guint *row_fills)
{
  Tally *tallies = g_new0 (Tally, table->n_columns);
  for (guint i = 0; i < table->cells->len; i++)
    {
      const TableCell *cell = g_ptr_array_index (table->cells, i);
      if (cell->words->len == 0)
        continue;
      for (guint r = cell->row; r < cell->row + cell->n_rows; r++)
        row_fills[r] += cell->n_columns;
      for (guint c = cell->column; c < cell->column + cell->n_columns; c++)
        {
          tallies[c].n_filled += cell->n_rows;
          tallies[c].n_figures += print_are_figure (cell->words);
          tallies[c].n_words += cell->words->len;
        }
    }
  return tallies;
}

/* Returns: the number that a cell prints, -1 if it is none or no small whole one. */
static gint64
whole_number (const TableCell *cell)
{
  const char *text
      = cell->words->len == 1 ? ((const Word *) g_ptr_array_index (cell->words, 0))->text : "";
  return strlen (text) <= 4 && text[0] != '\0' && strspn (text, "0123456789") == strlen (text)
             ? g_ascii_strtoll (text, NULL, 10)
             : -1;
}

/* Whether two columns list something and the pages that it is on: whole numbers that never fall, in
 * all rows from the first on. */
static gboolean
lists_pages (const Table *table)
{
  gint64 last = 0;
  guint n = 0;
  for (guint i = 0; i < table->cells->len; i++)
    {
      const TableCell *cell = g_ptr_array_index (table->cells, i);
      if (cell->column + 1 < table->n_columns || cell->words->len == 0)
        continue;
      gint64 number = whole_number (cell);
      if (number < last)
        return FALSE;
      last = number;
      n++;
    }
  return table->n_columns <= 3 && n >= MIN_ROWS;
}

/* Whether the figures of a column count in equal steps. */
static gboolean
counts_steps (const Table *table, guint column)
{
  double last = 0, step = 0;
  guint n = 0;
  for (guint i = 0; i < table->cells->len; i++)
    {
      const TableCell *cell = g_ptr_array_index (table->cells, i);
      const char *text
          = cell->column == column && cell->words->len == 1 && print_are_figure (cell->words)
                ? ((const Word *) g_ptr_array_index (cell->words, 0))->text
                : NULL;
      if (text == NULL)
        continue;
      double number = g_ascii_strtod (text, NULL);
      if (n > 1 && fabs (number - last - step) > SAME_STEP * fabs (step))
        return FALSE;
      step = number - last;
      last = number;
      n++;
    }
  return n >= MIN_STEPS && step != 0;
}

/* Whether all figures are those of a chart's axes. */
static gboolean
has_axes (const Table *table, const Tally *tallies)
{
  guint n = 0;
  for (guint i = 0; i < table->n_columns; i++)
    {
      if (tallies[i].n_figures < 2)
        continue;
      if (!counts_steps (table, i))
        return FALSE;
      n++;
    }
  return n > 0;
}

/* Whether all words of the first row are bold, and few below. */
static gboolean
has_bold_heading (const Table *table)
{
  guint n_above = 0, n_bold_above = 0, n_below = 0, n_bold_below = 0;
  for (guint i = 0; i < table->cells->len; i++)
    {
      const TableCell *cell = g_ptr_array_index (table->cells, i);
      for (guint k = 0; k < cell->words->len; k++)
        {
          gboolean is_bold = ((const Word *) g_ptr_array_index (cell->words, k))->is_bold;
          *(cell->row == 0 ? &n_above : &n_below) += 1;
          *(cell->row == 0 ? &n_bold_above : &n_bold_below) += is_bold;
        }
    }
  return n_above > 0 && n_bold_above == n_above && 2 * n_bold_below < n_below;
}

gboolean
tabular_is (const Table *table, gboolean is_drawn)
{
  g_autofree guint *row_fills = g_new0 (guint, table->n_rows);
  g_autofree Tally *tallies = tally_columns (table, row_fills);
  guint n_rows = 0, n_columns = 0, n_filled = 0, n_figures = 0, n_words = 0, n_figure_columns = 0,
        n_places = 0;
  for (guint i = 0; i < table->n_rows; i++)
    {
      n_rows += row_fills[i] >= 2;
      n_places += row_fills[i];
    }
  for (guint i = 0; i < table->n_columns; i++)
    {
      n_columns += tallies[i].n_filled >= 2;
      if (i == 0)
        continue;
      n_filled += tallies[i].n_filled;
      n_figures += tallies[i].n_figures;
      n_words += tallies[i].n_words;
      n_figure_columns += tallies[i].n_figures >= FIGURE_SHARE * tallies[i].n_filled
                          && tallies[i].n_figures >= 2;
    }
  if (n_columns < 2 || n_rows < FILLED_SHARE * table->n_rows)
    return FALSE;
  if (is_drawn)
    return TRUE;
  if (has_axes (table, tallies) || n_places < PLACES_SHARE * table->n_rows * table->n_columns)
    return FALSE;
  if (n_rows < MIN_ROWS && !(n_rows == 2 && n_columns >= 4))
    return FALSE;
  if (n_figures >= FIGURE_SHARE * n_filled)
    return n_figure_columns > 1 || !lists_pages (table);
  return n_columns >= 3 && (n_figure_columns >= 1 || has_bold_heading (table))
         && n_words <= MAX_WORDS * n_filled;
}
