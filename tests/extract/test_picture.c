/* tests/extract/test_picture.c - the picture of a page, as a scanner made it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/picture.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

Test (picture, any_depth_becomes_gray_and_only_colour_keeps_colours)
{
  static const int depths[] = { 1, 2, 4, 8, 16, 32 };
  for (gsize i = 0; i < G_N_ELEMENTS (depths); i++)
    {
      g_autoptr (Picture) picture = picture_new (pixCreate (80, 60, depths[i]), 300);
      cr_assert_not_null (picture);
      cr_expect_eq (pixGetDepth (picture->gray), 8);
      cr_expect_eq (picture->colour != NULL, depths[i] == 32);
    }
}

Test (picture, what_is_too_fine_is_halved_and_what_is_too_coarse_doubled)
{
  g_autoptr (Picture) fine = picture_new (pixCreate (800, 600, 8), 600);
  g_autoptr (Picture) coarse = picture_new (pixCreate (80, 60, 8), 200);
  cr_expect_eq (pixGetWidth (fine->gray), 400);
  cr_expect_eq (pixGetWidth (coarse->gray), 160);
  cr_expect_float_eq (picture_points (fine, 300), 72, 1e-9);
  cr_expect_float_eq (picture_points (coarse, 400), 72, 1e-9);
}
