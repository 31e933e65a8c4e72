/* tests/extract/test_ruling.c - the lines that are ruled on a page, lifted off its picture.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/ruling.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/extract/drawn.h"

/* A page with one flat rule and one upright rule that cross, and a letter's stroke. */
static Page *
rule_page (PIX **ink)
{
  g_autoptr (Picture) picture = drawn_paper (600, 600);
  drawn_box (picture, 50, 100, 400, 3, 0);
  drawn_box (picture, 200, 50, 4, 400, 160);
  drawn_box (picture, 300, 200, 4, 30, 0);
  g_auto (Clean) clean = clean_picture (picture);
  Page *page = page_new (1, 144, 144);
  ruling_lift (picture, &clean, page);
  *ink = clean_ink (picture, &clean);
  return page;
}

Test (ruling, dark_and_pale_lines_are_rules_in_points)
{
  g_autoptr (PixOwned) ink = NULL;
  g_autoptr (Page) page = rule_page (&ink);
  cr_assert_eq (page->rules->len, 2);
  const Box *flat = &g_array_index (page->rules, Rule, 0).box;
  const Box *upright = &g_array_index (page->rules, Rule, 1).box;
  cr_expect_float_eq (flat->x0, 12, 0.3);
  cr_expect_float_eq (flat->x1, 108, 0.3);
  cr_expect_float_eq (flat->y0, 24, 0.3);
  cr_expect_float_eq (upright->x0, 48, 0.3);
  cr_expect_float_eq (upright->y1, 108, 0.3);
}

Test (ruling, a_stroke_stays_and_the_lines_are_gone)
{
  g_autoptr (PixOwned) ink = NULL;
  g_autoptr (Page) page = rule_page (&ink);
  BOXA *boxes = pixConnCompBB (ink, 8);
  cr_assert_eq (boxaGetCount (boxes), 1);
  cr_expect_eq (boxes->box[0]->x, 300);
  cr_expect_eq (boxes->box[0]->h, 30);
  boxaDestroy (&boxes);
}

/* Returns: how many rules are found within a dark heading of the lightness 80 that has a line of
 * that lightness, and a black one or none. */
static guint
count_rules_on_dark (guint8 lightness, gboolean has_black)
{
  g_autoptr (Picture) picture = drawn_paper (600, 600);
  drawn_box (picture, 52, 100, 400, 200, 80);
  drawn_box (picture, 200, 110, 5, 180, lightness);
  if (has_black)
    drawn_box (picture, 300, 110, 4, 180, 5);
  g_auto (Clean) clean = clean_picture (picture);
  g_autoptr (Page) page = page_new (1, 144, 144);
  ruling_lift (picture, &clean, page);
  guint n = 0;
  for (guint i = 0; i < page->rules->len; i++)
    {
      double x = g_array_index (page->rules, Rule, i).box.x0;
      n += x > 40 && x < 80;
    }
  return n;
}

Test (ruling, on_a_dark_ground_with_black_lines_a_pale_one_shines_through_from_behind)
{
  cr_expect_eq (count_rules_on_dark (50, FALSE), 1);
  cr_expect_eq (count_rules_on_dark (50, TRUE), 1);
  cr_expect_eq (count_rules_on_dark (66, TRUE), 1);
  cr_expect_eq (count_rules_on_dark (20, TRUE), 2);
}

Test (ruling, a_pale_line_around_a_shaded_cell_is_a_rule)
{
  g_autoptr (Picture) picture = drawn_paper (600, 600);
  drawn_box (picture, 52, 104, 400, 100, 215);
  drawn_box (picture, 52, 100, 400, 4, 191);
  g_auto (Clean) clean = clean_picture (picture);
  g_autoptr (Page) page = page_new (1, 144, 144);
  ruling_lift (picture, &clean, page);
  cr_assert_eq (page->rules->len, 1);
  cr_expect_float_eq (g_array_index (page->rules, Rule, 0).box.y0, 24, 0.5);
  cr_expect_float_eq (g_array_index (page->rules, Rule, 0).box.x1, 108.5, 1);
}
