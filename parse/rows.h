/* parse/rows.h - where the rows of a region lie.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "parse/columns.h"

G_BEGIN_DECLS

typedef struct
{
  double y;
  gboolean *is_drawn;  /* owned; by flat rules, for each column */
  gboolean is_partial; /* drawn for some columns, and not for all */
} RowBorder;

/* Returns (transfer full) (element-type RowBorder): the borders of the region's rows from top to
 * bottom, its own sides included. */
GArray *rows_find (const Region *region, const GArray *columns);

/* Returns: between which of the borders @y lies, from 0; the first or the last row if beyond. */
guint rows_place (const GArray *borders, double y);

G_END_DECLS
