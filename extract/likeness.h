/* extract/likeness.h - how much two blobs look like each other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "extract/picture.h"

G_BEGIN_DECLS

#define BITS_SIDE 64

/* The ink of a blob, a word a row; what is larger than BITS_SIDE is made smaller. */
typedef struct
{
  guint64 rows[BITS_SIDE]; /* the leftmost pixel is the highest bit */
  int width, height, area; /* as in @rows */
  int shrink;              /* how many times smaller that is */
  int euler;               /* patches less holes */
} Bits;

/* Returns: the ink of @pix, 1 bit, without its border of @border pixels. */
Bits bits_of (PIX *pix, int border);

/* Returns: the square of the ink that the two share, by the ink of both: 1 for the same, 0 for
 * blobs of different sizes; one is moved a little over the other to where it is most.  What is less
 * than @least may be 0. */
double bits_likeness (const Bits *a, const Bits *b, double least);

G_END_DECLS
