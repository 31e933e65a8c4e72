/* tests/extract/test_letter.c - the characters of a strip.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/letter.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

/* Letters of 20 pixels' type with the gaps (pixels) between them. */
static GArray *
letters_with (const char *text, const double *gaps)
{
  GArray *letters = g_array_new (FALSE, TRUE, sizeof (Letter));
  double u = 0;
  for (guint i = 0; text[i] != '\0'; i++)
    {
      int height = g_ascii_islower (text[i]) ? 11 : 14;
      Letter letter = { .c = (gunichar) text[i],
                        .u0 = u,
                        .u1 = u + 8,
                        .v0 = 100 - height,
                        .v1 = 100,
                        .is_single = TRUE };
      u += 8 + gaps[i];
      g_array_append_val (letters, letter);
    }
  return letters;
}

Test (letter, the_size_follows_from_low_and_from_tall_letters)
{
  static const double gaps[] = { 1, 1, 1, 1 };
  g_autoptr (GArray) low = letters_with ("mean", gaps), tall = letters_with ("2019", gaps);
  g_autoptr (GArray) none = letters_with ("-.,", gaps);
  cr_expect_float_eq (letters_size (low), 11 / LETTER_LOW, 1e-9);
  cr_expect_float_eq (letters_size (tall), 14 / LETTER_TALL, 1e-9);
  cr_expect_eq (letters_size (none), 0);
}

Test (letter, letters_of_a_word_touch_and_a_blank_stays)
{
  static const double gaps[] = { 1, 6, 1, 1 };
  g_autoptr (GArray) letters = letters_with ("abcd", gaps);
  letters_join (letters, 20, 0);
  const Letter *at = (const Letter *) (void *) letters->data;
  cr_expect_eq (at[0].u1, at[1].u0);
  cr_expect_geq (at[2].u0 - at[1].u1, 3);
  cr_expect_eq (at[2].u1, at[3].u0);
}

Test (letter, figures_set_wide_are_parted_only_by_wider_blanks)
{
  static const double gaps[] = { 8, 1, 7, 4, 3, 0 };
  g_autoptr (GArray) letters = letters_with ("3of263", gaps);
  letters_join (letters, 20, 0);
  const Letter *at = (const Letter *) (void *) letters->data;
  cr_expect_lt (at[0].u1, at[1].u0);
  cr_expect_lt (at[2].u1, at[3].u0);
  cr_expect_eq (at[3].u1, at[4].u0);
}

Test (letter, a_dash_that_stands_a_little_off_parts_no_word)
{
  static const double gaps[] = { 1, 1, 3.4, 1, 1, 0 };
  g_autoptr (GArray) letters = letters_with ("Jul-27", gaps);
  letters_join (letters, 20, 0);
  for (guint i = 0; i + 1 < letters->len; i++)
    cr_expect_eq (g_array_index (letters, Letter, i).u1, g_array_index (letters, Letter, i + 1).u0);
}

Test (letter, ones_are_as_wide_as_other_figures)
{
  static const double gaps[] = { 5, 0 };
  g_autoptr (GArray) figures = letters_with ("11", gaps), words = letters_with ("ab", gaps);
  letters_join (figures, 20, 0);
  letters_join (words, 20, 0);
  cr_expect_eq (g_array_index (figures, Letter, 0).u1, g_array_index (figures, Letter, 1).u0);
  cr_expect_lt (g_array_index (words, Letter, 0).u1, g_array_index (words, Letter, 1).u0);
}

Test (letter, figures_as_far_apart_as_all_of_the_page_are_one_number)
{
  static const double even[] = { 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4 };
  static const double blank[] = { 4, 7, 4, 0 };
  g_autoptr (GPtrArray) page = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_ptr_array_add (page, letters_with ("23456789023456", even));
  double pitch = letters_pitch (page);
  cr_assert_float_eq (pitch, 12.0 / 14, 1e-9);
  GArray *letters = page->pdata[0];
  letters_join (letters, 20, 0);
  cr_expect_lt (g_array_index (letters, Letter, 0).u1, g_array_index (letters, Letter, 1).u0);
  g_ptr_array_add (page, letters_with ("23456", even));
  letters = page->pdata[1];
  letters_join (letters, 20, pitch);
  for (guint i = 0; i + 1 < letters->len; i++)
    cr_expect_eq (g_array_index (letters, Letter, i).u1, g_array_index (letters, Letter, i + 1).u0);
  g_ptr_array_add (page, letters_with ("2345", blank));
  letters = page->pdata[2];
  letters_join (letters, 20, pitch);
  cr_expect_lt (g_array_index (letters, Letter, 1).u1, g_array_index (letters, Letter, 2).u0);
  g_ptr_array_remove_range (page, 0, 2);
  cr_expect_eq (letters_pitch (page), 0);
}
