/* parse/layout_group.c - headings that group those below, and what they group.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/layout_group.h"

#include <math.h>

#include "parse/heading_piece.h"
#include "parse/pile.h"
#include "parse/spread.h"

/* Whether a piece ends a note in brackets that @note, on a line above, has left open. */
static gboolean
closes_note (const Segment *note, const Segment *piece)
{
  const char *last = piece->words[piece->n_words - 1].text;
  return note->n_words > 0 && g_str_has_suffix (last, ")") && strchr (last, '(') == NULL
         && segment_x0 (piece) >= segment_x0 (note) && segment_x1 (piece) <= segment_x1 (note);
}

/* Whether a group reaches over a column that is headed by what stands wholly below it. */
static gboolean
reaches_over (const Pile *group, const GridRow *row, const GArray *columns, guint column)
{
  const GridCell *cell = grid_row_cell (row, column);
  const Span *span = &g_array_index (columns, Span, column);
  const Word *last = g_ptr_array_index (group->words, group->words->len - 1);
  return cell != NULL && cell->box.y0 >= last->box.y1 && group->x0 < span->x1
         && span->x0 < group->x1;
}

/* Returns: how far a group's middle is from that of the columns from @first to @end. */
static double
distance_from (const Pile *group, const GArray *columns, guint first, guint end)
{
  double x0 = g_array_index (columns, Span, first).x0,
         x1 = g_array_index (columns, Span, end - 1).x1;
  return fabs ((group->x0 + group->x1) - (x0 + x1)) / 2;
}

/* Takes one more column on each side that the group reaches over, on one side only if the group
 * stands nearer to the middle then. */
static void
reach_out (const GridRow *row, const GArray *columns, const Pile *group, guint *first, guint *end)
{
  gboolean left = *first > 0 && reaches_over (group, row, columns, *first - 1);
  gboolean right = *end < columns->len && reaches_over (group, row, columns, *end);
  if (left != right
      && distance_from (group, columns, *first - left, *end + right)
             >= distance_from (group, columns, *first, *end))
    return;
  *first -= left;
  *end += right;
}

/* Finds the columns from *@first to *@end whose middles a group stands over, and those beside that
 * it reaches over: its name may be narrower than they are. */
static void
find_grouped (const GridRow *row, const GArray *columns, const Pile *group, guint *first,
              guint *end)
{
  *first = *end = columns->len;
  for (guint c = 0; c < columns->len; c++)
    {
      const Span *column = &g_array_index (columns, Span, c);
      double middle = (column->x0 + column->x1) / 2;
      if (middle < group->x0 || middle > group->x1)
        continue;
      *first = MIN (*first, c);
      *end = c + 1;
    }
  if (*first == columns->len)
    {
      *first = gutter_column_of (columns, g_ptr_array_index (group->words, 0));
      *end = *first + 1;
      return;
    }
  reach_out (row, columns, group, first, end);
}

/* Puts a group into the row above the columns from @first to @end. */
static void
add_group_over (GridRow *upper, GridRow *lower, guint first, guint end, const Pile *group)
{
  for (guint c = first; c < end; c++)
    grid_row_move_cell (upper, lower, c);
  for (guint k = 0; k < group->words->len; k++)
    grid_row_add_word (upper, first, g_ptr_array_index (group->words, k));
}

/* Puts a group into the row above its columns, and what they are headed with into the row below. */
static void
add_group (GridRow *upper, GridRow *lower, const GArray *columns, const Pile *group)
{
  guint first, end;
  find_grouped (upper, columns, group, &first, &end);
  add_group_over (upper, lower, first, end, group);
}

/* Puts the groups into the row above what the lowest line of headings, @line, heads.  Returns:
 * whether they stand over the middles of it. */
static gboolean
add_spread (GridRow *upper, GridRow *lower, const GArray *columns, const WordLine *line,
            const GArray *groups)
{
  guint first = gutter_column_of (columns, &line->words[0]);
  guint end = gutter_column_of (columns, &line->words[line->n_words - 1]) + 1;
  g_autofree guint *begins = spread_groups (columns, first, end, groups);
  for (guint i = groups->len; begins != NULL && i-- > 0; end = begins[i])
    add_group_over (upper, lower, begins[i], end, pile_at (groups, i));
  return begins != NULL;
}

/* Returns: the column that all words of a known heading stand over, which more than half of it lies
 * over; the number of columns if there is no such. */
static guint
column_of_heading (const HeadingWords *words, const GArray *columns, const Segment *segment)
{
  double x0 = segment_x0 (segment), x1 = segment_x1 (segment);
  for (guint i = 0; i < columns->len; i++)
    {
      const Span *column = &g_array_index (columns, Span, i);
      if (2 * (MIN (x1, column->x1) - MAX (x0, column->x0)) > x1 - x0
          && heading_piece_role (words, segment) != ROLE_NONE)
        return i;
    }
  return columns->len;
}

static guint
column_of_piece (const HeadingWords *words, const GArray *columns, const Segment *piece)
{
  guint whole = column_of_heading (words, columns, piece);
  return whole < columns->len ? whole : gutter_column_of (columns, &piece->words[0]);
}

/* Whether any heading on the lines from @first to @end stands over a column. */
static gboolean
is_headed (const HeadingWords *words, const GArray *columns, const GArray *lines, guint first,
           guint end, guint column)
{
  for (guint i = first; i < end; i++)
    {
      g_autoptr (GArray) pieces = heading_pieces (words, columns, word_line (lines, i));
      for (guint k = 0; k < pieces->len; k++)
        if (column_of_piece (words, columns, segment_at (pieces, k)) == column)
          return TRUE;
    }
  return FALSE;
}

/* Returns: the column beside its own that piece @k heads, as `Ref` over the blank behind narrow
 * references does: with it two headings stand over one column, and none over that beside; the
 * number of columns if it heads its own. */
static guint
column_aside (const HeadingWords *words, const GArray *columns, const GArray *lines, guint first,
              guint end, const GArray *pieces, guint k)
{
  const Segment *piece = segment_at (pieces, k);
  guint own = column_of_piece (words, columns, piece);
  gboolean is_left
      = k + 1 < pieces->len && column_of_piece (words, columns, segment_at (pieces, k + 1)) == own,
      is_right = k > 0 && column_of_piece (words, columns, segment_at (pieces, k - 1)) == own;
  if (is_left == is_right || heading_piece_role (words, piece) != ROLE_REF)
    return columns->len;
  const Segment *twin = segment_at (pieces, is_left ? k + 1 : k - 1);
  guint aside = is_left ? own - 1 : own + 1; /* G_MAXUINT left of the first */
  return aside >= columns->len || heading_piece_role (words, twin) == ROLE_NONE
                 || is_headed (words, columns, lines, first, end, aside)
             ? columns->len
             : aside;
}

/* Adds the words of a piece to @column, or each to its own if that is the number of columns. */
static void
add_piece (GridRow *row, const GArray *columns, const Segment *piece, guint column)
{
  for (guint w = 0; w < piece->n_words; w++)
    {
      const Word *word = &piece->words[w];
      grid_row_add_word (row, column < columns->len ? column : gutter_column_of (columns, word),
                         word);
    }
}

void
layout_group_add (const HeadingWords *words, const GArray *columns, const GArray *lines,
                  guint first, guint end, Grid *grid, int page)
{
  GridRow *upper = grid_add_row (grid, page), *lower = grid_add_row (grid, page);
  g_autoptr (GArray) groups = piles_new ();
  Segment note = { NULL, 0 }; /* the last one that is open */
  for (guint i = first; i < end; i++)
    {
      g_autoptr (GArray) segments = heading_pieces (words, columns, word_line (lines, i));
      gboolean is_full = segments->len == columns->len; /* then they may stand aside */
      for (guint k = 0; k < segments->len; k++)
        {
          const Segment *segment = segment_at (segments, k);
          if (closes_note (&note, segment)
              || heading_piece_groups (words, columns, segment, lines, i + 1, end))
            {
              note = heading_piece_is_note (segment) ? *segment : note;
              piles_add (groups, segment);
              continue;
            }
          guint whole = column_aside (words, columns, lines, first, end, segments, k);
          whole = whole == columns->len ? column_of_heading (words, columns, segment) : whole;
          add_piece (upper, columns, segment, is_full ? k : whole);
        }
    }
  if (!add_spread (upper, lower, columns, word_line (lines, end - 1), groups))
    for (guint i = 0; i < groups->len; i++)
      add_group (upper, lower, columns, pile_at (groups, i));
  if (grid_row_n_filled (lower) == 0)
    g_ptr_array_remove (grid->rows, lower);
}
