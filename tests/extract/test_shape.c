/* tests/extract/test_shape.c - arrows and triangles told by their outlines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/shape.h"

#include <math.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

/* Returns: what the polygon looks like, turned by so many eighths of a circle, against the clock on
 * a page whose y runs downwards. */
static gunichar
read_turned (const Point *corners, guint n, guint direction)
{
  g_autoptr (Outline) outline = outline_new ();
  double angle = direction * G_PI / 4, c = cos (angle), s = sin (angle);
  for (guint i = 0; i < n; i++)
    {
      Point corner = { corners[i].x * c + corners[i].y * s, corners[i].y * c - corners[i].x * s };
      g_array_append_val (outline->points, corner);
    }
  outline_close (outline);
  return shape_read (outline);
}

#define READ(corners) read_turned (corners, G_N_ELEMENTS (corners), 0)

/* An arrow to the right with an open head, as a pen draws it. */
static const Point pen_arrow[] = { { 0, 9 },   { 15, 9 }, { 8, 2 },   { 10, 0 }, { 20, 10 },
                                   { 10, 20 }, { 8, 18 }, { 15, 11 }, { 0, 11 } };

Test (shape, an_arrow_with_an_open_head_is_told_in_eight_directions)
{
  static const gunichar expected[]
      = { 0x2192, 0x2197, 0x2191, 0x2196, 0x2190, 0x2199, 0x2193, 0x2198 };
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    cr_expect_eq (read_turned (pen_arrow, G_N_ELEMENTS (pen_arrow), i), expected[i], "%u", i);
}

Test (shape, a_triangle_is_told_in_four_directions)
{
  static const Point triangle[] = { { 0, 0 }, { 9, 5 }, { 0, 10 } };
  static const gunichar expected[] = { 0x25B6, 0, 0x25B2, 0, 0x25C0, 0, 0x25BC, 0 };
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    cr_expect_eq (read_turned (triangle, G_N_ELEMENTS (triangle), i), expected[i], "%u", i);
}

Test (shape, a_shaft_may_be_wide_and_a_head_flat_behind)
{
  static const Point block[]
      = { { 0, 5 }, { 10, 5 }, { 10, 0 }, { 20, 10 }, { 10, 20 }, { 10, 15 }, { 0, 15 } };
  cr_expect_eq (READ (block), 0x2192);
}

Test (shape, a_hollow_triangle_is_none)
{
  static const Point letter_v[]
      = { { 0, 0 }, { 2, 0 }, { 5, 8 }, { 8, 0 }, { 10, 0 }, { 6, 10 }, { 4, 10 } };
  cr_expect_eq (READ (letter_v), 0);
}

Test (shape, what_has_a_bar_and_no_tip_is_none)
{
  static const Point letter_t[]
      = { { 0, 0 }, { 20, 0 }, { 20, 4 }, { 12, 4 }, { 12, 20 }, { 8, 20 }, { 8, 4 }, { 0, 4 } };
  static const Point cross[]
      = { { 0, 9 },   { 12, 9 },  { 12, 0 },  { 14, 0 },  { 14, 9 },  { 20, 9 },
          { 20, 11 }, { 14, 11 }, { 14, 20 }, { 12, 20 }, { 12, 11 }, { 0, 11 } };
  cr_expect_eq (READ (letter_t), 0);
  cr_expect_eq (READ (cross), 0);
}

Test (shape, what_points_both_ways_is_none)
{
  static const Point both[] = { { 0, 10 },  { 8, 0 },   { 8, 8 },   { 16, 8 }, { 16, 0 },
                                { 24, 10 }, { 16, 20 }, { 16, 12 }, { 8, 12 }, { 8, 20 } };
  cr_expect_eq (READ (both), 0);
}

Test (shape, what_is_lopsided_is_none)
{
  static const Point flag[] = { { 0, 9 }, { 12, 9 }, { 12, 0 }, { 20, 10 }, { 20, 11 }, { 0, 11 } };
  cr_expect_eq (READ (flag), 0);
}

Test (shape, nothing_is_none)
{
  cr_expect_eq (read_turned (NULL, 0, 0), 0);
  static const Point line[] = { { 0, 0 }, { 10, 0 }, { 20, 0 } };
  cr_expect_eq (READ (line), 0);
}
