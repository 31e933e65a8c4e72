/* tests/parse/test_gap.c - the gaps that lines leave between columns.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/gap.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include <string.h>

#include "parse/page_lines.h"
#include "tests/parse/desk.h"
#include "tests/parse/paper.h"

/* Expects the gaps of @text from left to right. */
static void
assert_gaps (const char *text, const char *expected)
{
  g_autoptr (Document) document = desk_document (text);
  g_autoptr (GArray) lines = desk_word_lines (document);
  g_autoptr (GArray) gaps = gap_list (lines, 0, lines->len, 0);
  g_autoptr (GString) found = g_string_new (NULL);
  for (guint i = 0; i < gaps->len; i++)
    {
      const Span *span = &g_array_index (gaps, Gap, i).span;
      g_string_append_printf (found, "%s%g-%g", i > 0 ? " " : "", span->x0, span->x1);
    }
  cr_expect_str_eq (found->str, expected);
}

Test (gap, lines_leave_gaps_of_more_than_a_word_s_blank)
{
  assert_gaps ("M1  Contacts made   106   9\n"
               "M2  New referrals    17  12\n",
               "2-4 17-20 23-25");
}

Test (gap, a_heading_wider_than_its_figures_parts_the_gap_where_these_end)
{
  assert_gaps ("Measure   Oct  Nov 2016 Direction of travel  Target\n"
               "Contacts   10        16                   A      17\n"
               "Visits     12        18                   B      19\n"
               "Plans      14        20                   C      21\n"
               "Cases      15        22                   D      23\n"
               "Meetings   11        24                   A      25\n"
               "Contacts   10        16                   A      17\n"
               "Visits     12        18                   B      19\n"
               "Plans      14        20                   C      21\n"
               "Cases      15        22                   D      23\n"
               "Meetings   11        24                   A      25\n",
               "8-10 13-15 23-24 43-45");
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
count_gaps_on (const Page *page)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_autoptr (GArray) lines = page_lines_sorted (page->words, words);
  g_autoptr (GArray) gaps = gap_list (lines, 0, lines->len, 0);
  return gaps->len;
}

Test (gap, cells_that_are_flush_with_a_border_are_parted_by_it)
{
  g_autoptr (Page) page = page_with_border ("↑");
  cr_expect (eq (u32, count_gaps_on (page), 2));
}

Test (gap, words_that_go_on_in_lower_case_are_not_parted)
{
  g_autoptr (Page) page = page_with_border ("of");
  cr_expect (eq (u32, count_gaps_on (page), 1));
}

Test (gap, lines_that_leave_more_speak_neither_for_a_border_nor_against_it)
{
  g_autoptr (Page) page = page_with_border ("There");
  for (guint i = 0; i < 4; i++)
    {
      paper_word (page, 20, (double) (10 + i) * PAPER_LINE, "More");
      paper_word (page, 101, (double) (10 + i) * PAPER_LINE, "text");
    }
  cr_expect (eq (u32, count_gaps_on (page), 2));
}

Test (gap, names_that_end_below_each_other_by_chance_show_no_border)
{
  static const char *const names[] = { "Head of", "Director", "Chief" };
  g_autoptr (Page) page = paper_new ();
  for (guint i = 0; i < 6; i++)
    {
      double y = (double) i * PAPER_LINE, width = PAPER_CHARACTER * (double) strlen (names[i % 3]);
      paper_word (page, 20, y, "12");
      paper_word (page, 95 - width, y, "Deputy");
      paper_word (page, 100 + 25 - width, y, names[i % 3]);
      paper_word (page, 130, y, "P");
    }
  cr_expect (eq (u32, count_gaps_on (page), 1));
}

Test (gap, figures_before_a_text_are_parted_from_it_wherever_they_stand)
{
  static const char *const figures[] = { "1,303", "n/a", "15.8%", "47", "9" };
  g_autoptr (Page) page = paper_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      double y = (double) i * PAPER_LINE, width = PAPER_CHARACTER * (double) strlen (figures[i]);
      paper_word (page, 20, y, "M1");
      paper_word (page, 99 - width - (double) (i % 2), y, figures[i]);
      paper_word (page, 101, y, i == 0 ? "tbc" : "Head");
    }
  cr_expect (eq (u32, count_gaps_on (page), 2));
}

/* The figures end at 170 and nearly all have the width of two or of three characters: behind 155
 * stray figures of four and headings end, and a hair on, at 155.05, those of three begin. */
Test (gap, figures_of_several_widths_leave_no_gap_by_chance)
{
  g_autoptr (Page) page = paper_new ();
  const char *figures[] = { "1447", "1447", "287", "287", "287", "287", "27", "27", "27", "27" };
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      double y = 100 + 2 * PAPER_LINE * i, width = PAPER_CHARACTER * (double) strlen (figures[i]);
      paper_word (page, 50, y, "M1");
      paper_word (page, 170.05 - width, y, figures[i]);
      paper_word (page, 200, y, "100");
    }
  paper_word (page, 130, 100 - PAPER_LINE, "Total")->box.x1 = 155;
  paper_word (page, 200, 100 - PAPER_LINE, "Max");
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (Word));
  g_autoptr (GArray) lines = page_lines_sorted (page->words, sorted);
  g_autoptr (GArray) gaps = gap_list (lines, 0, lines->len, 0);
  for (guint i = 0; i < gaps->len; i++)
    cr_expect (not(zero (dbl, g_array_index (gaps, Gap, i).span.x1 - 155.05)));
  cr_expect (eq (uint, gaps->len, 2));
}

Test (gap, the_halves_of_references_are_one_column)
{
  assert_gaps ("of all plans   REF 1   106\n"
               "of contacts    REF 2    17\n"
               "new             SG 3    19\n"
               "visits          SG 4    12\n"
               "made\n"
               "in the month           106\n"
               "of each of             108\n",
               "12-15 20-23");
}
