/* parse/segment.c - a line of words, cut where more than a word's blank is left.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/segment.h"

#define SEGMENT_GAP 2  /* blanks that part two segments: words have one or less between them */
#define BLANK 0.3      /* of the type's size on a page that is set; a character of a text file */
#define BLANK_LINE 0.9 /* of a line's height: another line would fit, or nearly so */

double
segment_blank (const Word *word)
{
  return word->size == 1 ? 1 : BLANK * word->size;
}

gboolean
segment_ends_between (const Word *left, const Word *right)
{
  return right->box.x0 - left->box.x1
         >= SEGMENT_GAP * MAX (segment_blank (left), segment_blank (right));
}

GArray *
segment_list (const WordLine *line)
{
  GArray *segments = g_array_new (FALSE, FALSE, sizeof (Segment));
  for (guint i = 0; i < line->n_words;)
    {
      Segment segment = { &line->words[i], 1 };
      while (i + segment.n_words < line->n_words
             && !segment_ends_between (&line->words[i + segment.n_words - 1],
                                       &line->words[i + segment.n_words]))
        segment.n_words++;
      g_array_append_val (segments, segment);
      i += segment.n_words;
    }
  return segments;
}

const Segment *
segment_at (const GArray *segments, guint i)
{
  return &g_array_index (segments, Segment, i);
}

guint
segment_count (const WordLine *line)
{
  guint n = 1;
  for (guint i = 0; i + 1 < line->n_words; i++)
    n += segment_ends_between (&line->words[i], &line->words[i + 1]);
  return n;
}

double
segment_x0 (const Segment *segment)
{
  return segment->words[0].box.x0;
}

double
segment_x1 (const Segment *segment)
{
  return segment->words[segment->n_words - 1].box.x1;
}

char *
segment_dup_text (const Segment *segment)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < segment->n_words; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", segment->words[i].text);
  return g_string_free (text, FALSE);
}

gboolean
segment_is_figure (const char *text)
{
  gboolean has_digit = FALSE;
  for (const char *at = text; *at != '\0'; at++)
    {
      has_digit |= g_ascii_isdigit (*at);
      gboolean is_range = at > text && (*at == '-' || *at == '/'); /* 17-18 heads a column */
      if ((g_ascii_isalpha (*at) || is_range) && g_ascii_strcasecmp (text, "n/a") != 0)
        return FALSE;
    }
  return has_digit || g_str_equal (text, "-") || g_ascii_strcasecmp (text, "n/a") == 0;
}

gboolean
word_line_repeats_itself (const WordLine *line)
{
  g_autoptr (GArray) segments = segment_list (line);
  for (guint i = 0; i + 1 < segments->len; i++)
    {
      g_autofree char *own = segment_dup_text (segment_at (segments, i));
      g_autofree char *next = segment_dup_text (segment_at (segments, i + 1));
      if (g_str_equal (own, next))
        return TRUE;
    }
  return FALSE;
}

const WordLine *
word_line (const GArray *lines, guint i)
{
  return &g_array_index (lines, WordLine, i);
}

double
word_line_y0 (const WordLine *line)
{
  return line->words[0].box.y0 - line->lifted;
}

double
word_line_y1 (const WordLine *line)
{
  return line->words[0].box.y1 - line->lifted;
}

double
word_line_gap_above (const GArray *lines, guint i)
{
  const WordLine *above = word_line (lines, i - 1), *own = word_line (lines, i);
  return (word_line_y0 (own) - word_line_y1 (above)) / (word_line_y1 (own) - word_line_y0 (own));
}

gboolean
word_line_touches_above (const GArray *lines, guint i)
{
  return word_line_gap_above (lines, i) < BLANK_LINE;
}
