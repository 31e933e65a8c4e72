/* tests/parse/test_stream.c - the columns of text that a page is set in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/stream.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/paper.h"

static GPtrArray *
split (Page *page)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GArray) uprights = page_upright_rules (page);
  for (guint i = 0; i < page->words->len; i++)
    g_ptr_array_add (words, &g_array_index (page->words, Word, i));
  return stream_split (words, uprights);
}

/* Returns: how many words the streams have together. */
static guint
n_words (const GPtrArray *streams)
{
  guint n = 0;
  for (guint i = 0; i < streams->len; i++)
    n += ((const GPtrArray *) g_ptr_array_index (streams, i))->len;
  return n;
}

/* Returns: how many streams have any words. */
static guint
n_filled (const GPtrArray *streams)
{
  guint n = 0;
  for (guint i = 0; i < streams->len; i++)
    n += ((const GPtrArray *) g_ptr_array_index (streams, i))->len > 0;
  return n;
}

Test (stream, a_page_of_one_column_is_one)
{
  g_autoptr (Page) page = paper_new ();
  paper_prose (page, 50, 100, 20);
  g_autoptr (GPtrArray) streams = split (page);
  cr_expect (eq (uint, n_filled (streams), 1));
  cr_expect (eq (uint, n_words (streams), page->words->len));
}

Test (stream, two_columns_of_prose_are_two_and_lose_no_word)
{
  g_autoptr (Page) page = paper_new ();
  paper_prose (page, 40, 100, 12);
  paper_prose (page, 320, 100, 12);
  g_autoptr (GPtrArray) streams = split (page);
  cr_expect (eq (uint, n_filled (streams), 2));
  cr_expect (eq (uint, n_words (streams), page->words->len));
}

Test (stream, what_is_above_the_columns_is_apart)
{
  g_autoptr (Page) page = paper_new ();
  paper_text (page, 40, 80,
              "A heading that runs over both of the columns and a good deal of the gutter", FALSE);
  paper_prose (page, 40, 100, 12);
  paper_prose (page, 320, 100, 12);
  g_autoptr (GPtrArray) streams = split (page);
  cr_expect (eq (uint, n_filled (streams), 3));
  cr_expect (eq (uint, n_words (streams), page->words->len));
}

Test (stream, the_columns_of_a_table_are_none)
{
  g_autoptr (Page) page = paper_new ();
  for (guint i = 0; i < 20; i++)
    paper_row (page, 100 + i * PAPER_LINE, "North|12 13 14 15 16|17 18 19 20");
  g_autoptr (GPtrArray) streams = split (page);
  cr_expect (eq (uint, n_filled (streams), 1));
}

Test (stream, a_few_lines_side_by_side_are_none)
{
  g_autoptr (Page) page = paper_new ();
  paper_prose (page, 40, 100, 7);
  paper_prose (page, 320, 100, 7);
  g_autoptr (GPtrArray) streams = split (page);
  cr_expect (eq (uint, n_filled (streams), 1));
}

Test (stream, columns_of_prose_that_are_not_level_are_two)
{
  g_autoptr (Page) page = paper_new ();
  for (guint i = 0; i < 3; i++)
    {
      paper_prose (page, 40, 100 + i * 60, 4);
      paper_text (page, 40, 148 + i * 60, "Its end.", FALSE);
      paper_prose (page, 320, 106 + i * 60, 4);
      paper_text (page, 320, 154 + i * 60, "Its end.", FALSE);
    }
  g_autoptr (GPtrArray) streams = split (page);
  cr_expect (eq (uint, n_filled (streams), 2));
}

Test (stream, a_column_goes_on_beside_the_last_lines_of_the_other)
{
  g_autoptr (Page) page = paper_new ();
  paper_prose (page, 40, 100, 12);
  paper_prose (page, 320, 100, 12);
  paper_rows (page, 244, "2007|6.9\n2008|7.9");
  paper_text (page, 320, 244, "Its end.", FALSE);
  g_autoptr (GPtrArray) streams = split (page);
  cr_expect (eq (uint, n_filled (streams), 2));
}
