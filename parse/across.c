/* parse/across.c - marks that stand across the columns of several months.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/across.h"

#include <string.h>

#include "parse/segment.h"

/* In units of a letter's width: the widest blank between words, the tallest line of them. */
#define WIDEST_BLANK 1.2
#define TALLEST_LINE 3.5

/* The cells of a row from @first to @end that may be one. */
typedef struct
{
  const GridRow *row;
  guint first, end;
  GString *text; /* owned */
} Piece;

static const Box *
box_of (const Piece *piece, guint column)
{
  return &grid_row_cell (piece->row, column)->box;
}

static double
letter_width (const Piece *piece)
{
  double width = box_of (piece, piece->end - 1)->x1 - box_of (piece, piece->first)->x0;
  return width / (double) g_utf8_strlen (piece->text->str, -1);
}

/* Whether the next cell stands on the line of those that are there, a word's blank behind them. */
static gboolean
goes_on (const Piece *piece)
{
  if (grid_row_cell (piece->row, piece->end) == NULL)
    return FALSE;
  const Box *left = box_of (piece, piece->end - 1), *right = box_of (piece, piece->end);
  double letter = letter_width (piece);
  return right->x0 - left->x1 <= WIDEST_BLANK * letter
         && MAX (left->y1, right->y1) - MIN (left->y0, right->y0) <= TALLEST_LINE * letter;
}

static gboolean
is_mark (const HeadingWords *words, const char *text)
{
  return vocabulary_find (words->vocabulary, WORDS_MARKS, text) != NULL;
}

/* Whether a figure is the year behind a month: `New measure from Apr` `22`. */
static gboolean
ends_month (const HeadingWords *words, const char *text, const char *figure)
{
  const char *blank = strrchr (text, ' ');
  Period period = NO_PERIOD;
  g_autofree char *month = g_strdup_printf ("%s %s", blank != NULL ? blank + 1 : text, figure);
  return month_read (words->months, month, NO_PERIOD, &period) && period.kind == PERIOD_MONTH;
}

/* Whether a cell can be no more than a piece of what stands before it. */
static gboolean
is_rest (const HeadingWords *words, const Piece *piece)
{
  const char *text = grid_row_text (piece->row, piece->end);
  return segment_is_figure (text) ? ends_month (words, piece->text->str, text)
                                  : !is_mark (words, text);
}

void
across_join (const HeadingWords *words, GridRow *row)
{
  for (guint i = 0; i + 1 < grid_row_n_columns (row); i++)
    {
      const char *first = grid_row_text (row, i);
      if (first[0] == '\0' || segment_is_figure (first))
        continue;
      Piece piece = { row, i, i + 1, g_string_new (first) };
      for (; goes_on (&piece) && is_rest (words, &piece); piece.end++)
        g_string_append_printf (piece.text, " %s", grid_row_text (row, piece.end));
      if (piece.end > i + 1 && is_mark (words, piece.text->str))
        grid_row_join (row, i, piece.end);
      g_string_free (piece.text, TRUE);
    }
}
