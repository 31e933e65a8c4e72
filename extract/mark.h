/* extract/mark.h - a glyph seen along its baseline: u runs with the reading direction, v from line
 * to line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "extract/glyph.h"

G_BEGIN_DECLS

typedef struct
{
  Glyph *glyph; /* borrowed; glyphs lie in memory as they follow each other in the source */
  double u0, u1, v0, v1; /* as its box, turned upright */
  double base;           /* the v of its baseline */
  guint track;           /* which of several strings that are printed over each other it is of */
} Mark;

/* Parts the @n marks of one line, sorted by u0, into tracks of strings that do not overlap, and
 * sorts them by track and u0. */
void marks_untangle (Mark *marks, guint n);

/* Returns: the gap between a mark and the one behind it in the array, in units of their size. */
double mark_gap (const Mark *mark);

G_END_DECLS
