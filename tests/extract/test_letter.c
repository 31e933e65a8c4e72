/* tests/extract/test_letter.c - the characters of a strip.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/letter.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/extract/drawn.h"

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

Test (letter, a_pixel_of_small_type_parts_no_word)
{
  static const double gaps[] = { 2, 3.66, 2, 0 };
  g_autoptr (GArray) letters = letters_with ("word", gaps);
  letters_join (letters, 20, 0);
  cr_expect_eq (g_array_index (letters, Letter, 1).u1, g_array_index (letters, Letter, 2).u0);
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

/* A word of three letters of one form, so many pixels wide and 30 high, which its own blobs and a
 * reader's symbols tell. */
typedef struct
{
  GArray *strips; /* owned */
  GArray *chunks; /* owned */
  Forms *forms;   /* owned */
} Drawn;

static Drawn
draw_word (int width)
{
  g_autoptr (Picture) picture = drawn_paper (600, 200);
  for (int i = 0; i < 3; i++)
    {
      drawn_box (picture, 100 + (width + 10) * i, 100, width, 30, 0);
      drawn_box (picture, 104 + (width + 10) * i, 104, width - 8, 22, 255);
    }
  g_autoptr (Page) page = page_new (1, 600, 200);
  g_auto (Clean) clean = clean_picture (picture);
  g_autoptr (PixOwned) ink = clean_ink (picture, &clean);
  g_autoptr (GArray) blobs = blobs_find (ink, 300);
  Drawn word = { .strips = strips_make (blobs, page, 300), .forms = forms_new () };
  forms_sort (word.forms, word.strips, ink, 300);
  word.chunks = chunks_cut (word.strips);
  cr_assert_eq (word.chunks->len, 1);
  return word;
}

static void
word_clear (Drawn *word)
{
  g_array_unref (word->chunks);
  g_array_unref (word->strips);
  forms_free (word->forms);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Drawn, word_clear)

/* Returns (transfer full): the symbols of @text, as sure as that. */
static GArray *
symbols_of (const char *text, double confidence)
{
  GArray *symbols = g_array_new (FALSE, TRUE, sizeof (Symbol));
  for (; *text != '\0'; text++)
    {
      Symbol symbol = { .text = { *text, '\0' }, .confidence = confidence };
      g_array_append_val (symbols, symbol);
    }
  return symbols;
}

/* Returns: the first letter of a word whose blobs, so wide, are of the form @text with that
 * confidence, and that was read as @read and @again; NULL for what was not. */
static Letter
first_of_width (int width, const char *text, double confidence, const char *read, const char *again)
{
  g_auto (Drawn) word = draw_word (width);
  Chunk *chunk = &g_array_index (word.chunks, Chunk, 0);
  Form *form = forms_get (word.forms, chunk_blob (chunk, 0)->form);
  g_strlcpy (form->text, text, FORM_TEXT_BYTES);
  form->confidence = confidence;
  chunk->symbols = read != NULL ? symbols_of (read, 0.95) : NULL;
  chunk->again = again != NULL ? symbols_of (again, 0.95) : NULL;
  g_autoptr (GArray) letters = g_array_new (FALSE, FALSE, sizeof (Letter));
  letters_append (letters, chunk, word.forms);
  cr_assert_eq (letters->len, 3);
  return g_array_index (letters, Letter, 0);
}

static Letter
first_letter (const char *text, double confidence, const char *read, const char *again)
{
  return first_of_width (20, text, confidence, read, again);
}

Test (letter, a_figure_that_is_wider_than_any_is_doubtful)
{
  cr_expect_lt (first_of_width (30, "2", 0.95, NULL, NULL).doubt, 0.1);
  cr_expect_geq (first_of_width (38, "2", 0.95, NULL, NULL).doubt, 0.5);
  cr_expect_lt (first_of_width (38, "m", 0.95, NULL, NULL).doubt, 0.1);
}

Test (letter, each_look_that_agrees_makes_it_surer_and_one_that_does_not_leaves_doubt)
{
  cr_expect_float_eq (first_letter ("6", 0.8, NULL, NULL).doubt, 0.2, 1e-9);
  cr_expect_float_eq (first_letter ("6", 0.8, "666", NULL).doubt, 0.07, 1e-9);
  cr_expect_lt (first_letter ("6", 0.8, "666", "666").doubt, 0.03);
  cr_expect_geq (first_letter ("6", 0.8, "666", "566").doubt, 0.1);
  cr_expect_eq (first_letter ("6", 0.8, "666", "566").c, '6');
}

Test (letter, a_figure_that_was_read_as_another_is_not_trusted_until_a_second_look_agrees)
{
  cr_expect_geq (first_letter ("9", 0.99, "000", NULL).doubt, 0.25);
  cr_expect_geq (first_letter ("9", 0.99, "000", "000").doubt, 0.25);
  cr_expect_lt (first_letter ("9", 0.99, "000", "999").doubt, 0.1);
  cr_expect_lt (first_letter ("9", 0.99, "ggg", NULL).doubt, 0.2);
}

Test (letter, an_arrow_that_is_in_doubt_gives_way_to_what_was_read)
{
  cr_expect_eq (first_letter ("↑", 0.99, "444", NULL).c, 0x2191);
  cr_expect_eq (first_letter ("↑", 0.5, "444", NULL).c, '4');
}
