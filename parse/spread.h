/* parse/spread.h - which columns each of several groups of headings stands over.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *           2016/17                    2017/18             groups, each over the middle of
 *      Jan    Feb    Mar    Apr    May    Jun    Jul       what it groups
 */
#pragma once

#include "parse/gutter.h"
#include "parse/pile.h"

G_BEGIN_DECLS

/* Deals the columns (of Span) from @first to @end out to @piles (of Pile, from left to right), at
 * least one to each, so that the groups stand nearest to the middles of theirs: the least sum of
 * squares.
 *
 * Returns (transfer full) (nullable): the column that each group begins with; %NULL if there are
 * too few, or a group stands farther from the middle than half a column */
guint *spread_groups (const GArray *columns, guint first, guint end, const GArray *piles);

G_END_DECLS
