/* tests/parse/test_undrawn_words.c - what of an image is printed where rules may have been lost.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/undrawn_words.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/paper.h"

/* Returns (transfer full): the words of the page's only net, blanks between; NULL if there are none
 * to go by. */
static char *
dup_words (Page *page)
{
  g_autoptr (GPtrArray) nets = nets_find (page);
  const Net *net = nets->pdata[0];
  g_autoptr (GArray) words
      = undrawn_words (net, page, net_number (net->ys, 0), net_number (net->ys, net->ys->len - 1));
  if (words == NULL)
    return NULL;
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (text, "%s ", g_array_index (words, Word, i).text);
  return g_string_free (text, FALSE);
}

static Page *
page_with_net (void)
{
  Page *page = paper_new ();
  paper_grid (page, 100, 2, 2);
  paper_word (page, 50, 100, "in")->origin = ORIGIN_OCR;
  paper_word (page, 50, 200, "out")->origin = ORIGIN_OCR;
  paper_word (page, 150, 112, "\uFFFD")->origin = ORIGIN_OCR;
  return page;
}

Test (undrawn_words, they_are_those_of_the_net_that_could_be_read)
{
  g_autoptr (Page) page = page_with_net ();
  g_autofree char *words = dup_words (page);
  cr_expect_str_eq (words, "in ");
}

Test (undrawn_words, there_are_none_where_a_file_prints)
{
  g_autoptr (Page) page = page_with_net ();
  paper_word (page, 150, 100, "set")->origin = ORIGIN_TEXT;
  g_autofree char *words = dup_words (page);
  cr_expect_null (words);
}

Test (undrawn_words, there_are_none_of_a_page_that_is_too_full)
{
  g_autoptr (Page) page = page_with_net ();
  for (guint i = 0; i < 5000; i++)
    paper_word (page, 150, 100, "x")->origin = ORIGIN_OCR;
  g_autofree char *words = dup_words (page);
  cr_expect_null (words);
}

Test (undrawn_words, lines_are_cut_at_gaps_alone)
{
  g_autoptr (Page) page = page_with_net ();
  paper_word (page, 160, 100, "beside")->origin = ORIGIN_OCR;
  g_autoptr (GPtrArray) nets = nets_find (page);
  g_autoptr (GArray) words = undrawn_words (nets->pdata[0], page, 99, 130);
  g_autoptr (GPtrArray) lines = undrawn_lines (words);
  cr_assert_eq (lines->len, 1);
  cr_expect_eq (print_line (lines, 0)->pieces->len, 2);
}
