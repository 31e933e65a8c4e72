/* tests/parse/test_gutter.c - the columns that lie between gutters.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/gutter.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/desk.h"

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

Test (gutter, a_line_goes_into_the_columns_in_order_unless_that_moves_more_than_one_word)
{
  Span spans[] = { { 0, 40 }, { 50, 90 }, { 100, 140 }, { 150, 190 } };
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (Span));
  g_array_append_vals (columns, spans, G_N_ELEMENTS (spans));
  Word words[] = { { .text = (char *) "10", .box = { 10, 0, 20, 10 } },
                   { .text = (char *) "20", .box = { 102, 0, 112, 10 } },
                   { .text = (char *) "30", .box = { 120, 0, 130, 10 } },
                   { .text = (char *) "40", .box = { 160, 0, 170, 10 } } };
  WordLine line = { .words = words, .n_words = 4 };
  g_autofree guint *in_order = gutter_columns_of (columns, &line);
  words[2].box = (Box){ 155, 0, 165, 10 };
  words[3].box = (Box){ 170, 0, 180, 10 };
  g_autofree guint *by_place = gutter_columns_of (columns, &line);
  cr_expect (eq (u32, in_order[1], 1));
  cr_expect (eq (u32, by_place[1], 2));
}

Test (gutter, the_text_of_columns_is_what_the_lines_have_in_them)
{
  g_autoptr (Document) document = desk_document ("M1  %     change   106\n"
                                                 "M2  from  Oct 16    17\n");
  g_autoptr (GArray) lines = desk_word_lines (document);
  g_autoptr (GArray) columns = gutter_columns (lines, 0, lines->len);
  g_autofree char *both = gutter_dup_text (columns, lines, 0, 2, 1, 2);
  g_autofree char *lower = gutter_dup_text (columns, lines, 1, 2, 1, 1);
  cr_expect_str_eq (both, "% change from Oct 16");
  cr_expect_str_eq (lower, "from");
}
