/* model/phrase.c - texts that reports print over and over, each kept once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/phrase.h"

/* Returns (transfer none): the empty text, which most are. */
static char *
nothing (void)
{
  static char *phrase;
  if (g_once_init_enter (&phrase))
    g_once_init_leave (&phrase, g_ref_string_new_intern (""));
  return phrase;
}

char *
phrase_new (const char *text)
{
  if (text == NULL || text[0] == '\0')
    return g_ref_string_acquire (nothing ());
  return g_ref_string_new_intern (text);
}

void
phrase_free (char *phrase)
{
  if (phrase != NULL)
    g_ref_string_release (phrase);
}

void
phrase_set (char **field, const char *text)
{
  char *phrase = phrase_new (text); /* first: @text may be of @field */
  phrase_free (*field);
  *field = phrase;
}
