/* tests/model/test_page.c - what is printed on a page, with no opinion.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/page.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

Test (page, a_new_page_is_blank)
{
  g_autoptr (Page) page = page_new (3, 595, 842);

  cr_expect (eq (int, page->number, 3));
  cr_expect (eq (dbl, page->width, 595));
  cr_expect (eq (dbl, page->height, 842));
  cr_expect (eq (uint, page->words->len + page->rules->len + page->fills->len, 0));
}

Test (page, a_word_is_plain_and_certain_unless_told_otherwise)
{
  g_autoptr (Page) page = page_new (1, 100, 100);
  Word *word = page_take_word (page, g_strdup ("Actual"), (Box){ 7, 3, 13, 4 }, 2);

  cr_expect_str_eq (word->text, "Actual");
  cr_expect (eq (dbl, word->box.x1, 13));
  cr_expect (eq (int, word->lane, 2));
  cr_expect (eq (int, word->rotation, 0));
  cr_expect (eq (dbl, word->size, 1));
  cr_expect (eq (int, word->is_bold, FALSE));
  cr_expect (eq (dbl, word->confidence, 1));
  cr_expect (eq (int, word->origin, ORIGIN_TEXT));
}

Test (page, words_stay_in_the_order_in_which_they_came)
{
  g_autoptr (Page) page = page_new (1, 100, 100);
  for (int i = 0; i < 1000; i++)
    page_take_word (page, g_strdup_printf ("w%d", i), (Box){ 0 }, WORD_NO_LANE);

  cr_assert (eq (uint, page->words->len, 1000));
  cr_expect_str_eq (g_array_index (page->words, Word, 999).text, "w999");
}

Test (page, a_document_copies_its_source_and_owns_its_pages)
{
  char path[] = "a.txt", sha256[] = "0123456789abcdef";
  g_autoptr (Document) document = document_new (path, sha256);
  path[0] = sha256[0] = 'x';
  document_take_page (document, page_new (1, 1, 1));

  cr_expect_str_eq (document->source.path, "a.txt");
  cr_expect_str_eq (document->source.sha256, "0123456789abcdef");
}

static void
note_page (Page *page, gpointer data)
{
  g_string_append_printf (data, "%d ", page->number);
  page_free (page);
}

Test (page, a_document_may_hand_its_pages_on)
{
  g_autoptr (GString) numbers = g_string_new (NULL);
  g_autoptr (Document) document = document_new ("a.pdf", "");
  document->hand_on = note_page;
  document->data = numbers;
  document_take_page (document, page_new (1, 1, 1));
  document_take_page (document, page_new (2, 1, 1));

  cr_expect_str_eq (numbers->str, "1 2 ");
  cr_expect (eq (int, document->n_pages, 2));
  cr_expect (zero (uint, document->pages->len));
}

Test (page, nothing_can_be_freed)
{
  page_free (NULL);
  document_free (NULL);
}

Test (page, upright_rules_are_those_higher_than_wide_from_left_to_right)
{
  g_autoptr (Page) page = page_new (1, 600, 800);
  const Box boxes[] = { { 90, 10, 91, 50 }, { 10, 10, 90, 11 }, { 10, 10, 11, 50 } };
  for (gsize i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      Rule rule = { boxes[i] };
      g_array_append_val (page->rules, rule);
    }
  g_autoptr (GArray) uprights = page_upright_rules (page);
  cr_assert (eq (uint, uprights->len, 2));
  cr_expect (eq (dbl, g_array_index (uprights, Box, 0).x0, 10));
  cr_expect (eq (dbl, g_array_index (uprights, Box, 1).x0, 90));
}
