/* extract/glyph.h - the characters that a page of a PDF prints, each with its place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/code.h"
#include "model/place.h"

G_BEGIN_DECLS

typedef struct
{
  gunichar c;   /* no white space */
  Box box;      /* from the glyph's origin as far as its font says that it is wide, and as high as
                 * the font's letters are */
  double size;  /* of the type, points */
  int rotation; /* degrees clockwise: 0, 90, 180 or 270 */
  guint font;   /* a number for each font of the page */
  gboolean is_bold;
  Origin origin;
  double doubt; /* 0 to 1 that it is another character */
} Glyph;

/* Returns: whether two edges of boxes of glyphs are one but for rounding, of that size of type. */
gboolean glyph_same_edge (double a, double b, double size);

G_END_DECLS
