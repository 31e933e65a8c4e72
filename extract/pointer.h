/* extract/pointer.h - arrows and triangles that are only some pixels large.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Outlines tell larger ones (extract/shape.h); of these a pixel more or less is half of the head.
 */
#pragma once

#include "extract/likeness.h"

G_BEGIN_DECLS

/* Returns: the arrow or triangle that the ink looks like, one that points up, down, left or right;
 * 0 if it looks like none.  What stands @is_alone is no letter of a word, and need not look like
 * one so well. */
gunichar pointer_read (const Bits *bits, gboolean is_alone);

G_END_DECLS
