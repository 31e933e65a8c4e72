/* tests/extract/test_strip.c - blobs that stand side by side on one baseline.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/strip.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

static void
ink_box (PIX *ink, int x, int y, int width, int height)
{
  pixRasterop (ink, x, y, width, height, PIX_SET, NULL, 0, 0);
}

/* Returns (transfer full): the strips of @ink on a page with an upright rule at @rule_x points. */
static GArray *
strips_of (PIX *ink, double rule_x)
{
  g_autoptr (Page) page = page_new (1, 200, 200);
  Rule rule = { { rule_x, 0, rule_x + 1, 200 } };
  if (rule_x > 0)
    g_array_append_val (page->rules, rule);
  g_autoptr (GArray) blobs = blobs_find (ink, 300);
  return strips_make (blobs, page, 300);
}

Test (strip, letters_of_a_line_are_one_and_its_dots_are_theirs)
{
  g_autoptr (PixOwned) ink = pixCreate (600, 300, 1);
  ink_box (ink, 100, 100, 15, 30);
  ink_box (ink, 120, 110, 6, 20);
  ink_box (ink, 120, 100, 6, 5); /* an i's */
  ink_box (ink, 132, 100, 15, 30);
  ink_box (ink, 150, 126, 4, 4); /* a full stop */
  g_autoptr (GArray) strips = strips_of (ink, 0);
  cr_assert_eq (strips->len, 1);
  const Strip *strip = &g_array_index (strips, Strip, 0);
  cr_assert_eq (strip->blobs->len, 4);
  cr_expect_eq (strip->base, 130);
  cr_expect_eq (g_array_index (strip->blobs, Blob, 1).n_parts, 2);
}

Test (strip, a_rule_parts_what_stands_on_either_side)
{
  g_autoptr (PixOwned) ink = pixCreate (600, 300, 1);
  ink_box (ink, 100, 100, 15, 30);
  ink_box (ink, 130, 100, 15, 30);
  g_autoptr (GArray) one = strips_of (ink, 0);
  g_autoptr (GArray) two = strips_of (ink, 29);
  cr_expect_eq (one->len, 1);
  cr_expect_eq (two->len, 2);
}

Test (strip, letters_above_each_other_are_turned)
{
  g_autoptr (PixOwned) ink = pixCreate (600, 600, 1);
  for (int i = 0; i < 5; i++)
    ink_box (ink, 100, 100 + 20 * i, 28, 15);
  g_autoptr (GArray) strips = strips_of (ink, 0);
  cr_assert_eq (strips->len, 1);
  const Strip *strip = &g_array_index (strips, Strip, 0);
  cr_expect_eq (strip->rotation, 270);
  cr_expect_eq (strip->blobs->len, 5);
  cr_expect_eq (pixGetHeight (g_array_index (strip->blobs, Blob, 0).ink), 28);
}

Test (strip, a_figure_behind_a_turned_word_is_turned_as_well)
{
  g_autoptr (PixOwned) ink = pixCreate (600, 600, 1);
  for (int i = 0; i < 5; i++)
    ink_box (ink, 100, 200 + 20 * i, 28, 15);
  ink_box (ink, 100, 170, 28, 15); /* a blank apart */
  ink_box (ink, 300, 170, 15, 28); /* and one that stands elsewhere */
  g_autoptr (GArray) strips = strips_of (ink, 0);
  cr_assert_eq (strips->len, 2);
  for (guint i = 0; i < strips->len; i++)
    {
      const Strip *strip = &g_array_index (strips, Strip, i);
      cr_expect_eq (strip->rotation, strip->blobs->len == 6 ? 270 : 0);
    }
}

Test (strip, an_i_below_other_letters_is_no_turned_word)
{
  g_autoptr (PixOwned) ink = pixCreate (600, 600, 1);
  ink_box (ink, 100, 100, 40, 28); /* two letters that touch */
  ink_box (ink, 116, 138, 6, 6);   /* a dot */
  ink_box (ink, 116, 150, 6, 22);
  g_autoptr (GArray) strips = strips_of (ink, 0);
  for (guint i = 0; i < strips->len; i++)
    cr_expect_eq (g_array_index (strips, Strip, i).rotation, 0);
}

Test (strip, a_dot_above_a_line_of_low_letters_is_its_i_s)
{
  g_autoptr (PixOwned) ink = pixCreate (600, 300, 1);
  for (int i = 0; i < 6; i++)
    ink_box (ink, 100 + 20 * i, 110, 15, 16);
  ink_box (ink, 225, 110, 5, 16);
  ink_box (ink, 225, 102, 5, 4);
  g_autoptr (GArray) strips = strips_of (ink, 0);
  cr_assert_eq (strips->len, 1);
  cr_expect_eq (g_array_index (strips, Strip, 0).blobs->len, 7);
}
