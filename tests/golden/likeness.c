/* tests/golden/likeness.c - how alike two texts are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/golden/likeness.h"

/* Adds @step for each word of @text; returns how many words there are. */
static guint
count_words (GHashTable *counts, const char *text, int step)
{
  guint n_words = 0;
  g_autofree char *lower = g_ascii_strdown (text, -1);
  g_strcanon (lower, "abcdefghijklmnopqrstuvwxyz0123456789%+", ' ');
  g_auto (GStrv) words = g_strsplit (lower, " ", -1);
  for (char **word = words; *word != NULL; word++)
    if (**word != '\0')
      {
        int count = GPOINTER_TO_INT (g_hash_table_lookup (counts, *word)) + step;
        g_hash_table_insert (counts, g_strdup (*word), GINT_TO_POINTER (count));
        n_words++;
      }
  return n_words;
}

double
likeness (const char *a, const char *b)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_words = count_words (counts, a, 1) + count_words (counts, b, -1);
  guint n_alone = 0;
  GHashTableIter iter;
  gpointer count = NULL;
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, NULL, &count))
    n_alone += (guint) ABS (GPOINTER_TO_INT (count));
  return n_words == 0 ? 1 : (double) (n_words - n_alone) / n_words;
}
