/* tests/parse/test_ground.c - the colour that a strip of a page is printed on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/ground.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/paper.h"

#define GREY 0xEEEEEEu

static guint32
colour_of_row (const Page *page, double y)
{
  g_autoptr (Ground) ground = ground_new (page, 45, 345);
  return ground_colour (ground, (Box){ 45, y, 345, y + PAPER_SIZE });
}

static void
fill (Page *page, double x0, double x1, guint32 rgb)
{
  Fill fill = { { x0, 99, x1, 111 }, rgb };
  g_array_append_val (page->fills, fill);
}

Test (ground, a_page_is_paper)
{
  g_autoptr (Page) page = paper_new ();
  cr_expect_eq (colour_of_row (page, 100), GROUND_PAPER);
}

Test (ground, a_band_colours_its_row_and_no_other)
{
  g_autoptr (Page) page = paper_new ();
  paper_fill (page, 100, 1, GREY);
  cr_expect_eq (colour_of_row (page, 100), GREY);
  cr_expect_eq (colour_of_row (page, 112), GROUND_PAPER);
}

Test (ground, a_band_may_be_painted_in_pieces)
{
  g_autoptr (Page) page = paper_new ();
  for (int i = 0; i < 3; i++)
    fill (page, 45 + 100 * i, 143 + 100 * i, GREY);
  cr_expect_eq (colour_of_row (page, 100), GREY);
}

Test (ground, what_is_painted_last_counts)
{
  g_autoptr (Page) page = paper_new ();
  fill (page, 45, 345, 0x003366);
  fill (page, 45, 345, GREY);
  cr_expect_eq (colour_of_row (page, 100), GREY);
}

Test (ground, half_a_band_is_mixed)
{
  g_autoptr (Page) page = paper_new ();
  fill (page, 45, 195, GREY);
  cr_expect_eq (colour_of_row (page, 100), GROUND_MIXED);
}

Test (ground, a_coloured_mark_changes_nothing)
{
  g_autoptr (Page) page = paper_new ();
  fill (page, 50, 54, 0xFF0000);
  fill (page, 120, 140, 0xFF0000);
  cr_expect_eq (colour_of_row (page, 100), GROUND_PAPER);
}
