/* tests/emit/test_plain.c - tests emit/plain.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/plain.h"

#include <criterion/criterion.h>

Test (plain, nothing_moves_the_cursor)
{
  g_autofree char *text = plain_text ("a\033[2Jb\tc\nd\xff");
  cr_expect_str_eq (text, "a?[2Jb?c?d\357\277\275");
}

Test (plain, a_long_text_is_cut_between_words)
{
  g_autofree char *cut = plain_shorten ("one two three", 10);
  g_autofree char *whole = plain_shorten ("one two three", 13);
  g_autofree char *word = plain_shorten ("onetwothree", 10);
  cr_expect_str_eq (cut, "one ...");
  cr_expect_str_eq (whole, "one two three");
  cr_expect_str_eq (word, "onetwot...");
}
