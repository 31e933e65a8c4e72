/* extract/shape.h - arrows and triangles told by their outlines, as fonts draw them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "extract/outline.h"

G_BEGIN_DECLS

/* Returns: the arrow or triangle that the outline looks like (extract/arrow.h), of whatever size
 * and make: filled or with an open head, straight or rounded; 0 if it looks like none.  What points
 * both ways, or is a hollow triangle, as an A is, is none. */
gunichar shape_read (const Outline *outline);

G_END_DECLS
