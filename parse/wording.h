/* parse/wording.h - the words that patterns are made of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Adds to @words, a set of texts that it owns, the words in small letters that stand in @pattern, a
 * regular expression, with what it lets follow: `max(?:imum)?` has max and maximum, `neighbou?r`
 * has neighbor and neighbour.  Whatever else the pattern has parts words. */
void wording_add (GHashTable *words, const char *pattern);

G_END_DECLS
