/* parse/stream.c - the columns of text that a page is set in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. Lines of prose on both sides of a gutter that no word of many lines crosses are two streams,
 *    from the first of these lines to the last.
 * 2. What is above and below, and each of the two, is split again.
 */
#include "parse/stream.h"

#include <math.h>

#include "parse/print.h"

#define PROSE_WORDS 4   /* of a piece */
#define MIN_PROSE 8     /* lines on each side */
#define PROSE_SHARE 0.5 /* of what the lines have beside the gutter */
#define STEP 2.0        /* points between gutters that are tried */
#define TIGHT 0.8       /* of a line's height that is blank at most between lines of one text */
#define MAX_DEPTH 6

typedef struct
{
  double x;
  guint first, end; /* lines beside it */
  guint n_prose;
} Gutter;

static gboolean
is_prose (const Piece *piece)
{
  guint n_figures = 0;
  for (guint i = 0; i < piece->words->len; i++)
    n_figures += print_is_figure (((const Word *) g_ptr_array_index (piece->words, i))->text);
  return piece->words->len >= PROSE_WORDS && 3 * n_figures < piece->words->len;
}

/* What a line has on one side of a gutter. */
typedef struct
{
  gboolean is_filled, has_prose;
} Side;

/* Looks what a line has on both sides of @x; FALSE if a piece crosses it. */
static gboolean
look_beside (const PrintLine *line, double x, Side *left, Side *right)
{
  for (guint i = 0; i < line->pieces->len; i++)
    {
      const Piece *piece = print_piece (line, i);
      Side *side = piece->box.x1 <= x ? left : right;
      if (piece->box.x0 < x && piece->box.x1 > x)
        return FALSE;
      side->is_filled = TRUE;
      side->has_prose |= is_prose (piece);
    }
  return TRUE;
}

/* Keeps the longest stretch of lines that have prose on both sides of @x in @best: on the same
 * lines, or on some left and on others right, where the columns of text are not level. */
static void
try_gutter (const GPtrArray *lines, double x, Gutter *best)
{
  Gutter own = { x, 0, 0, 0 };
  guint n_left = 0, n_right = 0, n_filled = 0, n_since = 0; /* since the last with prose */
  for (guint i = 0; i <= lines->len; i++)
    {
      Side left = { FALSE, FALSE }, right = { FALSE, FALSE };
      if (i < lines->len && look_beside (print_line (lines, i), x, &left, &right))
        {
          n_since += left.is_filled + right.is_filled;
          if (!left.has_prose && !right.has_prose)
            continue;
          if (n_left + n_right == 0)
            {
              own.first = i;
              n_since = left.is_filled + right.is_filled;
            }
          n_left += left.has_prose;
          n_right += right.has_prose;
          n_filled += n_since;
          n_since = 0;
          own.end = i + 1;
          continue;
        }
      own.n_prose = MIN (n_left, n_right);
      if (own.n_prose > best->n_prose && n_left + n_right >= PROSE_SHARE * n_filled)
        *best = own;
      n_left = n_right = n_filled = n_since = 0;
    }
}

/* Whether nothing on a line crosses the gutter, and little is blank between it and its neighbour.
 */
static gboolean
goes_on (const GPtrArray *lines, double x, guint i, guint neighbour)
{
  Side left = { FALSE, FALSE }, right = { FALSE, FALSE };
  const Box *a = &print_line (lines, MIN (i, neighbour))->box,
            *b = &print_line (lines, MAX (i, neighbour))->box;
  return b->y0 - a->y1 <= TIGHT * (b->y1 - b->y0)
         && look_beside (print_line (lines, i), x, &left, &right);
}

/* Lets the gutter go on beside the lines above and below that stand as lines of one text do: the
 * last rows of a table in one of its columns. */
static void
extend (const GPtrArray *lines, Gutter *gutter)
{
  while (gutter->first > 0 && goes_on (lines, gutter->x, gutter->first - 1, gutter->first))
    gutter->first--;
  while (gutter->end > 0 && gutter->end < lines->len
         && goes_on (lines, gutter->x, gutter->end, gutter->end - 1))
    gutter->end++;
}

static Gutter
find_gutter (const GPtrArray *lines)
{
  Gutter best = { 0, 0, 0, MIN_PROSE - 1 };
  double x0 = G_MAXDOUBLE, x1 = 0;
  for (guint i = 0; i < lines->len; i++)
    {
      x0 = MIN (x0, print_line (lines, i)->box.x0);
      x1 = MAX (x1, print_line (lines, i)->box.x1);
    }
  for (guint i = 1; x0 + i * STEP < x1; i++)
    try_gutter (lines, x0 + i * STEP, &best);
  if (best.n_prose >= MIN_PROSE)
    extend (lines, &best);
  return best;
}

/* Adds the words of the lines that lie between @x0 and @x1. */
static GPtrArray *
words_between (const GPtrArray *lines, guint first, guint end, double x0, double x1)
{
  GPtrArray *words = g_ptr_array_new ();
  for (guint i = first; i < end; i++)
    for (guint k = 0; k < print_line (lines, i)->pieces->len; k++)
      {
        const Piece *piece = print_piece (print_line (lines, i), k);
        if (piece->box.x0 >= x0 && piece->box.x1 <= x1)
          g_ptr_array_extend (words, piece->words, NULL, NULL);
      }
  return words;
}

static void
split (GPtrArray *words, const GArray *uprights, guint depth, GPtrArray *streams)
{
  g_autoptr (GPtrArray) lines = print_lines (words, uprights);
  Gutter gutter = find_gutter (lines);
  if (lines->len == 0 || depth == MAX_DEPTH || gutter.n_prose < MIN_PROSE)
    {
      g_ptr_array_add (streams, words);
      return;
    }
  split (words_between (lines, 0, gutter.first, -G_MAXDOUBLE, G_MAXDOUBLE), uprights, depth + 1,
         streams);
  split (words_between (lines, gutter.first, gutter.end, -G_MAXDOUBLE, gutter.x), uprights,
         depth + 1, streams);
  split (words_between (lines, gutter.first, gutter.end, gutter.x, G_MAXDOUBLE), uprights,
         depth + 1, streams);
  split (words_between (lines, gutter.end, lines->len, -G_MAXDOUBLE, G_MAXDOUBLE), uprights,
         depth + 1, streams);
  g_ptr_array_unref (words);
}

GPtrArray *
stream_split (const GPtrArray *words, const GArray *uprights)
{
  GPtrArray *streams = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  split (g_ptr_array_copy ((GPtrArray *) words, NULL, NULL), uprights, 0, streams);
  return streams;
}
