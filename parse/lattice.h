/* parse/lattice.h - tables whose cells are drawn.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "parse/table.h"

G_BEGIN_DECLS

/* Returns (transfer full) (element-type Table): the tables of two columns and two rows, or of
 * three columns, or more, whose cells have rules on all sides, with the words that stand in each
 * cell, from top to bottom and left to right. */
GPtrArray *lattice_find (const Page *page);

G_END_DECLS
