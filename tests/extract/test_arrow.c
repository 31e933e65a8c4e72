/* tests/extract/test_arrow.c - arrows and triangles that are drawn as shapes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/arrow.h"

#include <math.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#define N 7

/* An arrow to the right. */
static const Point block_arrow[N]
    = { { 9, 4.5 }, { 4.5, 9 }, { 4.5, 6.5 }, { 0, 6.5 }, { 0, 2.5 }, { 4.5, 2.5 }, { 4.5, 0 } };

Test (arrow, eight_directions_are_told_apart)
{
  static const gunichar expected[]
      = { 0x2192, 0x2197, 0x2191, 0x2196, 0x2190, 0x2199, 0x2193, 0x2198 };
  for (guint direction = 0; direction < 8; direction++)
    {
      Point turned[N];
      double angle = direction * G_PI / 4;
      for (guint i = 0; i < N; i++) /* against the clock on a page whose y runs downwards */
        turned[i]
            = (Point){ 100 + block_arrow[i].x * cos (angle) + block_arrow[i].y * sin (angle),
                       100 - block_arrow[i].x * sin (angle) + block_arrow[i].y * cos (angle) };
      cr_expect_eq (arrow_read (turned, N), expected[direction], "direction %u", direction);
    }
}

Test (arrow, a_triangle_points_where_its_corner_is)
{
  const Point up[] = { { 0, 8 }, { 8, 8 }, { 4, 0 } }, down[] = { { 0, 0 }, { 8, 0 }, { 4, 8 } };
  cr_expect_eq (arrow_read (up, 3), 0x25B2);
  cr_expect_eq (arrow_read (down, 3), 0x25BC);
}

Test (arrow, other_shapes_are_none)
{
  const Point square[] = { { 0, 0 }, { 8, 0 }, { 8, 8 }, { 0, 8 } };
  const Point letter[N] = { { 0, 0 }, { 2, 0 }, { 2, 6 }, { 6, 6 }, { 6, 8 }, { 0, 8 }, { 0, 4 } };
  Point large[N];
  for (guint i = 0; i < N; i++)
    large[i] = (Point){ block_arrow[i].x * 20, block_arrow[i].y * 20 };
  cr_expect_eq (arrow_read (square, 4), 0);
  cr_expect_eq (arrow_read (letter, N), 0);
  cr_expect_eq (arrow_read (large, N), 0, "it is a picture");
}

Test (arrow, what_points_in_a_direction_points_right_when_turned)
{
  static const Point tips[]
      = { { 1, 0 }, { 1, -1 }, { 0, -1 }, { -1, -1 }, { -1, 0 }, { -1, 1 }, { 0, 1 }, { 1, 1 } };
  for (guint i = 0; i < ARROW_N_DIRECTIONS; i++)
    {
      Point turned = arrow_turn (tips[i], i);
      cr_expect_float_eq (turned.y, 0, 1e-9, "direction %u", i);
      cr_expect_gt (turned.x, 0.9);
    }
}

Test (arrow, each_direction_has_a_sign)
{
  cr_expect_eq (arrow_of (2, FALSE), 0x2191);
  cr_expect_eq (arrow_of (6, TRUE), 0x25BC);
  cr_expect_eq (arrow_of (1, TRUE), 0, "no triangle is slanted");
}
