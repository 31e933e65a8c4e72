/* parse/memory.h - what was found out about a text before: reports print the same few over and
 * over.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MEMORY_MAX_TEXTS 4000
#define MEMORY_MAX_BYTES 128 /* of a text; longer ones do not come again */

/* A memory is a GHashTable of texts. */
GHashTable *memory_new (void);

/* Returns (transfer none) (nullable): what is remembered of @text. */
gconstpointer memory_find (GHashTable *memory, const char *text);

/* Remembers a copy of the @n_bytes at @content about @text, unless it is long.  A memory that is
 * full forgets all the rest. */
void memory_add (GHashTable *memory, const char *text, gconstpointer content, gsize n_bytes);

G_END_DECLS
