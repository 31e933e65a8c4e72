/* parse/layout_begin.h - whether a table that stands by alignment alone begins on a line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "parse/heading.h"
#include "parse/segment.h"

G_BEGIN_DECLS

/* Finds the headings that line @i, which heads references or names, is of: it heads enough columns,
 * as a line of months does that stands right above a row and right of its name, or does with the
 * lines from @from on that touch it, for cells of headings that stand on several lines share none.
 * Figures must follow soon.  Returns: whether there are any; @line gets the line that heads most.
 */
gboolean layout_begin_is_at (const HeadingWords *words, const GArray *lines, guint from, guint i,
                             guint *line);

G_END_DECLS
