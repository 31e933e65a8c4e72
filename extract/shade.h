/* extract/shade.h - the shaded and coloured areas of a picture.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "extract/picture.h"
#include "model/page.h"

G_BEGIN_DECLS

/* Appends to @page the areas that have a colour of their own, as boxes, from top to bottom: what is
 * printed on them is none.  Colours are those that they would have on white paper. */
void shades_find (const Picture *picture, Page *page);

G_END_DECLS
