/* extract/visible.h - which glyphs of a page can be seen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "extract/drawing.h"

G_BEGIN_DECLS

/* Takes those of @glyphs (element-type Glyph, in the order of the source) away that a clip cuts
 * off, or that are painted over.  A glyph of no string that @drawn knows stays. */
void visible_keep (GArray *glyphs, const Drawn *drawn);

G_END_DECLS
