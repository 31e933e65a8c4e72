/* parse/layout_heading.c - from where to where the headings of a table go that stands by alignment
 * alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/layout_heading.h"

#include "parse/anchor.h"
#include "parse/heading_piece.h"
#include "parse/label.h"
#include "parse/stack.h"

#define MIN_CELLS 3  /* of a row with a label */
#define MAX_LINES 12 /* of headings, above or below the line that heads most */

static gboolean
has_sentence (const HeadingWords *words, const GArray *columns, const WordLine *line)
{
  g_autoptr (GArray) segments = heading_pieces (words, columns, line);
  for (guint i = 0; i < segments->len; i++)
    if (g_array_index (segments, Segment, i).n_words > HEADING_PIECE_MAX_WORDS)
      return TRUE;
  return FALSE;
}

/* Whether a piece that the lexicon does not know runs over so many columns as a title does: over
 * some, or from the first into the next. */
static gboolean
is_title (const HeadingWords *words, const GArray *columns, const Segment *piece)
{
  guint n = gutter_count_columns (columns, piece);
  gboolean is_first = segment_x0 (piece) < g_array_index (columns, Span, 0).x1;
  return n > (is_first ? 1 : 2) && !heading_piece_is_note (piece)
         && heading_piece_role (words, piece) == ROLE_NONE;
}

/* Whether a line right above the headings is none of them: a title in one piece, a sentence, or a
 * key to arrows. */
static gboolean
is_above_headings (const HeadingWords *words, const GArray *columns, const WordLine *line)
{
  Segment all = { line->words, line->n_words };
  if (segment_count (line) == 1 && is_title (words, columns, &all))
    return TRUE;
  g_autoptr (GArray) segments = heading_pieces (words, columns, line);
  for (guint i = 0; i < segments->len; i++)
    {
      g_autofree char *text = segment_dup_text (segment_at (segments, i));
      if (text[0] != '(' && vocabulary_find (words->vocabulary, WORDS_FURNITURE, text) != NULL)
        return TRUE;
    }
  return has_sentence (words, columns, line);
}

/* Whether a line is a label with figures behind it, and nothing else. */
static gboolean
is_labelled_row (const HeadingWords *words, const WordLine *line)
{
  g_autoptr (GArray) segments = segment_list (line);
  g_autofree char *first = segment_dup_text (segment_at (segments, 0));
  Label label;
  if (segments->len < MIN_CELLS || !label_read (words, first, &label))
    return FALSE;
  for (guint i = 1; i < segments->len; i++)
    {
      g_autofree char *text = segment_dup_text (segment_at (segments, i));
      if (!segment_is_figure (text))
        return FALSE;
    }
  return TRUE;
}

/* Whether line @i completes a heading on the lines from @first on that says nothing by itself:
 * `from Oct 16` completes `% change`. */
static gboolean
completes_headings (const HeadingWords *words, const GArray *columns, const GArray *lines,
                    guint first, guint i)
{
  if (is_labelled_row (words, word_line (lines, i)))
    return FALSE;
  for (guint c = 0; c < columns->len; c++)
    {
      g_autofree char *upper = gutter_dup_text (columns, lines, first, i, c, 1);
      g_autofree char *lower = gutter_dup_text (columns, lines, i, i + 1, c, 1);
      g_autofree char *both = g_strconcat (upper, " ", lower, NULL);
      if (upper[0] != '\0' && lower[0] != '\0'
          && heading_piece_role_of_text (words, upper) == ROLE_NONE
          && heading_piece_role_of_text (words, both) != ROLE_NONE)
        return TRUE;
    }
  return FALSE;
}

/* Whether line @i holds months whose years stand on the line below. */
static gboolean
has_years_below (const HeadingWords *words, const GArray *columns, const GArray *lines, guint i)
{
  for (guint c = 0; c < columns->len; c++)
    {
      Period period = NO_PERIOD;
      g_autofree char *month = gutter_dup_text (columns, lines, i, i + 1, c, 1);
      g_autofree char *year = gutter_dup_text (columns, lines, i + 1, i + 2, c, 1);
      g_autofree char *both = g_strconcat (month, " ", year, NULL);
      if (month[0] != '\0' && segment_is_figure (year)
          && month_read (words->months, both, NO_PERIOD, &period) && period.kind == PERIOD_MONTH)
        return TRUE;
    }
  return FALSE;
}

/* Whether line @i below the headings that begin at @first is some more of them: it completes one,
 * heads several columns, or goes on in lower case everywhere. */
static gboolean
is_more_headings (const HeadingWords *words, const GArray *columns, const GArray *lines,
                  guint first, guint i)
{
  const WordLine *line = word_line (lines, i);
  g_autoptr (GArray) pieces = heading_pieces (words, columns, line);
  guint n_lower = 0, n_heading = 0;
  for (guint k = 0; k < pieces->len; k++)
    {
      const Segment *piece = segment_at (pieces, k);
      n_lower += g_unichar_islower (g_utf8_get_char (piece->words[0].text));
      n_heading += heading_piece_role (words, piece) != ROLE_NONE;
    }
  return n_lower == pieces->len || (n_heading >= 2 && !anchor_is (line))
         || completes_headings (words, columns, lines, first, i);
}

static gboolean
has_figure (const WordLine *line)
{
  g_autoptr (GArray) segments = segment_list (line);
  for (guint i = 0; i < segments->len; i++)
    {
      g_autofree char *text = segment_dup_text (segment_at (segments, i));
      if (segment_is_figure (text))
        return TRUE;
    }
  return FALSE;
}

guint
layout_heading_end (const HeadingWords *words, const GArray *columns, const GArray *lines,
                    guint first, guint line, guint end, const GArray *rules)
{
  guint n = 1;
  for (guint i = line + 1; i < end && i - line < MAX_LINES; i++)
    {
      if (anchor_has_ref (word_line (lines, i))
          || has_sentence (words, columns, word_line (lines, i)))
        break;
      if (is_more_headings (words, columns, lines, first, i))
        n = i + 1 - line;
      else if (has_figure (word_line (lines, i)))
        break;
    }
  g_autofree guint *rows = stack_rows (lines, line, end, columns, n, rules);
  while (line + n < end && n < MAX_LINES && rows[n] == 0)
    n++;
  return line + n;
}

/* Notes which columns have words on the lines from @first to @end. */
static void
note_headed (const GArray *columns, const GArray *lines, guint first, guint end,
             gboolean *is_headed)
{
  for (guint i = first; i < end; i++)
    for (guint k = 0; k < word_line (lines, i)->n_words; k++)
      is_headed[gutter_column_of (columns, &word_line (lines, i)->words[k])] = TRUE;
}

/* Whether most of what stands on a line heads columns that nothing below does. */
static gboolean
heads_others (const HeadingWords *words, const GArray *columns, const WordLine *line,
              const gboolean *is_headed)
{
  g_autoptr (GArray) pieces = heading_pieces (words, columns, line);
  guint n = 0;
  for (guint i = 0; i < pieces->len; i++)
    {
      const Segment *piece = segment_at (pieces, i);
      n += gutter_count_columns (columns, piece) <= 1
           && !is_headed[gutter_column_of (columns, &piece->words[0])];
    }
  return 2 * n > pieces->len;
}

/* Whether line @i is groups of what stands on the lines from @first to @end, and nothing else. */
static gboolean
is_of_groups (const HeadingWords *words, const GArray *columns, const GArray *lines, guint i,
              guint first, guint end)
{
  g_autoptr (GArray) pieces = segment_list (word_line (lines, i));
  for (guint k = 0; k < pieces->len; k++)
    if (!heading_piece_groups (words, columns, segment_at (pieces, k), lines, first, end))
      return FALSE;
  return pieces->len > 1;
}

guint
layout_heading_start (const HeadingWords *words, const GArray *columns, const GArray *lines,
                      guint from, guint line)
{
  g_autofree gboolean *is_headed = g_new0 (gboolean, columns->len);
  guint first = line;
  gboolean is_touched = TRUE;
  note_headed (columns, lines, line, line + 1, is_headed);
  for (guint i = line; i > from && line - i < MAX_LINES; i--)
    {
      const WordLine *above = word_line (lines, i - 1);
      is_touched = is_touched && word_line_touches_above (lines, i);
      gboolean heads = heads_others (words, columns, above, is_headed)
                       || is_of_groups (words, columns, lines, i - 1, first, line + 1)
                       || (is_touched
                           && (has_years_below (words, columns, lines, i - 1)
                               || completes_headings (words, columns, lines, i - 1, i)));
      if (!heads && is_above_headings (words, columns, above))
        break;
      if (!heads && !is_touched)
        continue;
      note_headed (columns, lines, i - 1, first, is_headed);
      first = i - 1;
    }
  return first;
}
