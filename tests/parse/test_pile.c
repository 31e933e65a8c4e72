/* tests/parse/test_pile.c - pieces of headings that stand below each other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/pile.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/desk.h"

/* Expects what the pieces of the lines of @text make, with bars between the piles. */
static void
assert_piles (const char *text, const char *expected)
{
  g_autoptr (Document) document = desk_document (text);
  g_autoptr (GArray) lines = desk_word_lines (document), piles = piles_new ();
  for (guint i = 0; i < lines->len; i++)
    {
      g_autoptr (GArray) segments = segment_list (word_line (lines, i));
      for (guint k = 0; k < segments->len; k++)
        piles_add (piles, segment_at (segments, k));
    }
  g_autoptr (GString) found = g_string_new (NULL);
  for (guint i = 0; i < piles->len; i++)
    for (guint k = 0; k < pile_at (piles, i)->words->len; k++)
      g_string_append_printf (
          found, "%s%s",
          k > 0   ? " "
          : i > 0 ? "|"
                  : "",
          ((const Word *) g_ptr_array_index (pile_at (piles, i)->words, k))->text);
  cr_expect_str_eq (found->str, expected);
}

Test (pile, pieces_below_each_other_are_one_heading)
{
  assert_piles ("Number of   Share of\n"
                " contacts   contacts\n",
                "Number of contacts|Share of contacts");
}

Test (pile, piles_stand_in_order_from_left_to_right)
{
  assert_piles ("            Share of\n"
                "Number of\n"
                " contacts   contacts\n",
                "Number of contacts|Share of contacts");
}

Test (pile, a_wider_piece_is_of_what_it_stands_below)
{
  assert_piles ("    Benchmarks         Target\n"
                "(as known in 2015)\n",
                "Benchmarks (as known in 2015)|Target");
}
