/* extract/markup.c - takes HTML and Markdown mark-up off a line of text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/markup.h"

#include <string.h>

/* A piece of mark-up and what it does. */
typedef struct
{
  const char *mark;
  enum
  {
    MARK_DROP,
    MARK_BOLD_ON,
    MARK_BOLD_OFF,
    MARK_BOLD_TOGGLE,
    MARK_BLANK,
  } does;
} Mark;

static const Mark marks[] = {
  { "<b>", MARK_BOLD_ON },        { "</b>", MARK_BOLD_OFF },  { "<strong>", MARK_BOLD_ON },
  { "</strong>", MARK_BOLD_OFF }, { "<i>", MARK_DROP },       { "</i>", MARK_DROP },
  { "<em>", MARK_DROP },          { "</em>", MARK_DROP },     { "<u>", MARK_DROP },
  { "</u>", MARK_DROP },          { "<sup>", MARK_DROP },     { "</sup>", MARK_DROP },
  { "<br>", MARK_BLANK },         { "<br/>", MARK_BLANK },    { "<br />", MARK_BLANK },
  { "***", MARK_BOLD_TOGGLE },    { "**", MARK_BOLD_TOGGLE },
};

/* What a backslash makes plain in Markdown. */
#define ESCAPED "\\`*_{}[]<>()#+-.!|"

typedef struct
{
  GString *text;
  GArray *places; /* of MarkupPlace */
} Output;

static const Mark *
mark_at (const char *at, gsize n_left)
{
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      gsize length = strlen (marks[i].mark);
      if (length <= n_left && g_ascii_strncasecmp (at, marks[i].mark, length) == 0)
        return &marks[i];
    }
  return NULL;
}

static void
append (Output *out, gunichar c, int column, gboolean is_bold)
{
  MarkupPlace place = { column, is_bold };
  g_string_append_unichar (out->text, c == '\t' ? ' ' : c);
  g_array_append_val (out->places, place);
}

static void
apply (const Mark *mark, Output *out, int column, MarkupState *state)
{
  if (mark->does == MARK_BLANK)
    append (out, ' ', column, state->is_bold);
  else if (mark->does != MARK_DROP)
    state->is_bold = mark->does == MARK_BOLD_TOGGLE ? !state->is_bold : mark->does == MARK_BOLD_ON;
}

/* Returns how many bytes of `#`s and blanks begin a heading; 0 if it is none. */
static gsize
heading_prefix (const char *text, gsize n_bytes)
{
  gsize n = 0;
  while (n < n_bytes && n < 6 && text[n] == '#')
    n++;
  return n > 0 && n < n_bytes && text[n] == ' ' ? n + 1 : 0;
}

/* Whether a single asterisk at @at opens or closes emphasis: it touches a word on one side only,
 * and behind one only if emphasis is open: else it is the mark of a footnote. */
static gboolean
is_emphasis (const char *start, const char *at, const char *end, MarkupState *state)
{
  gboolean is_first = at == start || at[-1] == ' ' || at[-1] == '*';
  gboolean is_last = at + 1 == end || at[1] == ' ' || at[1] == '*';
  if (*at != '*' || is_first == is_last || (is_last && !state->is_italic))
    return FALSE;
  state->is_italic = is_first;
  return TRUE;
}

MarkupText *
markup_strip (const char *text, gsize n_bytes, gboolean at_line_start, MarkupState *state)
{
  Output out = { g_string_sized_new (n_bytes + 1),
                 g_array_sized_new (FALSE, FALSE, sizeof (MarkupPlace), (guint) n_bytes) };
  const char *at = text, *end = text + n_bytes;
  int column = 0;
  gsize n_prefix = at_line_start ? heading_prefix (text, n_bytes) : 0;
  state->is_bold |= n_prefix > 0;
  at += n_prefix;
  column += (int) n_prefix;

  while (at < end)
    {
      const Mark *mark = *at == '<' || *at == '*' ? mark_at (at, (gsize) (end - at)) : NULL;
      const char *next = mark != NULL ? at + strlen (mark->mark) : g_utf8_next_char (at);
      if (mark != NULL)
        apply (mark, &out, column, state);
      else if (*at == '\\' && next < end && strchr (ESCAPED, *next) != NULL)
        {
          append (&out, (guchar) *next, column + 1, state->is_bold);
          next++;
        }
      else if (!is_emphasis (text, at, end, state))
        append (&out, g_utf8_get_char (at), column, state->is_bold);
      column += (int) g_utf8_strlen (at, (gssize) (next - at));
      at = next;
    }

  MarkupText *result = g_new0 (MarkupText, 1);
  result->length = out.places->len;
  result->text = g_string_free (out.text, FALSE);
  result->places = (MarkupPlace *) (void *) g_array_free (out.places, FALSE);
  return result;
}

void
markup_text_free (MarkupText *text)
{
  if (text == NULL)
    return;

  g_free (text->text);
  g_free (text->places);
  g_free (text);
}
