/* extract/raised.h - small figures that stand raised behind a word: marks of notes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "extract/mark.h"

G_BEGIN_DECLS

/* Of @marks (element-type Mark), which lie line by line as @lines (element-type guint: where each
 * begins, and their number) says, takes the upright digits that are smaller than what they stand
 * right behind, and higher: their glyphs become superscript characters of that size on that line,
 * so that `12` with a raised 3 is never 123.
 *
 * Returns: whether there are any; the marks are to be made and sorted again then */
gboolean raised_settle (GArray *marks, const GArray *lines);

G_END_DECLS
