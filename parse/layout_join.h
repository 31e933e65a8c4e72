/* parse/layout_join.h - columns that stand apart though one heading is of both.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "parse/gutter.h"
#include "parse/heading.h"

G_BEGIN_DECLS

/* Joins columns that stand apart because the headings, from @first to @heading_end, are set
 * otherwise than the cells below them: one that has a heading alone, and one beside it that has
 * none but a group's.  @end is the table's. */
void layout_join_apart (const HeadingWords *words, GArray *columns, const GArray *lines,
                        guint first, guint heading_end, guint end);

/* Joins columns of arrows with the figures right of them where one of the headings, from @first to
 * @heading_end, stands over both, or over one for both: an arrow may stand at the side of its cell.
 * @end is the table's. */
void layout_join_arrows (const HeadingWords *words, GArray *columns, const GArray *lines,
                         guint first, guint heading_end, guint end);

G_END_DECLS
