/* parse/broken.c - words that are broken over two lines without a hyphen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/broken.h"

#include <string.h>

#define MAX_LENGTH 48 /* bytes of a text that stands in a cell so narrow */
#define MAX_PIECES 3  /* of one word */

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

/* Returns (transfer full) (nullable): the @n pieces from @pieces on as one word; NULL if they are
 * none, or if words already stand there. */
static char *
dup_word (const Vocabulary *vocabulary, char **pieces, guint n)
{
  g_autoptr (GString) word = g_string_new (NULL);
  gboolean are_words = TRUE;
  for (guint i = 0; i < n; i++)
    {
      if (i > 0 && !g_ascii_islower (pieces[i][0]))
        return NULL;
      are_words = are_words && vocabulary_has_word (vocabulary, pieces[i]);
      g_string_append (word, pieces[i]);
    }
  if (are_words || !vocabulary_has_word (vocabulary, word->str))
    return NULL;
  return g_strdup (word->str);
}

char *
broken_join (const Vocabulary *vocabulary, const char *text)
{
  if (strlen (text) > MAX_LENGTH)
    return NULL;
  g_auto (GStrv) pieces = g_strsplit (text, " ", -1);
  g_autoptr (GString) joined = g_string_new (NULL);
  guint n_pieces = g_strv_length (pieces);
  for (guint i = 0, n; i < n_pieces; i += n)
    {
      g_autofree char *word = NULL;
      for (n = MIN (MAX_PIECES, n_pieces - i);
           n > 1 && (word = dup_word (vocabulary, pieces + i, n)) == NULL;)
        n--;
      g_string_append_printf (joined, "%s%s", i > 0 ? " " : "", word != NULL ? word : pieces[i]);
    }
  return strcmp (joined->str, text) != 0 ? g_strdup (joined->str) : NULL;
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
