/* check/name.c - do the references and names of two rows say that they belong together?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "check/name.h"

#include <stdlib.h>
#include <string.h>

/* Words that tell how a thing is counted, not which; in order. */
static const char *const measure_words[]
    = { "000",   "10",   "10k",    "a",   "and", "are",     "have",       "in",         "is",
        "n",     "no",   "number", "of",  "per", "percent", "percentage", "proportion", "rate",
        "share", "that", "the",    "val", "was", "were",    "which",      "who",        "with" };

static int
compare_words (const void *key, const void *word)
{
  return strcmp (key, *(const char *const *) word);
}

static gboolean
is_measure_word (const char *word)
{
  return bsearch (word, measure_words, G_N_ELEMENTS (measure_words), sizeof measure_words[0],
                  compare_words)
         != NULL;
}

/* Letters and signs, then digits with their points: what comes after tells parts apart. */
static char *
stem_of (const char *ref)
{
  const char *at = ref;
  while (*at != '\0' && !g_ascii_isdigit (*at))
    at++;
  while (g_ascii_isdigit (*at) || (*at == '.' && g_ascii_isdigit (at[1])))
    at++;
  return at > ref && g_ascii_isdigit (at[-1]) ? g_strndup (ref, (gsize) (at - ref)) : g_strdup ("");
}

Name *
name_new (const Indicator *indicator)
{
  Name *name = g_new0 (Name, 1);
  name->stem = stem_of (indicator->ref);
  name->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *folded = g_utf8_casefold (indicator->name, -1);
  g_autoptr (GString) word = g_string_new (NULL);
  for (const char *at = folded;; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      if (c != 0 && g_unichar_isalnum (c))
        {
          g_string_append_unichar (word, c);
          continue;
        }
      if (word->len > 0 && !is_measure_word (word->str))
        g_hash_table_add (name->words, g_strdup (word->str));
      g_string_truncate (word, 0);
      if (c == 0)
        return name;
    }
}

void
name_free (Name *name)
{
  if (name == NULL)
    return;
  g_free (name->stem);
  g_hash_table_unref (name->words);
  g_free (name);
}

gboolean
name_shares_stem (const Name *a, const Name *b)
{
  return a->stem[0] != '\0' && g_str_equal (a->stem, b->stem);
}

guint
name_likeness (const Name *a, const Name *b)
{
  guint n_both = 0;
  GHashTableIter iter;
  gpointer word = NULL;
  g_hash_table_iter_init (&iter, a->words);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    n_both += g_hash_table_contains (b->words, word);
  guint n_all = g_hash_table_size (a->words) + g_hash_table_size (b->words) - n_both;
  return n_all == 0 ? 0 : 100 * n_both / n_all;
}

gboolean
name_shares_word (const Name *a, const Name *b)
{
  GHashTableIter iter;
  gpointer word = NULL;
  g_hash_table_iter_init (&iter, a->words);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    {
      g_autofree char *plural = g_strconcat (word, "s", NULL);
      g_autofree char *singular = g_strdup (word);
      gsize length = strlen (singular);
      if (length > 1 && singular[length - 1] == 's')
        singular[length - 1] = '\0';
      if (name_has_word (b, word) || name_has_word (b, plural) || name_has_word (b, singular))
        return TRUE;
    }
  return FALSE;
}

gboolean
name_has_word (const Name *name, const char *word)
{
  return g_hash_table_contains (name->words, word);
}
