/* tests/parse/test_picture.c - charts and other pictures whose rules look like those of a table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/picture.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/paper.h"

static gboolean
is_picture (const Page *page, guint n_rows)
{
  g_autoptr (Region) region = paper_region (page, 100, n_rows, 3);
  return picture_is (region);
}

Test (picture, a_table_is_none)
{
  g_autoptr (Page) page = paper_new ();
  paper_rows (page, 100, "Area|2015|2016\nNorth|12|13\nSouth|14|15");
  paper_grid (page, 100, 3, 3);
  cr_expect_not (is_picture (page, 3));
}

Test (picture, rules_that_strike_words_are_one)
{
  g_autoptr (Page) page = paper_new ();
  paper_rows (page, 100, "Area|2015|2016\nNorth|12|13\nSouth|14|15");
  paper_rule (page, 45, 105, 345, 105.2);
  cr_expect (is_picture (page, 3));
}

Test (picture, rules_that_stand_within_words_are_one)
{
  g_autoptr (Page) page = paper_new ();
  paper_word (page, 50, 100, "Nor");
  paper_word (page, 65, 100, "th");
  paper_rule (page, 65, 99, 65.2, 111);
  cr_expect (is_picture (page, 3));
}

/* Four lines across with a number left of each. */
static void
draw_axis (Page *page, double shift)
{
  for (guint i = 0; i < 4; i++)
    {
      double y = 120 + 40 * i;
      paper_rule (page, 65, y, 345, y + 0.2);
      paper_word (page, 45, y - PAPER_SIZE / 2 + shift, "10");
    }
}

Test (picture, lines_with_labels_at_their_ends_are_a_chart)
{
  g_autoptr (Page) page = paper_new ();
  draw_axis (page, 0);
  g_autoptr (Region) region = region_new (page, (Box){ 64, 110, 346, 250 });
  cr_expect (picture_is (region));
  g_autoptr (GArray) boxes = picture_boxes (page);
  cr_assert (eq (uint, boxes->len, 1));
  cr_expect_float_eq (g_array_index (boxes, Box, 0).x0, 45, 1e-9, "with its labels");
  cr_expect_float_eq (g_array_index (boxes, Box, 0).y1, 245, 1e-9);
}

Test (picture, words_between_lines_are_no_labels)
{
  g_autoptr (Page) page = paper_new ();
  draw_axis (page, 15);
  g_autoptr (Region) region = region_new (page, (Box){ 64, 110, 346, 250 });
  cr_expect_not (picture_is (region));
  g_autoptr (GArray) boxes = picture_boxes (page);
  cr_expect (eq (uint, boxes->len, 0));
}

/* Bars are as long as they must be; the borders of cells stand beside each other. */
Test (picture, bars_are_a_chart)
{
  g_autoptr (Page) page = paper_new ();
  for (guint i = 0; i < 8; i++)
    paper_rule (page, 80 + 30 * i, 100 + 12 * i, 80.2 + 30 * i, 112 + 12 * i);
  cr_expect (is_picture (page, 8));
}
