/* tests/extract/test_text.c - a text to pages on a character grid.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/text.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

static Document *
document_of (const char *text)
{
  Document *document = document_new ("made-up.txt", "");
  text_append_pages (document, text);
  return document;
}

static const Page *
page_of (const Document *document, guint number)
{
  cr_assert (number <= document->pages->len, "there is no page %u", number);
  return g_ptr_array_index (document->pages, number - 1);
}

static const Word *
word_of (const Page *page, guint i)
{
  cr_assert (i < page->words->len, "there is no word %u", i);
  return &g_array_index (page->words, Word, i);
}

/* Returns (transfer full): each word of a page with its lane, as "Ref:0 no.:0 Oct:1", a slash
 * where a line ends. */
static char *
dup_lanes (const Page *page)
{
  GString *lanes = g_string_new (NULL);
  double y = 0;
  for (guint i = 0; i < page->words->len; i++)
    {
      const Word *word = word_of (page, i);
      g_string_append (lanes, i == 0 ? "" : word->box.y0 > y ? " / " : " ");
      g_string_append (lanes, word->text);
      if (word->lane != WORD_NO_LANE)
        g_string_append_printf (lanes, ":%d", word->lane);
      y = word->box.y0;
    }
  return g_string_free (lanes, FALSE);
}

static void
assert_lanes (const char *text, const char *expected)
{
  g_autoptr (Document) document = document_of (text);
  g_autofree char *lanes = dup_lanes (page_of (document, 1));
  cr_expect_str_eq (lanes, expected);
}

static void
assert_box (const Word *word, const char *text, Box expected)
{
  cr_expect_str_eq (word->text, text);
  cr_expect (eq (dbl, word->box.x0, expected.x0), "%s begins at %g", text, word->box.x0);
  cr_expect (eq (dbl, word->box.y0, expected.y0), "%s is on line %g", text, word->box.y0);
  cr_expect (eq (dbl, word->box.x1, expected.x1), "%s ends at %g", text, word->box.x1);
  cr_expect (eq (dbl, word->box.y1, expected.y1), "%s is above line %g", text, word->box.y1);
}

Test (text, tabs_put_the_words_of_a_line_into_lanes)
{
  assert_lanes ("Ref no.\tOct 16\tNov 16", "Ref:0 no.:0 Oct:1 16:1 Nov:2 16:2");
}

Test (text, empty_fields_count)
{
  assert_lanes ("M1\t\t109\t\n\t\t5", "M1:0 109:2 / 5:2");
  assert_lanes ("| M1 | | 109 |\n| | | 5 |", "M1:0 109:2 / 5:2");
}

Test (text, blanks_make_no_lanes) { assert_lanes ("Ref     Oct 16", "Ref Oct 16"); }

Test (text, pipes_make_lanes_where_two_lines_have_them)
{
  assert_lanes ("| Ref | Oct 16 |\n| M1 | 109 |", "Ref:0 Oct:1 16:1 / M1:0 109:1");
}

Test (text, a_single_line_of_pipes_in_noise_has_no_lanes)
{
  assert_lanes ("referral\n| 34% | 31% |\nchildren", "referral / | 34% | 31% | / children");
  assert_lanes ("|3 |z\n|4 |z", "|3 |z / |4 |z");
}

Test (text, a_tab_goes_before_a_pipe) { assert_lanes ("| a | b |\tc", "|:0 a:0 |:0 b:0 |:0 c:1"); }

Test (text, an_escaped_pipe_is_printed_and_ends_no_lane)
{
  assert_lanes ("| a \\| b | 1 |\n| c | 2 |", "a:0 |:0 b:0 1:1 / c:0 2:1");
}

Test (text, a_drawn_line_is_a_rule_and_no_word)
{
  g_autoptr (Document) document = document_of ("| Ref | Oct |\n|:--|--:|\n| M1 | 5 |");
  const Page *page = page_of (document, 1);
  g_autofree char *lanes = dup_lanes (page);
  cr_expect_str_eq (lanes, "Ref:0 Oct:1 / M1:0 5:1");
  cr_assert (eq (uint, page->rules->len, 1));
  Box box = g_array_index (page->rules, Rule, 0).box;
  cr_expect (eq (dbl, box.y0, 1));
  cr_expect (eq (dbl, box.x1, 9));
}

Test (text, dashes_of_cells_are_no_drawn_line)
{
  assert_lanes ("| Ref | Oct | Nov |\n| M1 | - | - |", "Ref:0 Oct:1 Nov:2 / M1:0 -:1 -:2");
  assert_lanes ("M1\t-\t-\n-\t-\t-", "M1:0 -:1 -:2 / -:0 -:1 -:2");
  assert_lanes ("-----", "-----");
}

Test (text, a_box_is_line_and_column_of_the_file)
{
  g_autoptr (Document) document = document_of ("\nRef  £5\n<b>M1</b>\t\t109");
  const Page *page = page_of (document, 1);
  assert_box (word_of (page, 0), "Ref", (Box){ 0, 1, 3, 2 });
  assert_box (word_of (page, 1), "£5", (Box){ 5, 1, 7, 2 });
  assert_box (word_of (page, 2), "M1", (Box){ 3, 2, 5, 3 });
  assert_box (word_of (page, 3), "109", (Box){ 11, 2, 14, 3 });
}

Test (text, a_box_counts_the_pipes_before_it)
{
  g_autoptr (Document) document = document_of ("| é | 5 |\n| 6 | 7 |");
  assert_box (word_of (page_of (document, 1), 1), "5", (Box){ 6, 0, 7, 1 });
  assert_box (word_of (page_of (document, 1), 2), "6", (Box){ 2, 1, 3, 2 });
}

Test (text, words_keep_what_is_bold)
{
  g_autoptr (Document) document = document_of ("## Summary\n**Status:** done");
  const Page *page = page_of (document, 1);
  cr_expect (word_of (page, 0)->is_bold);
  cr_expect (word_of (page, 1)->is_bold);
  cr_expect_not (word_of (page, 2)->is_bold);
}

static void
assert_bold (const char *text, guint i, gboolean expected)
{
  g_autoptr (Document) document = document_of (text);
  const Word *word = word_of (page_of (document, 1), i);
  cr_expect (eq (int, word->is_bold, expected), "%s of %s", word->text, text);
}

Test (text, emphasis_goes_on_over_the_lines_of_a_paragraph_only)
{
  assert_bold ("**Please\nnote** that", 1, TRUE);
  assert_bold ("**Please\nnote** that", 2, FALSE);
  assert_bold ("**Please\n\nnote", 1, FALSE);
  assert_bold ("# Summary\nfigures", 1, FALSE);
  assert_bold ("**Please\nM1\t109", 1, FALSE);
  assert_bold ("<b>M1\t109\nnote", 2, FALSE);
}

Test (text, a_form_feed_begins_a_page)
{
  g_autoptr (Document) document = document_of ("one\ntwo\n\fthree\n");
  cr_assert (eq (uint, document->pages->len, 2));
  cr_expect (eq (int, page_of (document, 2)->number, 2));
  assert_box (word_of (page_of (document, 2), 0), "three", (Box){ 0, 0, 5, 1 });
}

Test (text, an_empty_page_is_a_page_and_an_end_is_none)
{
  g_autoptr (Document) document = document_of ("one\f\fthree\f");
  cr_assert (eq (uint, document->pages->len, 3));
  cr_expect (zero (uint, page_of (document, 2)->words->len));
}

Test (text, a_page_is_as_large_as_its_lines)
{
  g_autoptr (Document) document = document_of ("£££\n1234567\n\n8");
  cr_expect (eq (dbl, page_of (document, 1)->width, 7));
  cr_expect (eq (dbl, page_of (document, 1)->height, 4));
}

Test (text, pages_go_on_from_those_that_are_there)
{
  g_autoptr (Document) document = document_of ("one");
  text_append_pages (document, "two");
  cr_expect (eq (int, page_of (document, 2)->number, 2));
}
