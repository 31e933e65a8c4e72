/* parse/pattern.h - a compiled regular expression.  The only door to pcre2.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/error.h"

G_BEGIN_DECLS

typedef struct _Pattern Pattern; /* keeps its last match: one thread at a time */

/* From now on, patterns are compiled to machine code when they are made, not when they are first
 * used: for a process whose children use them. */
void pattern_prepare (void);

/* Compiles @source as UTF-8, caseless.  Returns (transfer full): the pattern; NULL with
 * RECOUNT_ERROR_DATA, naming the offset, if @source is no regular expression. */
Pattern *pattern_new (const char *source, GError **error);
void pattern_free (Pattern *pattern);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pattern, pattern_free)

/* Returns whether @subject, which must be UTF-8, holds a match.  A pattern that runs away on it
 * counts as none: a cell is short, and the limit is a thousand times what one needs. */
gboolean pattern_find (Pattern *pattern, const char *subject);

/* Where the last match, or a group of it, begins and ends, in bytes; FALSE if the group took no
 * part. */
gboolean pattern_span (const Pattern *pattern, const char *group, gsize *from, gsize *to);

/* Returns (transfer full): what group @name held in @subject, the string of the last match; NULL
 * if the group took no part. */
char *pattern_dup_group (const Pattern *pattern, const char *subject, const char *name);

G_END_DECLS
