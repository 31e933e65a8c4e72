/* model/phrase.h - texts that reports print over and over, each kept once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A report has tens of thousands of texts, and most of its cells, headings and names are few: each
 * phrase is one piece of memory, shared by all that hold it.  A phrase is read like any text and
 * never written to; phrase_free() lets go of it, g_free() must not.  Threads may share phrases.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns (transfer full): @text, NULL counting as "". */
char *phrase_new (const char *text);

/* Lets go of @phrase, which may be NULL. */
void phrase_free (char *phrase);

/* Puts @text, NULL counting as "", in the place of the phrase that @field holds, if any; @text may
 * be part of that. */
void phrase_set (char **field, const char *text);

G_END_DECLS
