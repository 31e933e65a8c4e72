/* parse/flat_twin.h - texts that several rows share: where one is damaged, another tells what it
 * was.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Mends each of @texts (element-type GString) by those that are mostly the same.  @counts, folded
 * word -> how often the document prints it, tells damage from mere difference: a word that stands
 * but once and is written with nearly the letters of words that are usual. */
void flat_twins_mend (const GPtrArray *texts, GHashTable *counts);

G_END_DECLS
