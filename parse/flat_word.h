/* parse/flat_word.h - the words of flattened text: what is one, what is debris, which are alike.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "parse/block.h"

G_BEGIN_DECLS

/* A blank-separated piece of a line. */
typedef struct
{
  char *text;          /* owned; without the cell's border that sticks to it: `[need-` is `need-` */
  char *folded;        /* owned; its letters and digits alone, in lower case */
  guint id;            /* the same for pieces that fold alike, from 1; 0 if nothing is left */
  guint width;         /* of the text, in characters */
  gboolean is_debris;  /* what is left of rules, of upright and of broken letters: no word */
  gboolean is_garbled; /* signs in the middle of it: two lines came out as one */
  gboolean has_border; /* whether a cell's border stood before it */
} FlatWord;

/* A line of a document. */
typedef struct
{
  GArray *words;        /* of FlatWord, owned */
  gboolean begins_page; /* whether it is the first of its page, as far as that can be told */
} FlatLine;

/* Returns (transfer full) (element-type FlatLine): the pieces of each of @lines (element-type
 * TextLine), as many as blanks part: no piece is left out. */
GPtrArray *flat_words_read (const GPtrArray *lines);

/* Returns (transfer full): @text's letters and digits alone, in lower case. */
char *flat_word_fold (const char *text);

/* Returns (transfer full): the words of @text, folded, without those of which nothing is left. */
GStrv flat_words_fold (const char *text);

/* Whether two folded words may be one, but for a letter in four that damage took for another. */
gboolean flat_word_is_like (const char *a, const char *b);

/* Whether a text that ends with @word has come to the end of a sentence. */
gboolean flat_word_ends_sentence (const char *word);

static inline const FlatLine *
flat_line (const GPtrArray *lines, guint line)
{
  return g_ptr_array_index (lines, line);
}

static inline const FlatWord *
flat_word (const GPtrArray *lines, guint line, guint word)
{
  return &g_array_index (flat_line (lines, line)->words, FlatWord, word);
}

G_END_DECLS
