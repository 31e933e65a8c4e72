/* tests/extract/test_blob.c - patches of ink.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/blob.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/extract/drawn.h"

#define DPI 300

static void
ink_box (PIX *ink, int x, int y, int width, int height)
{
  pixRasterop (ink, x, y, width, height, PIX_SET, NULL, 0, 0);
}

static const Blob *
blob_at (const GArray *blobs, guint i)
{
  return &g_array_index (blobs, Blob, i);
}

static int
count_pixels (PIX *ink)
{
  int n = 0;
  pixCountPixels (ink, &n, NULL);
  return n;
}

Test (blob, specks_and_drawings_are_none)
{
  g_autoptr (PixOwned) ink = pixCreate (800, 400, 1);
  ink_box (ink, 10, 10, 1, 1);     /* dirt */
  ink_box (ink, 50, 10, 2, 2);     /* the smallest dot */
  ink_box (ink, 100, 10, 20, 30);  /* a letter */
  ink_box (ink, 200, 10, 175, 20); /* the widest */
  ink_box (ink, 400, 10, 176, 20); /* and what is wider */
  ink_box (ink, 600, 10, 20, 176); /* or higher */
  g_autoptr (GArray) blobs = blobs_find (ink, DPI);
  cr_assert_eq (blobs->len, 3);
  cr_expect_eq (BLOB_WIDTH (blob_at (blobs, 0)), 2);
  cr_expect_eq (BLOB_HEIGHT (blob_at (blobs, 1)), 30);
  cr_expect_eq (blob_at (blobs, 2)->x1, 375);
}

Test (blob, patches_that_touch_at_a_corner_are_one)
{
  static const char *const rows[] = { "####....", "####....", "####....", "....####", "....####" };
  g_autoptr (PixOwned) ink = drawn_ink (rows, G_N_ELEMENTS (rows));
  g_autoptr (GArray) blobs = blobs_find (ink, DPI);
  cr_assert_eq (blobs->len, 1);
  cr_expect_eq (count_pixels (blob_at (blobs, 0)->ink), 20);
}

/* What stands upright once it is turned: its foot was at the right, or at the left. */
Test (blob, a_turned_one_is_upright_as_it_is_read)
{
  static const char *const rows[] = { "#....", "#####", "#...." };
  static const int rotations[] = { 270, 90 };
  for (gsize i = 0; i < G_N_ELEMENTS (rotations); i++)
    {
      g_autoptr (PixOwned) ink = drawn_ink (rows, G_N_ELEMENTS (rows));
      g_autoptr (GArray) blobs = blobs_find (ink, DPI);
      Blob *blob = &g_array_index (blobs, Blob, 0);
      l_uint32 top = 0, foot = 0;
      blob_turn (blob, rotations[i]);
      cr_expect_eq (BLOB_WIDTH (blob), 3);
      cr_expect_eq (BLOB_HEIGHT (blob), 5);
      cr_expect_eq (pixGetWidth (blob->ink), 3);
      pixGetPixel (blob->ink, 0, 0, &top);
      pixGetPixel (blob->ink, 0, 4, &foot);
      cr_expect_eq (top, rotations[i] == 270, "at %d degrees", rotations[i]);
      cr_expect_eq (foot, rotations[i] == 90, "at %d degrees", rotations[i]);
    }
}

Test (blob, a_dot_and_its_stem_become_one_letter)
{
  g_autoptr (PixOwned) ink = pixCreate (100, 100, 1);
  ink_box (ink, 40, 20, 5, 5);
  ink_box (ink, 41, 30, 4, 20);
  g_autoptr (GArray) blobs = blobs_find (ink, DPI);
  cr_assert_eq (blobs->len, 2);
  Blob *stem = &g_array_index (blobs, Blob, 1);
  blob_join (stem, &g_array_index (blobs, Blob, 0));
  cr_expect_eq (stem->n_parts, 2);
  cr_expect_eq (stem->y0, 20);
  cr_expect_eq (stem->y1, 50);
  cr_expect_eq (BLOB_WIDTH (stem), 5);
  cr_expect_eq (count_pixels (stem->ink), 25 + 80);
}
