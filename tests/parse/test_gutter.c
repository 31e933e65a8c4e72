/* tests/parse/test_gutter.c - the columns that lie between gutters.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/gutter.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include <string.h>

#include "parse/page_lines.h"
#include "tests/parse/desk.h"
#include "tests/parse/paper.h"

/* Expects the columns of @text from left to right. */
static void
assert_columns (const char *text, const char *expected)
{
  g_autoptr (Document) document = desk_document (text);
  g_autoptr (GArray) lines = desk_word_lines (document);
  g_autoptr (GArray) columns = gutter_columns (lines, 0, lines->len);
  g_autoptr (GString) found = g_string_new (NULL);
  for (guint i = 0; i < columns->len; i++)
    {
      const Span *column = &g_array_index (columns, Span, i);
      g_string_append_printf (found, "%s%g-%g", i > 0 ? " " : "", column->x0, column->x1);
    }
  cr_expect_str_eq (found->str, expected);
}

Test (gutter, columns_lie_between_the_gaps_that_all_lines_leave)
{
  assert_columns ("M1  Contacts made   106   9\n"
                  "M2  New referrals    17  12\n",
                  "0-2 4-17 20-23 25-27");
}

Test (gutter, words_that_stand_below_each_other_make_no_columns)
{
  assert_columns ("M1  New cases   106\n"
                  "M2  Old cases    17\n",
                  "0-2 4-13 16-19");
}

Test (gutter, a_column_that_one_row_fills_lies_within_a_gap)
{
  assert_columns ("M1  Contacts   106              Higher\n"
                  "M2  Referrals   17      88      Lower\n"
                  "M3  Visits       5              Lower\n"
                  "M4  Plans       12              Lower\n",
                  "0-2 4-13 15-18 24-26 32-38");
}

Test (gutter, references_alone_on_their_lines_make_a_column)
{
  assert_columns ("M6-QL\n"
                  "        Contacts   106\n"
                  "M8\n"
                  "        Referrals   17\n",
                  "0-5 8-17 19-22");
}

Test (gutter, a_word_stands_in_the_nearest_column)
{
  g_autoptr (Document) document = desk_document ("M1  Contacts   106\nM2  Plans       17\n");
  g_autoptr (GArray) lines = desk_word_lines (document);
  g_autoptr (GArray) columns = gutter_columns (lines, 0, lines->len);
  Word near = { .box = { 19, 0, 22, 1 } }, within = { .box = { 5, 0, 8, 1 } };
  cr_expect (eq (u32, gutter_column_of (columns, &near), 2));
  cr_expect (eq (u32, gutter_column_of (columns, &within), 1));
}

/* Prints rows of two cells, the left ones flush right and the right ones flush left of a border
 * that is narrower than a blank; @right is what the right ones begin with. */
static Page *
page_with_border (const char *right)
{
  static const char *const lefts[] = { "1,303", "567", "15.8%", "471", "9" };
  Page *page = paper_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (lefts); i++)
    {
      double y = (double) i * PAPER_LINE, width = PAPER_CHARACTER * (double) strlen (lefts[i]);
      paper_word (page, 20, y, "M1");
      paper_word (page, 100 - width, y, lefts[i]);
      paper_word (page, 101, y, right);
    }
  return page;
}

static guint
count_columns_on (const Page *page)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_autoptr (GArray) lines = page_lines_sorted (page->words, words);
  g_autoptr (GArray) columns = gutter_columns (lines, 0, lines->len);
  return columns->len;
}

Test (gutter, cells_that_are_flush_with_a_border_are_parted_by_it)
{
  g_autoptr (Page) page = page_with_border ("↑");
  cr_expect (eq (u32, count_columns_on (page), 3));
}

Test (gutter, words_that_go_on_in_lower_case_are_not_parted)
{
  g_autoptr (Page) page = page_with_border ("of");
  cr_expect (eq (u32, count_columns_on (page), 2));
}
