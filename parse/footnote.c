/* parse/footnote.c - marks of notes within a text: superscript figures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/footnote.h"

#include <string.h>

static gboolean
is_superscript (gunichar c)
{
  return c == 0xB9 || c == 0xB2 || c == 0xB3 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079);
}

char *
footnote_strip (const char *text)
{
  if (strpbrk (text, "\302\342") == NULL) /* what their UTF-8 begins with: most texts have none */
    return NULL;
  g_autoptr (GString) plain = g_string_new (NULL);
  gsize n_marks = 0;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (is_superscript (g_utf8_get_char (at)))
      n_marks++;
    else
      g_string_append_len (plain, at, g_utf8_next_char (at) - at);
  g_strchomp (plain->str);
  return n_marks > 0 && plain->str[0] != '\0' ? g_strdup (plain->str) : NULL;
}

void
footnote_strip_names (Report *report)
{
  for (guint i = 0; i < report->indicators->len; i++)
    {
      Indicator *indicator = report_indicator (report, i);
      g_autofree char *plain = footnote_strip (indicator->name);
      if (plain != NULL)
        report_set_text (&indicator->name, plain);
    }
}
