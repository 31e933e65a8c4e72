/* parse/vocabulary.h - the lexicon, compiled: what a heading, a mark or an arrow means.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/lexicon.h"
#include "parse/pattern.h"

G_BEGIN_DECLS

typedef struct _Vocabulary Vocabulary; /* one thread at a time */

typedef enum
{
  WORDS_HEADINGS,
  WORDS_ROW_LABELS,
  WORDS_MARKS,
  WORDS_ARROWS,
  WORDS_NOISE,
  WORDS_UNITS,
  WORDS_PROSE,
  WORDS_RATINGS,
  WORDS_SUBJECTS,
  WORDS_COUNTS,
  WORDS_DOUBTS,
  WORDS_STATEMENTS,
  WORDS_FURNITURE,
  N_WORDS
} WordList;

/* Compiles @lexicon, which is borrowed and must live as long.  Returns (transfer full): the
 * vocabulary; NULL with RECOUNT_ERROR_DATA, naming file, line and key, for a bad pattern. */
Vocabulary *vocabulary_new (const Lexicon *lexicon, GError **error);
void vocabulary_free (Vocabulary *vocabulary);

/* Forgets the texts that were looked up. */
void vocabulary_forget (const Vocabulary *vocabulary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Vocabulary, vocabulary_free)

/* Returns (transfer none) (nullable): the first entry of @list that @text matches. */
const LexiconEntry *vocabulary_find (const Vocabulary *vocabulary, WordList list, const char *text);

/* The same, with the bytes of @text that matched. */
const LexiconEntry *vocabulary_find_span (const Vocabulary *vocabulary, WordList list,
                                          const char *text, gsize *from, gsize *to);

/* Returns (transfer none) (element-type LexiconEntry): the entries of @list. */
const GArray *vocabulary_entries (const Vocabulary *vocabulary, WordList list);

/* Returns (transfer none) (element-type utf8): the words that headings and labels of rows are made
 * of, months among them, in small letters and in the order of the alphabet. */
const GPtrArray *vocabulary_wording (const Vocabulary *vocabulary);

/* Whether @word, with whatever capitals, is one of those. */
gboolean vocabulary_has_word (const Vocabulary *vocabulary, const char *word);

/* Returns (transfer none) (element-type LexiconEntry): what readers of images take for what. */
const GArray *vocabulary_confusions (const Vocabulary *vocabulary);

G_END_DECLS
