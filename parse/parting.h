/* parse/parting.h - what is drawn around the lines of a table that stands by alignment alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In each function, @lines (of WordLine) are those of the page and @columns (of Span) those of the
 * table.
 */
#pragma once

#include "parse/gutter.h"

G_BEGIN_DECLS

/* Returns (transfer full): for each line from @first to @end whether one of the flat @rules (of
 * Rule; nullable) runs between it and the line above, under a good part of the table. */
gboolean *parting_rules (const GArray *lines, guint first, guint end, const GArray *columns,
                         const GArray *rules);

/* Returns (transfer full) (element-type double) (nullable): the heights, from top to bottom, of the
 * flat @rules that part all rows of figures on the lines from @first to @end: between two of them
 * lies one at most.  %NULL if they do not, or if there are too few. */
GArray *parting_bands (const GArray *lines, guint first, guint end, const GArray *columns,
                       const GArray *rules);

/* Returns: which of the bands @y lies in, from 0, above the first rule, to as many as there are
 * rules. */
guint parting_band_of (const GArray *bands, double y);

/* Returns (transfer full): for each line from @first to @end whether it looks like no row of
 * figures: it is bold where these are plain, or stands on a ground that none of these has. */
gboolean *parting_looks (const Page *page, const GArray *lines, guint first, guint end,
                         const GArray *columns);

G_END_DECLS
