/* tests/extract/test_straighten.c - a picture set straight.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/straighten.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/extract/drawn.h"

/* Returns: the first row that has ink at @x. */
static int
first_ink (const Picture *picture, int x)
{
  l_uint32 value = 255;
  for (int y = 0; y < pixGetHeight (picture->gray); y++)
    if (pixGetPixel (picture->gray, x, y, &value) == 0 && value < 128)
      return y;
  return -1;
}

Test (straighten, lines_that_rise_are_level_again)
{
  g_autoptr (Picture) picture = drawn_paper (1600, 1200);
  for (int line = 0; line < 12; line++)
    for (int x = 0; x < 1400; x++)
      drawn_box (picture, 100 + x, 150 + 80 * line + x / 100, 1, 4, 0);
  cr_assert_geq (ABS (first_ink (picture, 300) - first_ink (picture, 1300)), 9);
  straighten (picture);
  cr_expect_leq (ABS (first_ink (picture, 300) - first_ink (picture, 1300)), 2);
}

Test (straighten, quarters_go_clockwise)
{
  g_autoptr (Picture) picture = drawn_paper (200, 100);
  drawn_box (picture, 0, 0, 20, 10, 0);
  straighten_quarters (picture, 1);
  cr_expect_eq (pixGetWidth (picture->gray), 100);
  cr_expect_eq (first_ink (picture, 95), 0);
  cr_expect_eq (first_ink (picture, 5), -1);
}

Test (straighten, a_grid_of_fine_rules_is_level_again)
{
  const double slope = 0.0262; /* 1.5 degrees */
  g_autoptr (Picture) picture = drawn_paper (4900, 3500);
  for (int line = 0; line < 45; line++)
    for (int x = 0; x < 4600; x += 2)
      drawn_box (picture, 150 + x, 150 + 71 * line + (int) (slope * x), 2, 4, 30);
  for (int column = 0; column < 30; column++)
    for (int y = 0; y < 45 * 71; y += 2)
      drawn_box (picture, 200 + 150 * column - (int) (slope * y), 150 + y, 4, 2, 30);
  straighten (picture);
  cr_expect_leq (ABS (first_ink (picture, 400) - first_ink (picture, 4500)), 2);
}

Test (straighten, a_shadow_does_not_hide_the_lines)
{
  g_autoptr (Picture) picture = drawn_paper (1600, 1200);
  for (int x = 100; x < 1600; x++)
    drawn_box (picture, x, 0, 1, 1200, 250 - x / 8);
  for (int line = 0; line < 12; line++)
    for (int x = 0; x < 1400; x++)
      drawn_box (picture, 100 + x, 150 + 80 * line + x / 60, 1, 4, 0);
  straighten (picture);
  cr_expect_leq (ABS (first_ink (picture, 300) - first_ink (picture, 900)), 1);
}
