/* extract/arrow.h - arrows and triangles that are drawn as shapes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "extract/path.h"

G_BEGIN_DECLS

#define ARROW_MAX_CORNERS 7

/* Returns: the character that looks like the polygon with these corners (the first one not
 * repeated at the end): an arrow of one of eight directions, a triangle of one of four; 0 if it is
 * neither, or is too large for a sign in a line of text. */
gunichar arrow_read (const Point *corners, guint n_corners);

#define ARROW_N_DIRECTIONS 8

/* Returns: the arrow or triangle that points in @direction: eighths of a circle from right on,
 * counter-clockwise as one looks at the page; 0 if there is none, as of slanted triangles. */
gunichar arrow_of (guint direction, gboolean is_triangle);

/* Returns: the point, turned so that what points in @direction points right. */
Point arrow_turn (Point point, guint direction);

G_END_DECLS
