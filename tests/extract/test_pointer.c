/* tests/extract/test_pointer.c - arrows and triangles that are only some pixels large.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/pointer.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/extract/drawn.h"

#define N_ROWS 6
static const char *const arrow[N_ROWS] = {
  ".............#...", ".............###.", "#################",
  ".............###.", ".............##..", "............##...",
};
static const char *const plus[7]
    = { "...#...", "...#...", "...#...", "#######", "...#...", "...#...", "...#..." };

/* What the rows show after so many quarter turns. */
static gunichar
read_turned (const char *const *rows, guint n_rows, int n_quarters)
{
  g_autoptr (PixOwned) ink = drawn_ink (rows, n_rows);
  g_autoptr (PixOwned) turned = pixRotateOrth (ink, n_quarters);
  Bits bits = bits_of (turned, 0);
  return pointer_read (&bits, FALSE);
}

Test (pointer, a_small_arrow_is_read_whichever_way_it_points)
{
  static const gunichar arrows[] = { 0x2192, 0x2193, 0x2190, 0x2191 };
  for (int i = 0; i < (int) G_N_ELEMENTS (arrows); i++)
    cr_expect_eq (read_turned (arrow, N_ROWS, i), arrows[i]);
}

Test (pointer, triangles_are_solid)
{
  static const char *const solid[] = { "....#....", "...###...", "...###...", "..#####..",
                                       "..#####..", ".#######.", ".#######.", "#########" };
  static const char *const hollow[] = { "....#....", "...#.#...", "...#.#...", "..#...#..",
                                        "..#####..", ".#.....#.", ".#.....#.", "#.......#" };
  cr_expect_eq (read_turned (solid, G_N_ELEMENTS (solid), 0), 0x25B2);
  cr_expect_eq (read_turned (solid, G_N_ELEMENTS (solid), 2), 0x25BC);
  cr_expect_eq (read_turned (hollow, G_N_ELEMENTS (hollow), 0), 0);
}

Test (pointer, a_plus_and_a_dash_are_no_arrows)
{
  static const char *const dash[] = { "##########", "##########", "##########", "##########" };
  cr_expect_eq (read_turned (plus, G_N_ELEMENTS (plus), 0), 0);
  cr_expect_eq (read_turned (dash, G_N_ELEMENTS (dash), 0), 0);
}
