/* parse/claim.h - what a commentary states of figures, as claims that can be checked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words are those of the lexicon.  Precision goes first: a sentence that is not surely about a
 * figure of one indicator makes no claim.
 */
#pragma once

#include "model/knowledge.h"
#include "model/report.h"
#include "parse/month.h"
#include "parse/vocabulary.h"

G_BEGIN_DECLS

typedef struct _ClaimReader ClaimReader; /* one thread at a time */

/* Compiles the claims of @lexicon.  All three are borrowed and must live as long.  Returns
 * (transfer full): the reader; NULL with RECOUNT_ERROR_DATA, naming file, line and key, for a bad
 * pattern. */
ClaimReader *claim_reader_new (const Lexicon *lexicon, const Vocabulary *vocabulary,
                               MonthReader *months, GError **error);
void claim_reader_free (ClaimReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClaimReader, claim_reader_free)

/* Adds to @report what its commentaries and analyses claim, in the order of the texts.  A text of
 * no row claims what it names the indicator of. */
void claim_read_all (const ClaimReader *reader, Report *report);

/* Returns: which claim of the lexicon, from 0, is the first to understand @sentence; -1 if none. */
int claim_find (const ClaimReader *reader, const char *sentence);

G_END_DECLS
