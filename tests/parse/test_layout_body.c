/* tests/parse/test_layout_body.c - rows of a table that no headings stand above.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/layout_body.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/desk.h"

Test (layout_body, rows_with_names_and_figures_are_a_table_without_headings)
{
  g_autoptr (Document) document = desk_document ("Performance Team\n"
                                                 "\n"
                                                 "M3    Visits made   29   31   24\n"
                                                 "M4    Plans          7    8    9\n"
                                                 "M5    Reviews       12   11   13\n");
  g_autoptr (GArray) lines = desk_word_lines (document);
  LayoutTable table = { .grid = NULL };
  cr_assert (
      layout_body_find (g_ptr_array_index (document->pages, 0), lines, 0, lines->len, &table));
  g_autofree char *found = desk_rows (table.grid);
  cr_expect_str_eq (found, "M3|Visits made|29|31|24\n"
                           "M4|Plans|7|8|9\n"
                           "M5|Reviews|12|11|13");
  cr_expect (eq (u32, table.first, 1));
  cr_expect (eq (u32, table.end, 4));
  grid_free (table.grid);
}

Test (layout_body, two_rows_and_figures_without_names_are_none)
{
  g_autoptr (Document) document = desk_document ("M3    Visits made   29   31   24\n"
                                                 "M4    Plans          7    8    9\n"
                                                 "\n"
                                                 "      400   300   200\n"
                                                 "      395   401   402\n"
                                                 "      348   349   360\n");
  g_autoptr (GArray) lines = desk_word_lines (document);
  LayoutTable table = { .grid = NULL };
  cr_expect_not (
      layout_body_find (g_ptr_array_index (document->pages, 0), lines, 0, lines->len, &table));
}

Test (layout_body, rows_on_the_next_page_carry_the_table_on)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Report) report = desk_read (desk, "Ref   Measure       Oct 16   Nov 16   Dec 16\n"
                                               "M1    Contacts         106      109      100\n"
                                               "M2    Referrals         17       48       50\n"
                                               "\f"
                                               "M3    Visits made       29       31       24\n"
                                               "M4    Plans              7        8        9\n"
                                               "M5    Reviews           12       11       13\n");
  cr_assert (eq (u32, report->indicators->len, 5));
  desk_expect_figures (report, 4, "actual 2016-10 12, 2016-11 11, 2016-12 13");
  desk_expect_unplaced (report, "");
}

Test (layout_body, figures_that_no_heading_names_are_told)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Report) report = desk_read (desk, "M3    Visits made       29       31       24\n"
                                               "M4    Plans              7        8        9\n"
                                               "M5    Reviews           12       11       13\n");
  desk_expect_unplaced (report, "29 31 24 7 8 9 12 11 13");
}
