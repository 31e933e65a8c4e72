/* tests/extract/test_plate.c - a page whose picture is ready to be read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/plate.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "extract/strip.h"
#include "tests/extract/drawn.h"
#include "tests/extract/pictured.h"

/* Returns (transfer full): the plate of some lines of @text, which are turned by quarters. */
static Plate *
turned_plate (const char *text, int n_quarters, Page *page)
{
  g_autoptr (Reader) reader = reader_new (NULL);
  g_autoptr (PixOwned) upright = pictured_figures (text);
  PIX *pix = n_quarters == 0 ? pixClone (upright) : pixRotateOrth (upright, n_quarters);
  return plate_new (picture_new (pix, 300), page, &(Hand){ reader, NULL });
}

Test (plate, has_the_strips_of_each_line_upright_whichever_way_the_page_lay)
{
  for (int n_quarters = 0; n_quarters < 4; n_quarters++)
    {
      gboolean is_lying = n_quarters % 2 == 1;
      g_autoptr (Page) page = page_new (1, is_lying ? 200 : 300, is_lying ? 300 : 200);
      g_autoptr (Plate) plate = turned_plate ("1204 at home with 35 percent", n_quarters, page);
      guint n_upright = 0;
      for (guint i = 0; i < plate->strips->len; i++)
        n_upright += g_array_index (plate->strips, Strip, i).rotation == 0;
      cr_expect_eq (n_upright, plate->strips->len, "%d quarters", n_quarters);
      cr_expect_geq (n_upright, PICTURED_LINES, "%d quarters", n_quarters);
      cr_expect_eq (page->width, 300, "%d quarters: %g", n_quarters, page->width);
    }
}

Test (plate, of_a_picture_that_is_too_small_for_a_letter_is_blank)
{
  g_autoptr (Page) page = page_new (1, 15, 300);
  g_autoptr (Plate) plate = plate_new (drawn_paper (15, 300), page, &(Hand){ NULL, NULL });
  cr_expect_null (plate->ink);
  cr_expect_eq (plate->strips->len, 0);
}

Test (plate, knows_what_was_on_the_page_before)
{
  g_autoptr (Page) page = page_new (1, 300, 200);
  const Rule rule = { .box = { 10, 10, 100, 10 } };
  g_array_append_val (page->rules, rule);
  g_autoptr (Plate) plate = turned_plate ("1204", 0, page);
  cr_expect_eq (plate->n_rules, 1);
  cr_expect_eq (plate->n_fills, 0);
}
