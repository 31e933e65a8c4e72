/* parse/layout_group.h - headings that group those below, and what they group.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "parse/gutter.h"
#include "parse/heading.h"

G_BEGIN_DECLS

/* Adds the headings from @first to @end to @grid: a row, and below it one for those that others
 * group. */
void layout_group_add (const HeadingWords *words, const GArray *columns, const GArray *lines,
                       guint first, guint end, Grid *grid, int page);

G_END_DECLS
