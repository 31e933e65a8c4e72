/* extract/text.c - a text to pages on a character grid.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. Form feeds cut the text into pages, line ends cut pages into lines.
 * 2. A line's separators are found: tabs, else pipes if the line is one of a Markdown table.
 * 3. Each field's mark-up is taken off, and what is left is cut at blanks into words.
 */
#include "extract/text.h"

#include <string.h>

#include "extract/markup.h"

typedef struct
{
  const char *start; /* borrowed from the text */
  gsize n_bytes;
} Line;

static gsize
count_byte (Line line, char byte)
{
  gsize count = 0;
  for (gsize i = 0; i < line.n_bytes; i++)
    count += line.start[i] == byte;
  return count;
}

/* A row of a Markdown table begins with a pipe and has two more; in a noisy text layer single
 * lines do so too, so that it counts only beside another one. */
static gboolean
has_pipes (Line line)
{
  return line.n_bytes > 2 && line.start[0] == '|' && count_byte (line, '|') >= 3;
}

static char
separator_of (const GArray *lines, guint i)
{
  Line line = g_array_index (lines, Line, i);
  if (memchr (line.start, '\t', line.n_bytes) != NULL)
    return '\t';
  if (!has_pipes (line))
    return '\0';

  gboolean is_beside = (i > 0 && has_pipes (g_array_index (lines, Line, i - 1)))
                       || (i + 1 < lines->len && has_pipes (g_array_index (lines, Line, i + 1)));
  return is_beside ? '|' : '\0';
}

/* `|---|:--:|` and the like is a drawn line, no text; single dashes are cells without a figure. */
static gboolean
is_drawn (Line line, char separator)
{
  gsize n_dashes = 0, longest = 0;
  for (gsize i = 0; i < line.n_bytes; i++)
    {
      char c = line.start[i];
      n_dashes = c == '-' ? n_dashes + 1 : 0;
      longest = MAX (longest, n_dashes);
      if (c != '-' && c != separator && c != ' ' && c != ':')
        return FALSE;
    }
  return separator != '\0' && longest >= 2;
}

static void
append_rule (Page *page, Line line, int y)
{
  Rule rule = { { 0, y, (double) line.n_bytes, y + 1 } };
  g_array_append_val (page->rules, rule);
}

static void
append_words (Page *page, const MarkupText *field, int x, int y, int lane)
{
  gboolean is_bold = FALSE;
  const char *at = field->text;
  for (guint i = 0; i < field->length;)
    {
      guint start = i;
      const char *from = at;
      for (; i < field->length && *at != ' '; i++)
        at = g_utf8_next_char (at);
      if (i > start)
        {
          MarkupPlace first = field->places[start], last = field->places[i - 1];
          is_bold = first.is_bold;
          Box box = { x + first.column, y, x + last.column + 1, y + 1 };
          Word *word = page_take_word (page, g_strndup (from, (gsize) (at - from)), box, lane);
          word->is_bold = is_bold;
        }
      for (; i < field->length && *at == ' '; i++)
        at = g_utf8_next_char (at);
    }
}

/* Returns: the next separator from @at on; NULL if there is none.  A pipe behind a backslash is
 * printed. */
static const char *
find_separator (const char *at, const char *end, char separator)
{
  const char *next = separator == '\0' ? NULL : memchr (at, separator, (gsize) (end - at));
  while (next != NULL && separator == '|' && next > at && next[-1] == '\\')
    next = memchr (next + 1, separator, (gsize) (end - next - 1));
  return next;
}

/* Reads the fields of a line, of which @separator stands between any two.  Emphasis goes on over
 * the lines of a paragraph, but not behind a heading. */
static void
append_line (Page *page, Line line, char separator, int y, MarkupState *state)
{
  const char *at = line.start, *end = line.start + line.n_bytes;
  gboolean is_paragraph = separator == '\0' && line.n_bytes > 0 && line.start[0] != '#';
  if (!is_paragraph)
    *state = (MarkupState){ 0 };
  int x = 0, lane = separator == '\0' ? WORD_NO_LANE : 0;
  if (separator == '|')
    {
      at++;
      x++;
    }

  while (at <= end)
    {
      const char *next = find_separator (at, end, separator);
      gsize n_bytes = (gsize) ((next == NULL ? end : next) - at);
      g_autoptr (MarkupText) field = markup_strip (at, n_bytes, at == line.start, state);
      append_words (page, field, x, y, lane);
      if (next == NULL)
        break;
      x += (int) g_utf8_strlen (at, (gssize) n_bytes) + 1;
      at = next + 1;
      lane++;
    }
  if (!is_paragraph)
    *state = (MarkupState){ 0 };
}

static void
append_page (Document *document, const char *text, gsize n_bytes)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  for (const char *at = text, *end = text + n_bytes; at < end;)
    {
      const char *stop = memchr (at, '\n', (gsize) (end - at));
      Line line = { at, (gsize) ((stop == NULL ? end : stop) - at) };
      g_array_append_val (lines, line);
      at += line.n_bytes + 1;
    }

  MarkupState state = { 0 };
  Page *page = page_new (document->n_pages + 1, 0, lines->len);
  for (guint i = 0; i < lines->len; i++)
    {
      Line line = g_array_index (lines, Line, i);
      char separator = separator_of (lines, i);
      page->width = MAX (page->width, (double) g_utf8_strlen (line.start, (gssize) line.n_bytes));
      if (is_drawn (line, separator))
        append_rule (page, line, (int) i);
      else
        append_line (page, line, separator, (int) i, &state);
    }
  document_take_page (document, page);
}

void
text_append_pages (Document *document, const char *text)
{
  for (const char *at = text;;)
    {
      const char *stop = strchr (at, '\f');
      gsize n_bytes = stop == NULL ? strlen (at) : (gsize) (stop - at);
      if (stop != NULL || n_bytes > 0)
        append_page (document, at, n_bytes);
      if (stop == NULL)
        return;
      at = stop + 1;
    }
}
