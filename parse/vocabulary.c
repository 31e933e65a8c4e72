/* parse/vocabulary.c - the lexicon, compiled.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/vocabulary.h"

#include "parse/memory.h"
#include "parse/month.h"
#include "parse/wording.h"

#include <string.h>

typedef struct
{
  const GArray *entries; /* of LexiconEntry, borrowed */
  GPtrArray *patterns;   /* of Pattern, owned, beside the entries */
  GHashTable *memory;    /* owned; of Found */
} List;

/* The entry that a text holds, NULL if none, and where. */
typedef struct
{
  const LexiconEntry *entry;
  gsize from, to;
} Found;

struct _Vocabulary
{
  List lists[N_WORDS];
  const GArray *confusions; /* borrowed */
  GHashTable *words;        /* owned; set of text */
  GPtrArray *wording;       /* owned; of those, borrowed */
};

static gboolean
compile_list (List *list, const char *path, GError **error)
{
  for (guint i = 0; i < list->entries->len; i++)
    {
      const LexiconEntry *entry = &g_array_index (list->entries, LexiconEntry, i);
      g_autoptr (GError) reason = NULL;
      Pattern *pattern = pattern_new (entry->pattern, &reason);
      if (pattern == NULL)
        {
          Where where = WHERE_FILE (path);
          return recount_fail (error, RECOUNT_ERROR_DATA, &where, "line %d, key 'pattern': %s",
                               entry->line, reason->message);
        }
      g_ptr_array_add (list->patterns, pattern);
    }
  return TRUE;
}

/* Adds what an entry is written with: its pattern, and its example, which need not be plain. */
static void
add_words (GHashTable *words, const GArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const LexiconEntry *entry = &g_array_index (entries, LexiconEntry, i);
      wording_add (words, entry->pattern);
      wording_add (words, entry->example);
    }
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
list_wording (Vocabulary *vocabulary)
{
  vocabulary->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_words (vocabulary->words, vocabulary->lists[WORDS_HEADINGS].entries);
  add_words (vocabulary->words, vocabulary->lists[WORDS_ROW_LABELS].entries);
  wording_add (vocabulary->words, MONTH_NAMES);
  vocabulary->wording = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer word = NULL;
  g_hash_table_iter_init (&iter, vocabulary->words);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    g_ptr_array_add (vocabulary->wording, word);
  g_ptr_array_sort (vocabulary->wording, compare_texts);
}

Vocabulary *
vocabulary_new (const Lexicon *lexicon, GError **error)
{
  const GArray *entries[N_WORDS] = {
    [WORDS_HEADINGS] = lexicon->headings,     [WORDS_ROW_LABELS] = lexicon->row_labels,
    [WORDS_MARKS] = lexicon->marks,           [WORDS_ARROWS] = lexicon->arrows,
    [WORDS_NOISE] = lexicon->noise,           [WORDS_UNITS] = lexicon->units,
    [WORDS_PROSE] = lexicon->prose,           [WORDS_FURNITURE] = lexicon->furniture,
    [WORDS_RATINGS] = lexicon->ratings,       [WORDS_SUBJECTS] = lexicon->subjects,
    [WORDS_COUNTS] = lexicon->counts,         [WORDS_DOUBTS] = lexicon->doubts,
    [WORDS_STATEMENTS] = lexicon->statements,
  };
  g_autoptr (Vocabulary) vocabulary = g_new0 (Vocabulary, 1);
  vocabulary->confusions = lexicon->confusions;
  for (int i = 0; i < N_WORDS; i++)
    {
      vocabulary->lists[i].entries = entries[i];
      vocabulary->lists[i].patterns
          = g_ptr_array_new_with_free_func ((GDestroyNotify) pattern_free);
      vocabulary->lists[i].memory = memory_new ();
    }

  for (int i = 0; i < N_WORDS; i++)
    if (!compile_list (&vocabulary->lists[i], lexicon->path, error))
      return NULL;
  list_wording (vocabulary);
  return g_steal_pointer (&vocabulary);
}

void
vocabulary_forget (const Vocabulary *vocabulary)
{
  for (int i = 0; i < N_WORDS; i++)
    g_hash_table_remove_all (vocabulary->lists[i].memory);
}

void
vocabulary_free (Vocabulary *vocabulary)
{
  if (vocabulary == NULL)
    return;

  for (int i = 0; i < N_WORDS; i++)
    {
      g_ptr_array_unref (vocabulary->lists[i].patterns);
      g_hash_table_unref (vocabulary->lists[i].memory);
    }
  g_clear_pointer (&vocabulary->wording, g_ptr_array_unref);
  g_clear_pointer (&vocabulary->words, g_hash_table_unref);
  g_free (vocabulary);
}

static Found
find (const List *words, const char *text)
{
  Found found = { NULL, 0, 0 };
  for (guint i = 0; i < words->patterns->len; i++)
    {
      Pattern *pattern = g_ptr_array_index (words->patterns, i);
      if (!pattern_find (pattern, text))
        continue;
      pattern_span (pattern, NULL, &found.from, &found.to);
      found.entry = &g_array_index (words->entries, LexiconEntry, i);
      return found;
    }
  return found;
}

const LexiconEntry *
vocabulary_find_span (const Vocabulary *vocabulary, WordList list, const char *text, gsize *from,
                      gsize *to)
{
  const List *words = &vocabulary->lists[list];
  const Found *known = memory_find (words->memory, text);
  Found found = known != NULL ? *known : find (words, text);
  if (known == NULL)
    memory_add (words->memory, text, &found, sizeof found);
  if (found.entry != NULL)
    {
      *from = found.from;
      *to = found.to;
    }
  return found.entry;
}

const LexiconEntry *
vocabulary_find (const Vocabulary *vocabulary, WordList list, const char *text)
{
  gsize from = 0, to = 0;
  return vocabulary_find_span (vocabulary, list, text, &from, &to);
}

const GArray *
vocabulary_entries (const Vocabulary *vocabulary, WordList list)
{
  return vocabulary->lists[list].entries;
}

const GPtrArray *
vocabulary_wording (const Vocabulary *vocabulary)
{
  return vocabulary->wording;
}

gboolean
vocabulary_has_word (const Vocabulary *vocabulary, const char *word)
{
  g_autofree char *small = g_utf8_strdown (word, -1);
  return g_hash_table_contains (vocabulary->words, small);
}

const GArray *
vocabulary_confusions (const Vocabulary *vocabulary)
{
  return vocabulary->confusions;
}
