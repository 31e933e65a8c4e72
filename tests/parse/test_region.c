/* tests/parse/test_region.c - a part of a page that may be a table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/region.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/paper.h"

Test (region, words_whose_middle_is_in_the_box_are_in_it)
{
  g_autoptr (Page) page = paper_new ();
  paper_word (page, 50, 100, "in");
  paper_word (page, 140, 100, "over"); /* its middle is at 150 */
  paper_word (page, 146, 112, "out");
  g_autoptr (Region) region = region_new (page, (Box){ 45, 95, 151, 130 });
  cr_assert (eq (uint, region->words->len, 2));
  cr_expect_str_eq (((const Word *) g_ptr_array_index (region->words, 1))->text, "over");
}

Test (region, words_that_run_upwards_are_on_no_line)
{
  g_autoptr (Page) page = paper_new ();
  paper_row (page, 100, "Area|12");
  paper_word (page, 250, 100, "turned")->rotation = 270;
  g_autoptr (Region) region = paper_region (page, 100, 1, 3);
  cr_expect (eq (uint, region->words->len, 3));
  cr_assert (eq (uint, region->lines->len, 1));
  cr_expect (eq (uint, print_line (region->lines, 0)->pieces->len, 2));
}

Test (region, rules_are_cut_at_its_sides_and_sorted_by_their_way)
{
  g_autoptr (Page) page = paper_new ();
  paper_rule (page, 0, 105, 600, 105.5);
  paper_rule (page, 145, 0, 145.5, 800);
  paper_rule (page, 0, 300, 600, 300.5);   /* below it */
  paper_rule (page, 100, 105, 103, 105.5); /* a dot */
  g_autoptr (Region) region = paper_region (page, 100, 2, 3);
  cr_assert (eq (uint, region->flats->len, 1));
  cr_assert (eq (uint, region->uprights->len, 1));
  const Box *flat = &g_array_index (region->flats, Box, 0);
  cr_expect_float_eq (flat->x0, 42, 1e-9, "a little outside");
  cr_expect_float_eq (flat->x1, 348, 1e-9);
  cr_expect_float_eq (g_array_index (region->uprights, Box, 0).y1, 126, 1e-9);
}
