/* parse/months_heading.c - the headings of a table of months that stands by alignment alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Headings stand over the middle of what they head, go on over lines, and may nearly touch.
 *
 * 1. A line of references says where the indicators lie, each in one column or more.
 * 2. The first lines are groups if what stands below each other on them stands over the middle of
 * as many columns each.
 * 3. As many names as columns are theirs in order, however they are set: figures may stand at the
 *    right of their column, and the name in its middle.
 * 4. Else a name stands over the columns, or over the references, that its middle is nearest to;
 * names that touch are parted so that each stands nearest.
 */
#include "parse/months_heading.h"

#include <math.h>

#include "parse/pile.h"
#include "parse/suit.h"

#define OFF_MIDDLE 0.2 /* of the columns that a heading groups */

static const Seat *
seat_at (const GArray *seats, guint i)
{
  return &g_array_index (seats, Seat, i);
}

static double
middle_of_seat (const GArray *seats, guint i)
{
  return (seat_at (seats, i)->x0 + seat_at (seats, i)->x1) / 2;
}

static double
middle_of (const Segment *segment)
{
  return (segment_x0 (segment) + segment_x1 (segment)) / 2;
}

static void
add_words (GridRow *row, guint column, const Segment *segment)
{
  for (guint i = 0; i < segment->n_words; i++)
    grid_row_add_word (row, column, &segment->words[i]);
}

static void
add_pile (GridRow *row, guint column, const Pile *pile)
{
  for (guint i = 0; i < pile->words->len; i++)
    grid_row_add_word (row, column, g_ptr_array_index (pile->words, i));
}

/* ---- references ---- */

/* Whether most of what stands on a line is references. */
static gboolean
is_refs (const WordLine *line)
{
  g_autoptr (GArray) segments = segment_list (line);
  guint n = 0;
  for (guint i = 0; i < segments->len; i++)
    {
      const Segment *segment = segment_at (segments, i);
      n += segment->n_words == 1 && suit_is_ref (segment->words[0].text);
    }
  return 2 * n > segments->len;
}

/* Returns (element-type Seat): where the references of a line stand, each with the first column
 * that is nearer to it than to the one before it. */
static GArray *
seat_refs (GridRow *row, const WordLine *line, const GArray *seats)
{
  GArray *refs = g_array_new (FALSE, FALSE, sizeof (Seat));
  g_autoptr (GArray) segments = segment_list (line);
  for (guint i = 0, k = 0; i < segments->len; i++)
    {
      const Segment *segment = segment_at (segments, i);
      double border
          = i > 0 ? (middle_of (segment_at (segments, i - 1)) + middle_of (segment)) / 2 : 0;
      while (k + 1 < seats->len && middle_of_seat (seats, k) < border)
        k++;
      Seat seat = { seat_at (seats, k)->column, segment_x0 (segment), segment_x1 (segment) };
      g_array_append_val (refs, seat);
      add_words (row, seat.column, segment);
    }
  return refs;
}

/* ---- groups ---- */

/* Returns (element-type Pile): the headings on the lines above @end, from left to right. */
static GArray *
list_piles (const GArray *lines, guint end)
{
  GArray *piles = piles_new ();
  for (guint i = 0; i < end; i++)
    {
      g_autoptr (GArray) segments = segment_list (word_line (lines, i));
      for (guint k = 0; k < segments->len; k++)
        piles_add (piles, segment_at (segments, k));
    }
  return piles;
}

/* Returns: how many columns each of the headings groups, if they stand over the middle of as many
 * each; 0 else. */
static guint
columns_of_group (const GArray *piles, const GArray *seats)
{
  if (piles->len == 0 || seats->len % piles->len != 0 || seats->len / piles->len < 2)
    return 0;
  guint each = seats->len / piles->len;
  for (guint i = 0; i < piles->len; i++)
    {
      const Pile *pile = pile_at (piles, i);
      double x0 = seat_at (seats, i * each)->x0, x1 = seat_at (seats, (i + 1) * each - 1)->x1;
      if (fabs (pile->x0 + pile->x1 - x0 - x1) / 2 > OFF_MIDDLE * (x1 - x0))
        return 0;
    }
  return each;
}

/* Adds the groups that the first of the lines are.  Returns: the line behind them. */
static guint
add_groups (Grid *grid, int page, const GArray *lines, const GArray *seats)
{
  for (guint to = lines->len; to-- > 1;)
    {
      g_autoptr (GArray) piles = list_piles (lines, to);
      guint each = columns_of_group (piles, seats);
      if (each == 0)
        continue;
      GridRow *row = grid_add_row (grid, page);
      for (guint i = 0; i < piles->len; i++)
        add_pile (row, seat_at (seats, i * each)->column, pile_at (piles, i));
      return to;
    }
  return 0;
}

/* ---- names ---- */

/* Names that touch, one for each of the seats from @first on. */
typedef struct
{
  guint first, n;
  guint *ends; /* owned; the word behind each */
  double off;  /* how far they stand aside of the seats' middles: squared, the mean */
} Parting;

/* Finds where the words are to be cut for the seats of @parting, by the least sum of squares. */
static void
find_ends (Parting *parting, const Segment *segment, const GArray *seats)
{
  guint n = segment->n_words, row = n + 1;
  const Word *words = segment->words;
  g_autofree double *costs = g_new (double, row *(parting->n + 1));
  g_autofree guint *from = g_new0 (guint, row * (parting->n + 1));
  for (guint end = 0; end <= n; end++)
    costs[end] = end == 0 ? 0 : INFINITY;
  for (guint c = 1; c <= parting->n; c++)
    for (guint end = 0; end <= n; end++)
      {
        double *own = &costs[c * row + end];
        *own = INFINITY;
        for (guint start = 0; start < end; start++)
          {
            double off = (words[start].box.x0 + words[end - 1].box.x1) / 2
                         - middle_of_seat (seats, parting->first + c - 1);
            double cost = costs[(c - 1) * row + start] + off * off;
            if (cost >= *own)
              continue;
            *own = cost;
            from[c * row + end] = start;
          }
      }
  parting->off = costs[parting->n * row + n] / parting->n;
  parting->ends = g_new0 (guint, parting->n);
  for (guint c = parting->n, end = n; c > 0; end = from[c-- * row + end])
    parting->ends[c - 1] = end;
}

/* Parts a segment by the seats whose middles it covers, or gives it whole to the nearest one. */
static Parting
part_by (const Segment *segment, const GArray *seats)
{
  Parting parting = { 0, 0, NULL, 0 };
  guint nearest = 0;
  for (guint i = 0; i < seats->len; i++)
    {
      double middle = middle_of_seat (seats, i), own = middle_of (segment);
      if (fabs (middle - own) < fabs (middle_of_seat (seats, nearest) - own))
        nearest = i;
      if (middle < segment_x0 (segment) || middle > segment_x1 (segment))
        continue;
      parting.first = parting.n == 0 ? i : parting.first;
      parting.n = i + 1 - parting.first;
    }
  if (parting.n == 0 || parting.n > segment->n_words)
    {
      parting.first = nearest;
      parting.n = 1;
    }
  find_ends (&parting, segment, seats);
  return parting;
}

static void
add_name (GridRow *row, const Segment *segment, const GArray *seats, const GArray *refs)
{
  Parting best = part_by (segment, seats);
  const GArray *chosen = seats;
  if (refs != NULL && refs->len < seats->len)
    {
      Parting other = part_by (segment, refs);
      double size = segment->words[0].size; /* what places are exact to */
      gboolean is_better = other.off < best.off + size * size;
      g_free (is_better ? best.ends : other.ends);
      chosen = is_better ? refs : seats;
      best = is_better ? other : best;
    }
  for (guint i = 0, k = 0; i < best.n; i++)
    for (; k < best.ends[i]; k++)
      grid_row_add_word (row, seat_at (chosen, best.first + i)->column, &segment->words[k]);
  g_free (best.ends);
}

/* Returns (element-type Segment): the pieces of names on the lines from @first on; a figure alone
 * is of a chart's axis. */
static GArray *
list_pieces (const GArray *lines, guint first)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (Segment));
  for (guint i = first; i < lines->len; i++)
    {
      g_autoptr (GArray) segments = segment_list (word_line (lines, i));
      for (guint k = 0; k < segments->len; k++)
        {
          const Segment *segment = segment_at (segments, k);
          if (segment->n_words > 1 || !segment_is_figure (segment->words[0].text))
            g_array_append_val (pieces, *segment);
        }
    }
  return pieces;
}

/* Whether a piece stands over the middles of several seats: names that nearly touch. */
static gboolean
is_of_several (const Segment *piece, const GArray *seats)
{
  guint n = 0;
  for (guint i = 0; i < seats->len; i++)
    n += middle_of_seat (seats, i) > segment_x0 (piece)
         && middle_of_seat (seats, i) < segment_x1 (piece);
  return n > 1;
}

/* Adds as many names as there are columns, to these in order.  Returns: whether there are. */
static gboolean
add_in_order (GridRow *row, const GArray *pieces, const GArray *seats)
{
  g_autoptr (GArray) piles = piles_new ();
  for (guint i = 0; i < pieces->len; i++)
    {
      if (is_of_several (segment_at (pieces, i), seats))
        return FALSE;
      piles_add (piles, segment_at (pieces, i));
    }
  if (piles->len != seats->len)
    return FALSE;
  for (guint i = 0; i < piles->len; i++)
    add_pile (row, seat_at (seats, i)->column, pile_at (piles, i));
  return TRUE;
}

static void
add_names (Grid *grid, int page, const GArray *lines, guint first, const GArray *seats,
           const GArray *refs)
{
  g_autoptr (GArray) pieces = list_pieces (lines, first);
  if (first == lines->len)
    return;
  GridRow *row = grid_add_row (grid, page);
  if (refs == NULL && add_in_order (row, pieces, seats))
    return;
  for (guint i = 0; i < pieces->len; i++)
    add_name (row, segment_at (pieces, i), seats, refs);
}

void
months_heading_add (Grid *grid, int page, const GArray *lines, const GArray *seats)
{
  g_autoptr (GArray) refs = NULL, others = g_array_new (FALSE, FALSE, sizeof (WordLine));
  for (guint i = 0; i < lines->len; i++)
    {
      const WordLine *line = word_line (lines, i);
      if (!is_refs (line) || refs != NULL)
        g_array_append_val (others, *line);
      else
        refs = seat_refs (grid_add_row (grid, page), line, seats);
    }
  guint names = add_groups (grid, page, others, seats);
  add_names (grid, page, others, names, seats, refs);
}
