/* extract/bytes.h - words sought in bytes that may hold anything, zeros too.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns (nullable): where @word first stands between @start and @end. */
const char *bytes_find (const char *start, const char *end, const char *word);

/* Returns (nullable): where it stands last. */
const char *bytes_find_last (const char *start, const char *end, const char *word);

G_END_DECLS
