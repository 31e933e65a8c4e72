/* parse/layout_heading.h - the headings of a table that stands by alignment alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In each function, @words are what headings are read with, @lines (of WordLine) those of the page
 * and @columns (of Span) those of the table.
 */
#pragma once

#include "parse/gutter.h"
#include "parse/heading.h"

G_BEGIN_DECLS

/* Finds the headings that line @i, which heads references or names, is of: it heads enough columns,
 * as a line of months does that stands right above a row and right of its name, or does with the
 * lines from @from on that touch it, for cells of headings that stand on several lines share none.
 * Figures must follow soon.  Returns: whether there are any; @line gets the line that heads most.
 */
gboolean layout_heading_begins (const HeadingWords *words, const GArray *lines, guint from, guint i,
                                guint *line);

/* Returns: the first line of the headings, at or below @from, which go on up from @line: over lines
 * that touch each other, and further to one that heads columns which are not headed yet. */
guint layout_heading_start (const HeadingWords *words, const GArray *columns, const GArray *lines,
                            guint from, guint line);

/* Returns: the line behind the headings that begin at @first and of which @line heads most, @end at
 * most: behind the last that is some more of them, and what stands around those rather than around
 * the first row.  @rules part rows. */
guint layout_heading_end (const HeadingWords *words, const GArray *columns, const GArray *lines,
                          guint first, guint line, guint end, const GArray *rules);

/* Joins columns that stand apart because the headings, from @first to @heading_end, are set
 * otherwise than the cells below them: one that has a heading alone, and one beside it that has
 * none but a group's.  @end is the table's. */
void layout_heading_join_apart (const HeadingWords *words, GArray *columns, const GArray *lines,
                                guint first, guint heading_end, guint end);

/* Joins columns of arrows with the figures right of them where one of the headings, from @first to
 * @heading_end, stands over both, or over one for both: an arrow may stand at the side of its cell.
 * @end is the table's. */
void layout_heading_join_arrows (const HeadingWords *words, GArray *columns, const GArray *lines,
                                 guint first, guint heading_end, guint end);

/* Adds the headings from @first to @end to @grid: a row, and below it one for those that others
 * group. */
void layout_heading_add (const HeadingWords *words, const GArray *columns, const GArray *lines,
                         guint first, guint end, Grid *grid, int page);

G_END_DECLS
