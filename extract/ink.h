/* extract/ink.h - coloured boxes, one painted over the other, to the rules and fills that are seen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/page.h"

G_BEGIN_DECLS

typedef struct
{
  Box box;
  guint32 rgb;    /* 0xRRGGBB */
  gboolean hides; /* what it is painted over, if it is no line itself */
} Ink;

/* Returns: what @a and @b share; of negative width or height if that is nothing. */
Box ink_intersection (Box a, Box b);

/* Appends to @page what can be seen of @inks (of Ink, in the order in which they are painted, on
 * white paper): lines as rules, all others as fills, in that order.  A line is at most 3 points
 * thick and more than 4 times as long; what is thinner than 1 point, and dots, are its pieces if
 * anything.
 *
 * Not seen is what has the colour of all that it is painted on, and what lies within a later box
 * that hides, of a line also an end that does; but a line at that box's edge is its border, and
 * is kept.  Lines that touch or
 * overlap end to end, or nearly (1 point), are one rule; dots are rules only if they make a line.
 */
void ink_settle (Page *page, const GArray *inks);

G_END_DECLS
