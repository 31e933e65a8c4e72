/* parse/heading_piece.c - what a piece of a line of headings says.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/heading_piece.h"

#include <string.h>

#define MAX_ASTRAY 2 /* words of a heading that stand over the column left of its own */

Role
heading_piece_role_of_text (const HeadingWords *words, const char *text)
{
  Column column = { .role = ROLE_NONE };
  heading_read (words, "", text, &column);
  g_free (column.label);
  return column.role;
}

Role
heading_piece_role (const HeadingWords *words, const Segment *piece)
{
  g_autofree char *text = segment_dup_text (piece);
  return heading_piece_role_of_text (words, text);
}

/* Whether the first words of a segment head a column: `Target` of `Target 18-`, which goes on
 * below.
 */
static gboolean
begins_heading (const HeadingWords *words, const Segment *segment)
{
  for (Segment piece = *segment; piece.n_words > 0; piece.n_words--)
    if (heading_piece_role (words, &piece) != ROLE_NONE)
      return TRUE;
  return FALSE;
}

gboolean
heading_piece_is_note (const Segment *piece)
{
  return piece->words[0].text[0] == '(';
}

/* Returns: where what is headed from word @first on ends, before @end: at @cut, where words of
 * another column begin, or one or two words before, if what is left of them is a heading, and they
 * make another heading of those on the right: `Commentary by` and `Eng. 12-13`. */
static guint
find_cut (const HeadingWords *words, const Segment *segment, guint first, guint cut, guint end)
{
  Segment left = { &segment->words[first], cut - first },
          right = { &segment->words[cut], end - cut };
  Role left_role = heading_piece_role (words, &left),
       right_role = heading_piece_role (words, &right);
  for (guint n = 1; n <= MAX_ASTRAY && first + n < cut; n++)
    {
      Segment less = { left.words, left.n_words - n },
              more = { right.words - n, right.n_words + n };
      Role less_role = heading_piece_role (words, &less),
           more_role = heading_piece_role (words, &more);
      if (less_role != ROLE_NONE && more_role != ROLE_NONE
          && (left_role == ROLE_NONE || more_role != right_role))
        return cut - n;
    }
  return cut;
}

/* Appends @segment to @pieces, cut where words of another column begin that head one: headings may
 * stand as near to each other as words do. */
static void
cut_headings (const HeadingWords *words, const GArray *columns, const Segment *segment,
              GArray *pieces)
{
  guint first = 0;
  int n_open = 0; /* brackets: what is in them is one heading */
  for (guint i = 1; i < segment->n_words; i++)
    {
      guint own = gutter_column_of (columns, &segment->words[i]), end = i + 1;
      n_open += strchr (segment->words[i - 1].text, '(') != NULL;
      n_open -= strchr (segment->words[i - 1].text, ')') != NULL;
      if (n_open > 0 || own == gutter_column_of (columns, &segment->words[i - 1]))
        continue;
      while (end < segment->n_words && gutter_column_of (columns, &segment->words[end]) == own)
        end++;
      Segment rest = { &segment->words[i], end - i };
      if (!heading_piece_is_note (&rest) && !begins_heading (words, &rest))
        continue;
      guint cut = find_cut (words, segment, first, i, end);
      Segment piece = { &segment->words[first], cut - first };
      g_array_append_val (pieces, piece);
      first = cut;
    }
  Segment last = { &segment->words[first], segment->n_words - first };
  g_array_append_val (pieces, last);
}

GArray *
heading_pieces (const HeadingWords *words, const GArray *columns, const WordLine *line)
{
  g_autoptr (GArray) segments = segment_list (line);
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (Segment));
  for (guint i = 0; i < segments->len; i++)
    if (heading_piece_role (words, segment_at (segments, i)) == ROLE_GROUP)
      g_array_append_val (pieces, *segment_at (segments, i));
    else
      cut_headings (words, columns, segment_at (segments, i), pieces);
  return pieces;
}

/* Whether a segment is a period; one that has its year from elsewhere, if there is @year. */
static gboolean
is_period (const HeadingWords *words, const Segment *segment, Period year)
{
  g_autofree char *text = segment_dup_text (segment);
  Period period = NO_PERIOD;
  return month_read (words->months, text, year, &period);
}

/* Whether a segment heads what a period above is parted into: months, counts, values. */
static gboolean
is_part (const HeadingWords *words, const Segment *segment)
{
  Role role = heading_piece_role (words, segment);
  return role == ROLE_PERIOD || role == ROLE_NUMERATORS || role == ROLE_DENOMINATORS
         || role == ROLE_TARGET || is_period (words, segment, period_financial_year (2000));
}

/* Whether a part of a period stands in @column on any line from @first to @end. */
static gboolean
has_part_in (const HeadingWords *words, const GArray *columns, const GArray *lines, guint first,
             guint end, guint column)
{
  for (guint i = first; i < end; i++)
    {
      g_autoptr (GArray) segments = segment_list (word_line (lines, i));
      for (guint k = 0; k < segments->len; k++)
        if (gutter_column_of (columns, &segment_at (segments, k)->words[0]) == column
            && is_part (words, segment_at (segments, k)))
          return TRUE;
    }
  return FALSE;
}

/* Whether a piece stands over several columns, each with a period of its own below. */
static gboolean
heads_periods (const HeadingWords *words, const GArray *columns, const Segment *segment,
               const GArray *lines, guint below, guint end)
{
  guint n = 0;
  for (guint c = 0; c < columns->len; c++)
    {
      const Span *column = &g_array_index (columns, Span, c);
      if (segment_x0 (segment) >= column->x1 || segment_x1 (segment) <= column->x0)
        continue;
      if (!has_part_in (words, columns, lines, below, end, c))
        return FALSE;
      n++;
    }
  return n > 1;
}

gboolean
heading_piece_groups (const HeadingWords *words, const GArray *columns, const Segment *segment,
                      const GArray *lines, guint below, guint end)
{
  Role role = heading_piece_role (words, segment);
  if (below == end || role == ROLE_GROUP)
    return below < end;
  if (gutter_count_columns (columns, segment) > 1)
    return role == ROLE_PERIOD || heading_piece_is_note (segment)
           || heads_periods (words, columns, segment, lines, below, end);
  return is_period (words, segment, NO_PERIOD)
         && has_part_in (words, columns, lines, below, end,
                         gutter_column_of (columns, &segment->words[0]));
}
