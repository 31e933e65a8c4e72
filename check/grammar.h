/* check/grammar.h - does a figure look like those that it stands among?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The months of one row are printed in one way: as many decimals, with or without a percent sign,
 * of like size.  The changes of one column are, too.  A reading of an image that is not printed so
 * is doubtful, however sure its reader was of each character.  Text as a file holds it is believed.
 */
#pragma once

#include "model/report.h"

G_BEGIN_DECLS

/* The most that the confidence of a figure can be that does not look like its neighbours. */
#define GRAMMAR_DOUBT 0.5

typedef struct _Grammar Grammar;

Grammar *grammar_new (const Report *report);
void grammar_free (Grammar *grammar);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Grammar, grammar_free)

/* Returns: how many decimals nearly all figures of @figure's kind have, -1 if they do not agree. */
int grammar_scale (const Grammar *grammar, const Figure *figure);

/* Lowers the confidence of the figures read off images that do not look like their neighbours. */
void grammar_doubt (const Grammar *grammar, const Report *report);

G_END_DECLS
