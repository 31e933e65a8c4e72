/* parse/title.c - the line that names the table of one indicator below it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/title.h"

#include <string.h>

#include "parse/label.h"
#include "parse/segment.h"

#define MAX_TITLE 120 /* bytes of a line */
#define MAX_LINES 3

/* How sure a line is to be a title. */
typedef enum
{
  TITLE_NONE,
  TITLE_SENTENCE,
  TITLE_PLAIN,
  TITLE_BOLD
} TitleRank;

static const TextLine *
line_at (const GPtrArray *blocks, guint block, guint line)
{
  const Block *own = g_ptr_array_index (blocks, block);
  return own->lines[line];
}

/* Whether a word is of an axis or a key: a figure, a period, a label, or no letters. */
static gboolean
is_of_chart (const Reader *reader, const char *word)
{
  Label label;
  Period period = NO_PERIOD;
  return segment_is_figure (word) || label_read (&reader->words, word, &label)
         || month_read (reader->words.months, word, period_financial_year (2000), &period)
         || strlen (word) <= 1;
}

/* Whether a line says more than the axes and keys of charts do. */
static gboolean
says_more (const Reader *reader, const char *text)
{
  Label label;
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  if (label_read (&reader->words, text, &label))
    return FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    if (!is_of_chart (reader, words[i]))
      return TRUE;
  return FALSE;
}

static TitleRank
rank_of (const Reader *reader, const TextLine *line)
{
  const Vocabulary *vocabulary = reader->words.vocabulary;
  if (line->n_bytes == 0 || !says_more (reader, line->text))
    return TITLE_NONE;
  if (vocabulary_find (vocabulary, WORDS_PROSE, line->text) != NULL || line->n_bytes > MAX_TITLE)
    return TITLE_SENTENCE;
  if (line->n_bold == line->n_bytes)
    return TITLE_BOLD;
  return line->text[line->n_bytes - 1] == '.' ? TITLE_SENTENCE : TITLE_PLAIN;
}

/* Takes the lines above along that a line in lower case goes on. */
static void
add_lines_above (const GPtrArray *blocks, Title *title)
{
  while (title->first > 0 && title->n < MAX_LINES)
    {
      const TextLine *line = line_at (blocks, title->block, title->first);
      const TextLine *above = line_at (blocks, title->block, title->first - 1);
      if (!g_unichar_islower (g_utf8_get_char (line->text))
          || (line->n_bold == line->n_bytes) != (above->n_bold == above->n_bytes))
        return;
      title->first--;
      title->n++;
    }
}

gboolean
title_find (const Reader *reader, const GPtrArray *blocks, guint table, Title *title)
{
  TitleRank best = TITLE_NONE;
  for (guint i = table; i-- > 0 && best < TITLE_PLAIN;)
    {
      const Block *block = g_ptr_array_index (blocks, i);
      if (block->grid != NULL)
        break;
      for (guint k = block->n_lines; k-- > 0;)
        {
          TitleRank rank = rank_of (reader, line_at (blocks, i, k));
          if (rank <= best)
            continue;
          best = rank;
          *title = (Title){ i, k, 1 };
        }
    }
  if (best != TITLE_NONE)
    add_lines_above (blocks, title);
  return best != TITLE_NONE;
}

char *
title_text (const GPtrArray *blocks, const Title *title)
{
  GString *text = g_string_new (line_at (blocks, title->block, title->first)->text);
  for (guint i = 1; i < title->n; i++)
    g_string_append_printf (text, " %s", line_at (blocks, title->block, title->first + i)->text);
  return g_string_free (text, FALSE);
}
