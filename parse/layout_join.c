/* parse/layout_join.c - columns that stand apart though one heading is of both.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/layout_join.h"

#include "parse/heading_piece.h"

#define FIRST_ARROW 0x2190 /* of the characters that point */

/* Whether most of what a column has on the lines from @first to @end is arrows: `n/a` may stand in
 * the middle of its cell. */
static gboolean
is_of_arrows (const GArray *columns, const GArray *lines, guint first, guint end, guint column)
{
  g_autofree char *text = gutter_dup_text (columns, lines, first, end, column, 1);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint n = g_strv_length (words), n_arrows = 0;
  for (guint i = 0; i < n; i++)
    n_arrows += g_utf8_get_char (words[i]) >= FIRST_ARROW;
  return n > 0 && n_arrows * 4 >= n * 3;
}

static gboolean
is_change (Role role)
{
  return role == ROLE_CHANGE || role == ROLE_CHANGE_PREV || role == ROLE_CHANGE_YEAR;
}

/* Whether a text heads changes, and says what they are from. */
static gboolean
heads_changes (const HeadingWords *words, const char *text)
{
  Column column = { .role = ROLE_NONE };
  gboolean is_read = heading_read (words, "", text, &column);
  g_free (column.label);
  return is_read && is_change (column.role)
         && !(column.role == ROLE_CHANGE && column.period.kind == PERIOD_NONE);
}

/* Whether the heading over the column right of one of arrows is that of both: a change is printed
 * behind its arrow, and a heading that nothing stands below has it beside. */
static gboolean
shares_heading (const HeadingWords *words, const GArray *columns, const GArray *lines, guint first,
                guint heading_end, guint end, guint arrows)
{
  g_autofree char *own = gutter_dup_text (columns, lines, first, heading_end, arrows, 1);
  g_autofree char *right = gutter_dup_text (columns, lines, first, heading_end, arrows + 1, 1);
  g_autofree char *both = gutter_dup_text (columns, lines, first, heading_end, arrows, 2);
  if (own[0] != '\0') /* its first word stands over the arrows */
    return heading_piece_role_of_text (words, own) == ROLE_NONE
           || (!heads_changes (words, own) && heads_changes (words, both));
  g_autofree char *below = gutter_dup_text (columns, lines, heading_end, end, arrows + 1, 1);
  Role role = heading_piece_role_of_text (words, right);
  return is_change (role) || (role != ROLE_NONE && below[0] == '\0');
}

/* Whether anything stands in a column on the lines from @first to @end.  A word that begins in the
 * column left of it, as a section's name does, is of that one. */
static gboolean
is_filled (const GArray *columns, const GArray *lines, guint first, guint end, guint column)
{
  double left = column > 0 ? g_array_index (columns, Span, column - 1).x1 : -G_MAXDOUBLE;
  for (guint i = first; i < end; i++)
    for (guint k = 0; k < word_line (lines, i)->n_words; k++)
      {
        const Word *word = &word_line (lines, i)->words[k];
        if (word->box.x0 >= left && gutter_column_of (columns, word) == column)
          return TRUE;
      }
  return FALSE;
}

/* Returns: how far apart two columns lie. */
static double
distance (const GArray *columns, guint left)
{
  return g_array_index (columns, Span, left + 1).x0 - g_array_index (columns, Span, left).x1;
}

/* Whether a heading that is no group stands over a column. */
static gboolean
is_headed (const HeadingWords *words, const GArray *columns, const GArray *lines, guint first,
           guint heading_end, guint column)
{
  for (guint i = first; i < heading_end; i++)
    {
      g_autoptr (GArray) pieces = heading_pieces (words, columns, word_line (lines, i));
      for (guint k = 0; k < pieces->len; k++)
        {
          const Segment *piece = segment_at (pieces, k);
          for (guint w = 0; w < piece->n_words; w++)
            if (gutter_column_of (columns, &piece->words[w]) == column
                && !heading_piece_groups (words, columns, piece, lines, i + 1, heading_end))
              return TRUE;
        }
    }
  return FALSE;
}

void
layout_join_apart (const HeadingWords *words, GArray *columns, const GArray *lines, guint first,
                   guint heading_end, guint end)
{
  for (guint c = 0; c < columns->len; c++)
    {
      if (is_filled (columns, lines, heading_end, end, c)
          || !is_headed (words, columns, lines, first, heading_end, c))
        continue;
      gboolean left = c > 0 && !is_headed (words, columns, lines, first, heading_end, c - 1),
               right = c + 1 < columns->len
                       && !is_headed (words, columns, lines, first, heading_end, c + 1);
      if (!left && !right)
        continue;
      guint to = right && (!left || distance (columns, c) <= distance (columns, c - 1)) ? c : c - 1;
      g_array_index (columns, Span, to).x1 = g_array_index (columns, Span, to + 1).x1;
      g_array_remove_index (columns, to + 1);
    }
}

void
layout_join_arrows (const HeadingWords *words, GArray *columns, const GArray *lines, guint first,
                    guint heading_end, guint end)
{
  for (guint c = 0; c + 1 < columns->len; c++)
    {
      Span *arrows = &g_array_index (columns, Span, c);
      if (!is_of_arrows (columns, lines, heading_end, end, c)
          || !shares_heading (words, columns, lines, first, heading_end, end, c))
        continue;
      arrows->x1 = arrows[1].x1;
      g_array_remove_index (columns, c + 1);
    }
}
