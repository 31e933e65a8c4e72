/* tests/extract/test_shade.c - the shaded and coloured areas of a picture.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/shade.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

/* Paints a box of a colour picture. */
static void
paint (PIX *pix, int x, int y, int width, int height, guint32 rgb)
{
  BOX *box = boxCreate (x, y, width, height);
  pixSetInRectArbitrary (pix, box, rgb << 8);
  boxDestroy (&box);
}

Test (shade, cells_of_two_colours_are_two_fills_and_text_is_none)
{
  PIX *pix = pixCreate (800, 400, 32);
  paint (pix, 0, 0, 800, 400, 0xFFFFFF);
  paint (pix, 100, 100, 200, 80, 0xFF0000);
  paint (pix, 300, 100, 200, 80, 0x00B050);
  paint (pix, 180, 130, 4, 24, 0x000000);
  paint (pix, 600, 300, 4, 24, 0x000000);
  g_autoptr (Picture) picture = picture_new (pix, 300);
  g_autoptr (Page) page = page_new (1, 192, 96);
  shades_find (picture, page);
  cr_assert_eq (page->fills->len, 2);
  const Fill *red = &g_array_index (page->fills, Fill, 0);
  cr_expect_eq (red->rgb, 0xFF0000);
  cr_expect_eq (g_array_index (page->fills, Fill, 1).rgb, 0x00B050);
  cr_expect_float_eq (red->box.x0, 24, 1);
  cr_expect_float_eq (red->box.x1, 72, 1);
  cr_expect_float_eq (red->box.y1, 43.2, 1);
}
