/* tests/parse/test_page_lines.c - the lines that the words of a page stand on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/page_lines.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/desk.h"

static void
add_word (Page *page, const char *text, double x, double y, int rotation)
{
  Box box = rotation == 0 ? (Box){ x, y, x + 20, y + 8 } : (Box){ x, y, x + 8, y + 20 };
  Word *word = page_take_word (page, g_strdup (text), box, WORD_NO_LANE);
  word->size = 8;
  word->rotation = rotation;
}

/* Expects the lines of the page as they stand, one a line. */
static void
assert_lines (const Page *page, const char *expected)
{
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (Word));
  g_autoptr (GArray) lines = page_lines_sorted (page->words, sorted);
  g_autoptr (GString) found = g_string_new (NULL);
  for (guint i = 0; i < lines->len; i++)
    {
      const WordLine *line = word_line (lines, i);
      for (guint k = 0; k < line->n_words; k++)
        g_string_append_printf (found, "%s%s",
                                k > 0   ? " "
                                : i > 0 ? "\n"
                                        : "",
                                line->words[k].text);
    }
  cr_expect_str_eq (found->str, expected);
}

Test (page_lines, words_are_put_on_lines_whatever_their_order)
{
  g_autoptr (Page) page = page_new (1, 600, 400);
  add_word (page, "17", 100, 20, 0);
  add_word (page, "Visits", 10, 21, 0);
  add_word (page, "Plans", 10, 40, 0);
  add_word (page, "29", 60, 19, 0);
  add_word (page, "7", 60, 41, 0);
  assert_lines (page, "Visits 29 17\nPlans 7");
}

Test (page_lines, words_that_run_up_stay_together_beside_their_middle)
{
  g_autoptr (Page) page = page_new (1, 600, 400);
  add_word (page, "M6", 10, 60, 270);
  add_word (page, "(val)", 10, 38, 270);
  add_word (page, "above", 60, 30, 0);
  add_word (page, "below", 60, 80, 0);
  assert_lines (page, "above\nM6 (val)\nbelow");
}

Test (page_lines, the_order_of_the_source_is_kept_for_running_text)
{
  g_autoptr (Page) page = page_new (1, 600, 400);
  add_word (page, "left", 10, 20, 0);
  add_word (page, "column", 10, 30, 0);
  add_word (page, "right", 300, 20, 0);
  g_autoptr (GArray) lines = page_lines (page->words);
  cr_expect (eq (u32, lines->len, 3));
  cr_expect_str_eq (word_line (lines, 2)->words[0].text, "right");
}
