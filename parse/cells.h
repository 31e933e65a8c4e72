/* parse/cells.h - the cells of a region, from the borders of its rows and columns.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "parse/region.h"
#include "parse/table.h"

G_BEGIN_DECLS

/* Returns (transfer full) (nullable): the region as a table; NULL if not two rows and two columns
 * have words. */
Table *cells_read (const Region *region);

G_END_DECLS
