/* tests/parse/test_undrawn_columns.c - the columns of a table whose upright rules a scanner lost
 * everywhere.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/undrawn_columns.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/paper.h"

#define N_ROWS 6
#define HEADINGS "Ref|Measure|Apr|May|Jun"

/* Draws a table of five columns but for the borders left of columns @first to @last, and prints its
 * headings. */
static Page *
page_without (guint first, guint last)
{
  Page *page = paper_new ();
  for (guint i = 0; i <= 5; i++)
    if (i < first || i > last)
      paper_rule (page, 45 + i * 100.0, 99, 45 + i * 100.0, 99 + N_ROWS * PAPER_LINE);
  for (guint i = 0; i <= N_ROWS; i++)
    paper_rule (page, 45, 99 + i * PAPER_LINE, 545, 99 + i * PAPER_LINE);
  paper_row (page, 100, HEADINGS);
  return page;
}

/* Expects that the table's last row is that one. */
static void
expect_row (Page *page, const char *expected)
{
  g_autofree char *table = paper_table (page, ORIGIN_OCR);
  cr_expect (g_str_has_suffix (table, expected), "%s", table);
}

Test (undrawn_columns, figures_that_stand_apart_on_most_lines_are_of_two_columns)
{
  g_autoptr (Page) page = page_without (3, 3);
  paper_rows (page, 112,
              "A1|Boys|10|20|30\nA2|Girls|11|21|31\nA3|All|12|22|32\n"
              "A4|Some|13|23|33\nA5|None|14|24|34");
  expect_row (page, "A5|None|14|24|34\n");
}

Test (undrawn_columns, a_file_draws_what_it_means)
{
  g_autoptr (Page) page = page_without (3, 3);
  paper_rows (page, 112,
              "A1|Boys|10|20|30\nA2|Girls|11|21|31\nA3|All|12|22|32\n"
              "A4|Some|13|23|33\nA5|None|14|24|34");
  g_autofree char *table = paper_table (page, ORIGIN_TEXT);
  cr_expect (g_str_has_suffix (table, "A5|None|14 24|34\n"), "%s", table);
}

Test (undrawn_columns, an_arrow_stands_beside_its_figure)
{
  g_autoptr (Page) page = page_without (1, 0);
  paper_rows (page, 112,
              "A1|Boys||20|30\nA2|Girls||21|31\nA3|All||22|32\n"
              "A4|Some||23|33\nA5|None||24|34");
  for (guint i = 0; i < N_ROWS - 1; i++)
    {
      paper_word (page, 250, 112 + i * PAPER_LINE, "\u2191");
      paper_word (page, 300, 112 + i * PAPER_LINE, "17");
    }
  expect_row (page, "A5|None|\u2191 17|24|34\n");
}

Test (undrawn_columns, headings_part_columns_that_hardly_any_row_fills)
{
  g_autoptr (Page) page = page_without (3, 3);
  paper_rows (page, 112,
              "A1|Boys||20|30\nA2|Girls||21|31\nA3|All|12|22|32\n"
              "A4|Some||23|33\nA5|None||24|34");
  expect_row (page, "A5|None||24|34\n");
}

Test (undrawn_columns, words_that_stand_apart_on_a_few_lines_are_of_one_cell)
{
  g_autoptr (Page) page = page_without (1, 0);
  paper_rows (page, 112,
              "A1|Boys|10|20|30\nA2|Girls|11|21|31\nA3|All|12|22|32\n"
              "A4|Some|13|23|33\nA5|None|14|24|34");
  for (guint i = 2; i < N_ROWS - 1; i++)
    paper_word (page, 200, 112 + i * PAPER_LINE, "others");
  expect_row (page, "A5|None others|14|24|34\n");
}

Test (undrawn_columns, a_frame_is_no_table)
{
  g_autoptr (Page) page = page_without (1, 4);
  paper_rows (page, 112,
              "A1|Boys|10|20|30\nA2|Girls|11|21|31\nA3|All|12|22|32\n"
              "A4|Some|13|23|33\nA5|None|14|24|34");
  paper_expect_table (page, ORIGIN_OCR, "");
}

Test (undrawn_columns, a_border_that_is_left_in_the_headings_alone_is_one_of_all_rows)
{
  g_autoptr (Page) page = page_without (3, 3);
  paper_rule (page, 345, 99, 345, 99 + PAPER_LINE);
  paper_rows (page, 112,
              "A1|Boys|10|20|30\nA2|Girls|11|21|31\nA3|All|12|22|32\n"
              "A4|Some|13|23|33\nA5|None|14|24|34");
  expect_row (page, "A5|None|14|24|34\n");
}
