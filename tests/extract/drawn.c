/* tests/extract/drawn.c - pictures that tests draw.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/extract/drawn.h"

#include <string.h>

Picture *
drawn_paper (int width, int height)
{
  PIX *pix = pixCreate (width, height, 8);
  pixSetAllArbitrary (pix, 255);
  return picture_new (pix, 300);
}

void
drawn_box (Picture *picture, int x, int y, int width, int height, int gray)
{
  BOX *box = boxCreate (x, y, width, height);
  pixSetInRectArbitrary (picture->gray, box, (l_uint32) gray);
  boxDestroy (&box);
}

PIX *
drawn_ink (const char *const *rows, guint n_rows)
{
  PIX *pix = pixCreate ((int) strlen (rows[0]), (int) n_rows, 1);
  for (guint y = 0; y < n_rows; y++)
    for (guint x = 0; rows[y][x] != '\0'; x++)
      pixSetPixel (pix, (int) x, (int) y, rows[y][x] == '#');
  return pix;
}
