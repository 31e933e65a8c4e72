/* check/name.h - do the references and names of two rows say that they belong together?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/report.h"

G_BEGIN_DECLS

/* What is left of an indicator's reference and name if what only tells number, share and rate apart
 * is dropped. */
typedef struct
{
  char *stem;        /* owned; "CP3" of "CP3-QL (val)"; "" if there is no reference */
  GHashTable *words; /* owned; of char *, folded */
} Name;

Name *name_new (const Indicator *indicator);
void name_free (Name *name);

/* Returns: whether both have the same, known stem. */
gboolean name_shares_stem (const Name *a, const Name *b);

/* Returns: how many per cent of all words of the two are words of both. */
guint name_likeness (const Name *a, const Name *b);

/* Returns: whether a word of one is one of the other, be it in the plural. */
gboolean name_shares_word (const Name *a, const Name *b);

/* Returns: whether @word, folded, is one of the words. */
gboolean name_has_word (const Name *name, const char *word);

G_END_DECLS
