/* parse/across.c - marks that stand across the columns of several months.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/across.h"

#include <math.h>
#include <string.h>

#include "parse/segment.h"

/* In units of a letter's width: the widest blank between words, the tallest line of them. */
#define WIDEST_BLANK 1.2
#define TALLEST_LINE 3.5

#define NO_COLUMN G_MAXUINT

/* The cells of a row from @first to @end that may be one. */
typedef struct
{
  const GridRow *row;
  guint first, end;
  guint last;    /* the last one on the first one's line */
  guint below;   /* one below that line, in a column of its own; NO_COLUMN if there is none */
  GString *text; /* owned; of those on the line */
  gsize n_bytes; /* of that text, before the one below */
} Piece;

static const Box *
box_of (const Piece *piece, guint column)
{
  return &grid_row_cell (piece->row, column)->box;
}

static double
letter_width (const Piece *piece)
{
  double width = box_of (piece, piece->last)->x1 - box_of (piece, piece->first)->x0;
  return width / (double) g_utf8_strlen (piece->text->str, -1);
}

/* Whether the next cell stands on the line of those that are there, a word's blank behind them. */
static gboolean
goes_on (const Piece *piece)
{
  const Box *left = box_of (piece, piece->last), *right = box_of (piece, piece->end);
  double letter = letter_width (piece);
  return right->x0 - left->x1 <= WIDEST_BLANK * letter
         && MAX (left->y1, right->y1) - MIN (left->y0, right->y0) <= TALLEST_LINE * letter;
}

/* Whether the next cell stands below the line, right of where that begins. */
static gboolean
goes_below (const Piece *piece)
{
  const Box *first = box_of (piece, piece->first), *next = box_of (piece, piece->end);
  double letter = letter_width (piece), off = next->y0 - first->y1;
  return piece->below == NO_COLUMN && next->x0 > first->x0 && fabs (off) <= letter
         && next->y1 - next->y0 <= TALLEST_LINE * letter;
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

/* Whether a text goes on in small letters, or is the month that a mark ends with. */
static gboolean
goes_on_text (const HeadingWords *words, const char *text)
{
  Period period = NO_PERIOD;
  return g_unichar_islower (g_utf8_get_char (text))
         || month_read (words->months, text, period_financial_year (2000), &period);
}

/* Whether a cell can be no more than a piece of what stands before it. */
static gboolean
is_rest (const HeadingWords *words, const Piece *piece, guint column)
{
  const char *text = grid_row_text (piece->row, column);
  return segment_is_figure (text) ? ends_month (words, piece->text->str, text)
                                  : goes_on_text (words, text) && !is_mark (words, text);
}

/* Takes in what goes on from the first cell. */
static void
collect (const HeadingWords *words, Piece *piece)
{
  for (; grid_row_cell (piece->row, piece->end) != NULL; piece->end++)
    if (goes_on (piece) && is_rest (words, piece, piece->end))
      {
        piece->last = piece->end;
        g_string_append_printf (piece->text, " %s", grid_row_text (piece->row, piece->end));
      }
    else if (goes_below (piece))
      {
        piece->below = piece->end;
        piece->n_bytes = piece->text->len;
      }
    else
      return;
}

/* Leaves the cell below out, and what stands behind it. */
static void
stay_on_line (Piece *piece)
{
  if (piece->below == NO_COLUMN)
    return;
  piece->end = piece->below;
  g_string_truncate (piece->text, piece->n_bytes);
  piece->below = NO_COLUMN;
}

/* Whether the cell below ends what stands on the line, and lies below it. */
static gboolean
ends_below (const HeadingWords *words, const Piece *piece)
{
  return piece->below != NO_COLUMN && is_rest (words, piece, piece->below)
         && box_of (piece, piece->below)->x1 <= box_of (piece, piece->last)->x1;
}

/* Puts the cell below behind the others, as it is read. */
static void
move_below (const Piece *piece, GridRow *row)
{
  g_autofree guint *columns = g_new (guint, grid_row_n_columns (row));
  for (guint i = 0; i < grid_row_n_columns (row); i++)
    columns[i] = i > piece->below && i < piece->end ? i - 1 : i;
  columns[piece->below] = piece->end - 1;
  grid_row_deal (row, columns);
}

/* Joins the cells of the mark that begins in @column, if any does. */
static void
join_from (const HeadingWords *words, GridRow *row, guint column)
{
  g_autoptr (GString) text = g_string_new (grid_row_text (row, column));
  Piece piece = { row, column, column + 1, column, NO_COLUMN, text, 0 };
  collect (words, &piece);
  if (ends_below (words, &piece))
    g_string_append_printf (text, " %s", grid_row_text (row, piece.below));
  else
    stay_on_line (&piece);
  if (piece.end == column + 1 || !is_mark (words, text->str))
    return;
  if (piece.below != NO_COLUMN)
    move_below (&piece, row);
  grid_row_join (row, column, piece.end);
}

void
across_join (const HeadingWords *words, GridRow *row)
{
  for (guint i = 0; i + 1 < grid_row_n_columns (row); i++)
    {
      const char *first = grid_row_text (row, i);
      if (first[0] != '\0' && !segment_is_figure (first))
        join_from (words, row, i);
    }
}
