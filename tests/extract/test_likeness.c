/* tests/extract/test_likeness.c - how much two blobs look like each other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/likeness.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/extract/drawn.h"

static const char *const three[] = { "####.", "...##", "..##.", "...##", "####." };
static const char *const eight[] = { ".###.", "#...#", ".###.", "#...#", ".###." };
static const char *const two_parts[] = { "##", "..", "..", "##" };

static Bits
bits_drawn (const char *const *rows, guint n_rows)
{
  g_autoptr (PixOwned) ink = drawn_ink (rows, n_rows);
  return bits_of (ink, 0);
}

Test (likeness, is_one_for_the_same_and_less_for_others)
{
  Bits a = bits_drawn (three, 5), b = bits_drawn (eight, 5);
  cr_expect_float_eq (bits_likeness (&a, &a, 0), 1, 1e-9);
  cr_expect_lt (bits_likeness (&a, &b, 0), 0.7);
}

Test (likeness, blobs_of_other_sizes_are_not_alike)
{
  Bits a = bits_drawn (three, 5), b = bits_drawn (two_parts, 4);
  cr_expect_eq (bits_likeness (&a, &b, 0), 0);
}

Test (likeness, patches_and_holes_are_counted)
{
  cr_expect_eq (bits_drawn (three, 5).euler, 1);
  cr_expect_eq (bits_drawn (eight, 5).euler, -1);
  cr_expect_eq (bits_drawn (two_parts, 4).euler, 2);
}

Test (likeness, ink_as_wide_as_a_word_counts_to_its_edge)
{
  g_autoptr (PixOwned) ink = pixCreate (64, 64, 1);
  pixSetAll (ink);
  Bits bits = bits_of (ink, 0);
  cr_expect_eq (bits.area, 64 * 64);
  cr_expect_eq (bits.euler, 1);
}

Test (likeness, larger_ink_is_made_smaller)
{
  g_autoptr (PixOwned) ink = pixCreate (200, 30, 1);
  pixSetAll (ink);
  Bits bits = bits_of (ink, 0);
  cr_expect_eq (bits.shrink, 4);
  cr_expect_leq (bits.width, BITS_SIDE);
}
