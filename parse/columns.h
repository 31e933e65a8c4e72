/* parse/columns.h - where the columns of a region lie.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "parse/region.h"

G_BEGIN_DECLS

typedef struct
{
  double x;
  gboolean is_drawn; /* by upright rules, at least in some rows */
} ColumnBorder;

/* Returns (transfer full) (element-type ColumnBorder): the borders of the region's columns from
 * left to right, its own sides included. */
GArray *columns_find (const Region *region);

/* Returns: between which of the borders @x lies, from 0; the first or the last column if beyond. */
guint columns_place (const GArray *borders, double x);

/* Returns: the column's sides. */
double column_x0 (const GArray *borders, guint column);
double column_x1 (const GArray *borders, guint column);

G_END_DECLS
