/* parse/parts.h - where the tables of indicators stand in a document.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table may stand in parts: one for each page, or for the rows between two blank lines.  Parts
 * with the same headings are one table, and so are rows without headings that suit those above.
 */
#pragma once

#include "parse/block.h"
#include "parse/scorecard.h"

G_BEGIN_DECLS

/* Hands out a block that will be looked at. */
typedef const Block *(*BlockFunc) (gpointer data, guint index);

/* Returns (transfer full) (element-type Scorecard): the parts in @n_blocks blocks in document
 * order, their tables numbered on from the report's last.  @look is given @data. */
GPtrArray *parts_list (const Reader *reader, BlockFunc look, gpointer data, guint n_blocks);

/* Returns: whether @grid holds any of @parts. */
gboolean parts_has (const GPtrArray *parts, const Grid *grid);

/* Returns: whether @grid is a part below the headings of an earlier one. */
gboolean parts_carries_on (const GPtrArray *parts, const Grid *grid);

G_END_DECLS
