/* model/phrase.c - texts that reports print over and over, each kept once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/phrase.h"

char *
phrase_new (const char *text)
{
  return g_ref_string_new_intern (text != NULL ? text : "");
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
