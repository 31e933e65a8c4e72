/* extract/visible.h - which glyphs of a page can be seen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "extract/drawing.h"

G_BEGIN_DECLS

/* Takes those of @glyphs (element-type Glyph, in the order of the source) away that are invisible,
 * that a clip cuts off, or that are painted over.  In doubt they stay.
 *
 * Returns: FALSE if no glyph is drawn at all: then they stay, being the text that somebody's
 *   recognition put below the picture of a page */
gboolean visible_keep (GArray *glyphs, const Drawn *drawn);

G_END_DECLS
