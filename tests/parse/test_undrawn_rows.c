/* tests/parse/test_undrawn_rows.c - the rows of a table whose flat rules a scanner lost.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/undrawn_rows.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/paper.h"

#define N_COLUMNS 4
#define HEIGHT 96.0

/* Draws one row of places, @HEIGHT high. */
static Page *
page_with_frame (void)
{
  Page *page = paper_new ();
  for (guint i = 0; i <= N_COLUMNS; i++)
    paper_rule (page, 45 + i * 100.0, 100, 45 + i * 100.0, 100 + HEIGHT);
  for (guint i = 0; i < 2; i++)
    paper_rule (page, 45, 100 + i * HEIGHT, 45 + N_COLUMNS * 100, 100 + i * HEIGHT);
  return page;
}

Test (undrawn_rows, figures_of_two_rows_are_parted)
{
  g_autoptr (Page) page = page_with_frame ();
  paper_row (page, 110, "Children|10|20|30");
  paper_row (page, 160, "Adults|11|21|31");
  paper_expect_table (page, ORIGIN_OCR, "Children|10|20|30\nAdults|11|21|31\n");
}

Test (undrawn_rows, a_file_draws_what_it_means)
{
  g_autoptr (Page) page = page_with_frame ();
  paper_row (page, 110, "Children|10|20|30");
  paper_row (page, 160, "Adults|11|21|31");
  paper_expect_table (page, ORIGIN_TEXT, "Children Adults|10 11|20 21|30 31\n");
}

Test (undrawn_rows, figures_right_below_each_other_are_of_one_cell)
{
  g_autoptr (Page) page = page_with_frame ();
  paper_row (page, 130, "Children|10|20|30");
  paper_row (page, 142, "looked after|11|21|31");
  paper_expect_table (page, ORIGIN_OCR, "Children looked after|10 11|20 21|30 31\n");
}

Test (undrawn_rows, figures_without_a_name_of_their_own_are_of_one_row)
{
  g_autoptr (Page) page = page_with_frame ();
  paper_row (page, 110, "Children|10|20|30");
  paper_row (page, 160, "|11|21|31");
  paper_expect_table (page, ORIGIN_OCR, "Children|10 11|20 21|30 31\n");
}

Test (undrawn_rows, lines_of_a_name_go_with_the_figures_that_they_stand_around)
{
  g_autoptr (Page) page = page_with_frame ();
  paper_rows (page, 104, "Children\nlooked|10|20|30\nafter");
  paper_rows (page, 150, "Adults\nwho are|11|21|31\ncarers");
  paper_expect_table (page, ORIGIN_OCR,
                      "Children looked after|10|20|30\nAdults who are carers|11|21|31\n");
}

Test (undrawn_rows, a_rule_that_is_left_in_one_place_shows_where_the_others_were)
{
  g_autoptr (Page) page = page_with_frame ();
  paper_rule (page, 145, 130, 245, 130);
  paper_row (page, 110, "Children|10|20|30");
  paper_rows (page, 134, "Adults\nwho are\ncarers|11|21|31");
  paper_expect_table (page, ORIGIN_OCR, "Children|10|20|30\nAdults who are carers|11|21|31\n");
}
