/* parse/months_heading.h - the headings of a table of months that stands by alignment alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *        3.4                    3.5                     references
 *     Number of     Concerns are substantiated -        names, over one column or over several
 *      started          continuing risk
 */
#pragma once

#include "parse/grid.h"
#include "parse/segment.h"

G_BEGIN_DECLS

/* A column of values. */
typedef struct
{
  guint column;
  double x0, x1;
} Seat;

/* Adds to @grid what @lines (of WordLine), the headings from top to bottom, say of the columns
 * @seats (of Seat, at least one, from left to right): a row for references, one for groups that
 * stand over as many columns each, one for names; none for what there is nothing of. */
void months_heading_add (Grid *grid, int page, const GArray *lines, const GArray *seats);

G_END_DECLS
