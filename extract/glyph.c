/* extract/glyph.c - the characters that a page of a PDF prints, each with its place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/glyph.h"

#include <math.h>

#define SAME_EDGE 0.05 /* of the size, that edges that are one may be apart */

gboolean
glyph_same_edge (double a, double b, double size)
{
  return fabs (a - b) < SAME_EDGE * size;
}
