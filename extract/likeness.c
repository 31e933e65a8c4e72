/* extract/likeness.c - how much two blobs look like each other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/likeness.h"

#define MIN_DIFFERENCE 2 /* pixels that the sides of blobs that look alike may differ */
#define SHARE 10         /* of the side, or by this share of it */
#define REACH 1          /* pixels that one is moved over the other */
#define HOPELESS 4       /* of blobs whose middles share less than one in so many pixels of ink */

/* Counting bits takes one instruction where the processor has it, which must be asked. */
#if defined __x86_64__ && !defined __SANITIZE_ADDRESS__
#define WITH_POPCOUNT __attribute__ ((target_clones ("default", "popcnt")))
#else
#define WITH_POPCOUNT
#endif

/* Returns: a row of bits, none beyond the edges. */
static guint64
row_of (const Bits *bits, int y)
{
  return y < 0 || y >= bits->height ? 0 : bits->rows[y];
}

/* Whether the pixel at @x of a row is ink; beyond the edges none is. */
static guint
bit_at (guint64 row, int x)
{
  return x < 0 || x >= BITS_SIDE ? 0 : (guint) (row >> (BITS_SIDE - 1 - x) & 1);
}

/* Returns: patches less holes, by the squares of four pixels of which one, three or two across are
 * ink (Gray's bit quads); what touches at a corner is one patch. */
static int
count_euler (const Bits *bits)
{
  static const int weights[] = { 0, 1, 0, -1, 0 };
  int sum = 0;
  for (int y = 0; y <= bits->height; y++)
    {
      guint64 above = row_of (bits, y - 1), below = row_of (bits, y);
      for (int x = 0; x <= bits->width; x++)
        {
          guint a = bit_at (above, x - 1), b = bit_at (above, x);
          guint c = bit_at (below, x - 1), d = bit_at (below, x);
          sum += a + b + c + d == 2 && a == d ? -2 : weights[a + b + c + d];
        }
    }
  return sum / 4;
}

Bits
bits_of (PIX *pix, int border)
{
  Bits bits = { .shrink = 1 };
  int width = pixGetWidth (pix) - 2 * border, height = pixGetHeight (pix) - 2 * border;
  while (MAX (width, height) > BITS_SIDE * bits.shrink)
    bits.shrink++;
  bits.width = (width + bits.shrink - 1) / bits.shrink;
  bits.height = (height + bits.shrink - 1) / bits.shrink;
  for (int y = 0; y < bits.height; y++)
    {
      const l_uint32 *line
          = pixGetData (pix) + (gsize) (border + y * bits.shrink) * pixGetWpl (pix);
      for (int x = 0; x < bits.width; x++)
        if (GET_DATA_BIT (line, border + x * bits.shrink))
          bits.rows[y] |= G_GUINT64_CONSTANT (1) << (BITS_SIDE - 1 - x);
      bits.area += __builtin_popcountll (bits.rows[y]);
    }
  bits.euler = count_euler (&bits);
  return bits;
}

/* Returns: the ink that both have, if @b is moved by so many pixels. */
static inline int
shared_ink (const Bits *a, const Bits *b, int dx, int dy)
{
  int shared = 0, first = MAX (0, dy), end = MIN (a->height, b->height + dy);
  for (int y = first; y < end; y++)
    {
      guint64 row = dx >= 0 ? b->rows[y - dy] >> dx : b->rows[y - dy] << -dx;
      shared += __builtin_popcountll (a->rows[y] & row);
    }
  return shared;
}

/* Returns: the most ink that both have, if one is moved a little over the other. */
WITH_POPCOUNT static int
most_shared (const Bits *a, const Bits *b)
{
  int x = (a->width - b->width) / 2, y = (a->height - b->height) / 2;
  int best = shared_ink (a, b, x, y);
  if (best * HOPELESS < MIN (a->area, b->area))
    return 0;
  for (int dy = y - REACH; dy <= y + REACH; dy++)
    for (int dx = x - REACH; dx <= x + REACH; dx++)
      if (dx != x || dy != y)
        best = MAX (best, shared_ink (a, b, dx, dy));
  return best;
}

static gboolean
are_as_large (int a, int b)
{
  return ABS (a - b) <= MAX (MIN_DIFFERENCE, MAX (a, b) / SHARE);
}

double
bits_likeness (const Bits *a, const Bits *b, double least)
{
  if (a->shrink != b->shrink || !are_as_large (a->width, b->width)
      || !are_as_large (a->height, b->height) || a->area == 0 || b->area == 0
      || MIN (a->area, b->area) < least * MAX (a->area, b->area))
    return 0;
  int best = most_shared (a, b);
  return (double) best * best / ((double) a->area * b->area);
}
