/* extract/contour.h - the outlines of ink.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "extract/outline.h"
#include "extract/picture.h"

G_BEGIN_DECLS

/* Returns (transfer full): the lines around the ink of @pix, 1 bit, and around its holes, in
 * pixels. */
Outline *contour_of (PIX *pix);

G_END_DECLS
