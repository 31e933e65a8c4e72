/* extract/drawing.h - the lines and coloured boxes that a page draws, by way of a cairo script.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page is drawn on a context that writes down what is drawn, as a script of cairo 1.16 in ASCII
 * mode; the rules and fills are read from that.
 */
#pragma once

#include <cairo.h>

#include "extract/glyph.h"
#include "extract/path.h"
#include "model/page.h"

G_BEGIN_DECLS

/* What a page gets at most, rules and fills together; what a script draws beyond is left out. */
#define DRAWING_MAX_INKS 200000
#define DRAWING_MAX_COVERS 2000

/* Returns (transfer full): a context to draw a page of that size on, in points; @device, a script,
 * gets what is drawn.
 *
 * What is drawn is enlarged and a little slanted on its way, which drawing_read takes back: the
 * script surface fails on paths that are upright but no boxes, and writes nothing from there on;
 * and poppler makes thin lines a dot thick. */
cairo_t *drawing_begin (cairo_device_t *device, double width, double height);

/* Ends a page that was begun, takes @cairo and writes what is left to write.
 *
 * Returns: whether all that was drawn is in the script */
gboolean drawing_end (cairo_t *cairo);

/* Where a string of glyphs begins on its baseline, and what can be seen of it. */
typedef struct
{
  Point at;
  Box clip;
  guint n_covers; /* how many of the page's covers were painted before it, and do not hide it */
} StringOrigin;

/* What a page draws beside rules and fills. */
typedef struct
{
  GArray *arrows;       /* of Glyph: arrows and triangles that are drawn as shapes, of font 0 */
  GArray *origins;      /* of StringOrigin */
  GArray *covers;       /* of Box, in the order of painting: what hides all that was painted before;
                         * DRAWING_MAX_COVERS at most */
  double width, height; /* of the page */
} Drawn;

void drawn_clear (Drawn *drawn);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Drawn, drawn_clear)

/* Appends to @page the rules and fills that the @n_bytes of @script draw, as they are seen
 * (extract/ink.h), cut off at the page's edges and at the clip.
 *
 * Lines are stroked or thin and filled; a box is filled, or a line thicker than a rule.  Curves and
 * slanted lines are left out, as are images and patterns; a gradient has its mean colour, and what
 * is painted with alpha the colour that it has on white.  Groups count where they are painted.  A
 * clip that is no box counts as the smallest box around it.  @script may be any bytes: what is no
 * script of that kind is passed by.
 *
 * Returns (transfer full): what else is drawn, to be cleared with drawn_clear() */
Drawn drawing_read (Page *page, const char *script, gsize n_bytes);

G_END_DECLS
