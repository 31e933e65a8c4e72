/* parse/stack.h - which row of a table each line belongs to, where no rules part the rows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *     CP4    Percentage of conferences              The figure is     a row whose cells stand
 *            that resulted in a         95%  93%    consistent with   beside each other's
 *            plan                                   that of October   middle
 */
#pragma once

#include "parse/grid.h"
#include "parse/gutter.h"

G_BEGIN_DECLS

#define STACK_NO_ROW G_MAXUINT

/* Returns (transfer full): for each line (of WordLine) from @first to @end the row that it belongs
 * to, from 0, in order; STACK_NO_ROW for lines behind the last row.  At least one line is to be
 * given; if nothing anchors a row, all are one.  The first @n_headings lines are headings, which
 * are row 0 with what stands around them.  Flat @rules (of Rule; nullable) part rows as blank lines
 * do. */
guint *stack_rows (const GArray *lines, guint first, guint end, const GArray *columns,
                   guint n_headings, const GArray *rules);

/* Adds the rows of the lines from @first to @end to @grid: those that @bands (nullable; see
 * parting_bands()) part, else as stack_rows() tells.  Returns: the line behind the last one that
 * belongs to a row. */
guint stack_add_rows (Grid *grid, const Page *page, const GArray *lines, guint first, guint end,
                      const GArray *columns, const GArray *bands);

G_END_DECLS
