/* parse/overflow.h - rows that the end of a page cut off from their table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One or two rows alone on the next page are no table by themselves: nothing there shows columns.
 * They are known by those of the table that the page before ended with.
 */
#pragma once

#include "parse/grid.h"
#include "parse/segment.h"

G_BEGIN_DECLS

/* Finds the lines near the top of page @page, among @lines (of WordLine) from *@first to *@end,
 * that stand below the columns of @above, the last table of the page before: each piece below one
 * of its own, at least three of them, two with figures.
 *
 * Returns (transfer full) (nullable): their rows, by the columns of @above; *@first and *@end get
 * where they begin and end; %NULL if there are none */
Grid *overflow_find (const Grid *above, int page, const GArray *lines, guint *first, guint *end);

/* Puts the rows of @grid, which begins the page behind the one that @above ends, into the columns
 * of
 * @above if those of its rows with figures stand below them, each cell below one: borders that only
 * the page before shows make other columns of the same table. */
void overflow_align (const Grid *above, Grid *grid);

/* Returns: whether @above is nothing but headings, and @grid rows with as many columns and none: a
 * page break parted them. */
gboolean overflow_is_headed (const Grid *above, const Grid *grid);

G_END_DECLS
