/* emit/plain.c - texts of untrusted files, made fit for a terminal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/plain.h"

#include <string.h>

#define REPLACEMENT '?'
#define ELLIPSIS "..."

char *
plain_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *plain = g_string_sized_new (strlen (valid));
  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      g_string_append_unichar (plain, g_unichar_isprint (character) ? character : REPLACEMENT);
    }
  return g_string_free (plain, FALSE);
}

char *
plain_shorten (const char *text, glong width)
{
  g_autofree char *plain = plain_text (text);
  if (g_utf8_strlen (plain, -1) <= width)
    return g_steal_pointer (&plain);

  g_autofree char *cut = g_utf8_substring (plain, 0, width - (glong) strlen (ELLIPSIS));
  char *blank = strrchr (cut, ' ');
  if (blank != NULL)
    *blank = '\0';
  return g_strconcat (cut, blank != NULL ? " " : "", ELLIPSIS, NULL);
}
