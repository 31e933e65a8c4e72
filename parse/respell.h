/* parse/respell.h - a heading that was read off an image, and is none: what was it?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Readers of images take letters for others (`marklng`, `Septernber`), brackets for braces, and
 * lose blanks (`%change`, `Performanceindicator`).  Headings are made of few words, all of which
 * the lexicon knows: a word that it does not know is one that looks like it.
 */
#pragma once

#include "parse/vocabulary.h"

G_BEGIN_DECLS

typedef struct
{
  char *text; /* owned */
  guint cost; /* how much it differs: 2 for a letter, 1 for one that looks like it */
} Respelling;

/* Returns (transfer full) (element-type Respelling): what @text may have been, the likeliest first;
 * nothing if it is of words that the vocabulary knows, or has too many others. */
GArray *respell_list (const Vocabulary *vocabulary, const char *text);

/* Whether @text may be a misreading of @word, both without blanks, whatever their capitals. */
gboolean respell_may_be (const char *text, const char *word);

G_END_DECLS
