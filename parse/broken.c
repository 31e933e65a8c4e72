/* parse/broken.c - words that are broken over two lines without a hyphen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/broken.h"

#include <string.h>

#define MAX_LENGTH 48 /* bytes of a text that stands in a cell so narrow */

/* Whether the blank at @at may be where a word is broken: what is behind begins no word, or is one
 * letter, as in `Do T`. */
static gboolean
may_break (const char *text, gsize at)
{
  char next = text[at + 1];
  if (text[at] != ' ' || at == 0)
    return FALSE;
  return g_ascii_islower (next) || g_ascii_isdigit (next)
         || (g_ascii_isalpha (next) && (text[at + 2] == '\0' || text[at + 2] == ' '));
}

char *
broken_mend (const char *text, guint k)
{
  gsize length = strlen (text);
  for (gsize i = 0; i < length && length <= MAX_LENGTH; i++)
    if (may_break (text, i) && k-- == 0)
      return g_strdup_printf ("%.*s%s", (int) i, text, text + i + 1);
  return NULL;
}
