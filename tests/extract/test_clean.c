/* tests/extract/test_clean.c - ink told from paper.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/clean.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/extract/drawn.h"

/* Returns: how many patches of ink a picture has. */
static int
count_patches (const Picture *picture)
{
  int n = 0;
  g_auto (Clean) clean = clean_picture (picture);
  g_autoptr (PixOwned) ink = clean_ink (picture, &clean);
  pixCountConnComp (ink, 8, &n);
  return n;
}

Test (clean, letters_on_shaded_cells_are_ink_and_the_cells_are_not)
{
  g_autoptr (Picture) picture = drawn_paper (400, 400);
  drawn_box (picture, 0, 0, 400, 100, 210);
  drawn_box (picture, 50, 40, 4, 30, 0);
  drawn_box (picture, 50, 240, 4, 30, 0);
  cr_expect_eq (count_patches (picture), 2);
}

Test (clean, light_letters_on_a_dark_ground_are_ink)
{
  g_autoptr (Picture) picture = drawn_paper (400, 400);
  drawn_box (picture, 100, 100, 200, 100, 60);
  drawn_box (picture, 150, 135, 5, 30, 255);
  drawn_box (picture, 170, 135, 5, 30, 255);
  cr_expect_eq (count_patches (picture), 2);
}

Test (clean, black_letters_on_a_dark_ground_are_ink)
{
  g_autoptr (Picture) picture = drawn_paper (400, 400);
  drawn_box (picture, 100, 100, 200, 100, 55);
  drawn_box (picture, 150, 135, 5, 30, 0);
  drawn_box (picture, 170, 135, 5, 30, 0);
  cr_expect_eq (count_patches (picture), 2);
}

Test (clean, pale_strokes_last_and_specks_of_dirt_do_not)
{
  g_autoptr (Picture) picture = drawn_paper (400, 400);
  drawn_box (picture, 50, 40, 3, 30, 170);
  drawn_box (picture, 90, 40, 3, 30, 215);
  cr_expect_eq (count_patches (picture), 1);
}

Test (clean, a_filled_arrow_is_no_ground)
{
  g_autoptr (Picture) picture = drawn_paper (400, 400);
  for (int i = 0; i < 30; i++)
    drawn_box (picture, 130 - i, 100 + i, 2 * i + 1, 1, 90);
  cr_expect_eq (count_patches (picture), 1);
}
