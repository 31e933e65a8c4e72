/* tests/extract/test_contour.c - the outlines of ink.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/contour.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/extract/drawn.h"

Test (contour, a_ring_has_a_line_around_it_and_one_around_its_hole)
{
  static const char *const ring[] = { "####", "#..#", "####" };
  g_autoptr (PixOwned) ink = drawn_ink (ring, G_N_ELEMENTS (ring));
  g_autoptr (Outline) outline = contour_of (ink);
  cr_assert_eq (outline->ends->len, 2);
  cr_expect_eq (g_array_index (outline->ends, guint, 0), 14);
  cr_expect_eq (outline->points->len, 20);
}
