/* tests/parse/test_stack.c - which row each line belongs to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/stack.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "parse/page_lines.h"
#include "parse/parting.h"
#include "tests/parse/desk.h"
#include "tests/parse/paper.h"

/* Expects the row of each line of @text, - for none. */
static void
assert_rows (const char *text, guint n_headings, const char *expected)
{
  g_autoptr (Document) document = desk_document (text);
  g_autoptr (GArray) lines = desk_word_lines (document);
  g_autoptr (GArray) columns = gutter_columns (lines, 0, lines->len);
  const Page *page = g_ptr_array_index (document->pages, 0);
  g_autofree guint *rows = stack_rows (lines, 0, lines->len, columns, n_headings, page->rules);
  g_autoptr (GString) found = g_string_new (NULL);
  for (guint i = 0; i < lines->len; i++)
    if (rows[i] == STACK_NO_ROW)
      g_string_append_c (found, '-');
    else
      g_string_append_printf (found, "%u", rows[i]);
  cr_expect_str_eq (found->str, expected);
}

Test (stack, lines_lie_around_the_figures_of_their_row)
{
  assert_rows ("      Contacts received                  They rose\n"
               "M1    in the month        106  109  100  by three in\n"
               "      by telephone                       a month.\n"
               "      New referrals of                   No change\n"
               "M2    children in need     17   48   50  to speak\n"
               "      and others                         of.\n",
               0, "000111");
}

Test (stack, lines_lie_below_the_figures_where_rows_begin_with_them)
{
  assert_rows ("M1    Contacts received   106  109  100\n"
               "      in the month\n"
               "      by telephone\n"
               "M2    New referrals of     17   48   50\n"
               "      children in need\n",
               0, "00011");
}

Test (stack, a_blank_line_parts_rows)
{
  assert_rows ("      Number of cases                    A\n"
               "M1    that are open       106  109  100  short one\n"
               "\n"
               "                                         A comment\n"
               "                                         that is\n"
               "M2    Visits               17   48   50  long and\n"
               "                                         goes on\n"
               "                                         below\n",
               0, "0011111");
}

Test (stack, a_text_is_not_cut_where_it_goes_on_in_lower_case)
{
  assert_rows ("M1    Contacts            106  109  100\n"
               "      and more of\n"
               "      them\n"
               "      Visits made in\n"
               "M2    the month            17   48   50\n",
               0, "00011");
}

Test (stack, what_stands_far_below_the_last_row_is_not_of_it)
{
  assert_rows ("M1    Contacts            106  109  100\n"
               "M2    Visits               17   48   50\n"
               "\n"
               "\n"
               "      Page 1 of 2\n",
               0, "01-");
}

Test (stack, a_rule_parts_rows_as_a_blank_line_does)
{
  const char *text = "M1    Contacts            106  109  100  A word\n"
                     "      The next row is\n"
                     "M2    that of visits       17   48   50  More\n";
  g_autoptr (Document) document = desk_document (text);
  g_autoptr (GArray) lines = desk_word_lines (document);
  g_autoptr (GArray) columns = gutter_columns (lines, 0, lines->len);
  g_autoptr (GArray) rules = g_array_new (FALSE, FALSE, sizeof (Rule));
  Rule above = { { 0, 1, 50, 1 } }, below = { { 0, 2, 50, 2 } };
  g_array_append_val (rules, above);
  g_autofree guint *rows = stack_rows (lines, 0, 3, columns, 0, rules);
  cr_expect (eq (u32, rows[1], 1));

  g_array_index (rules, Rule, 0) = below;
  g_autofree guint *others = stack_rows (lines, 0, 3, columns, 0, rules);
  cr_expect (eq (u32, others[1], 0));
}

Test (stack, headings_are_a_row)
{
  assert_rows ("Ref   Measure             Oct  Nov  Dec\n"
               "                          16   16   2016\n"
               "\n"
               "M1    Contacts            106  109  100\n",
               2, "001");
}

Test (stack, words_turned_upwards_stand_in_the_rows_that_rules_part)
{
  g_autoptr (Page) page = paper_new ();
  for (guint i = 0; i < 5; i++)
    {
      double y = (double) i * 4 * PAPER_LINE;
      g_autofree char *ref = g_strdup_printf ("M%u", i);
      Word *turned = paper_word (page, 20, y + PAPER_LINE, ref);
      turned->rotation = 90;
      turned->box = (Box){ 20, y, 30, y + 3 * PAPER_LINE };
      paper_row (page, y + PAPER_LINE, "Visits|12|13|14");
      paper_rule (page, 20, y + 3.5 * PAPER_LINE, 420, y + 3.5 * PAPER_LINE);
    }
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_autoptr (GArray) lines = page_lines_sorted (page->words, words);
  g_autoptr (GArray) columns = gutter_columns (lines, 0, lines->len);
  g_autoptr (GArray) bands = parting_bands (lines, 0, lines->len, columns, page->rules);
  g_autoptr (Grid) grid = grid_new ();
  cr_expect (
      eq (u32, stack_add_rows (grid, page, lines, 0, lines->len, columns, bands), lines->len));
  cr_assert (eq (u32, grid_n_rows (grid), 5));
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *ref = g_strdup_printf ("M%u", i);
      cr_expect_str_eq (grid_row_text (grid_row (grid, i), 0), ref);
      cr_expect_str_eq (grid_row_text (grid_row (grid, i), 1), "Visits");
    }
}

Test (stack, lines_lie_above_the_figures_where_rows_end_with_them)
{
  assert_rows ("                               It rose as\n"
               "                               Ofsted came\n"
               "M1  Contacts   106  109  100   In May.\n"
               "M2  Referrals   17   48   50   None.\n"
               "                               It fell as\n"
               "                               Ofsted left\n"
               "M3  Visits      15   46   57   In June.\n"
               "M4  Plans       16   47   58   None.\n"
               "                               It fell as\n"
               "                               Ofsted left\n"
               "M5  Reviews     15   46   57   In June.\n",
               0, "00012223444");
}
