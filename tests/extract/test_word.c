/* tests/extract/test_word.c - glyphs to words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/word.h"

#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#define SIZE 10.0

typedef struct
{
  Page *page;     /* owned */
  GArray *glyphs; /* owned */
} Desk;

static Desk
desk_new (void)
{
  return (Desk){ page_new (1, 500, 500), g_array_new (FALSE, TRUE, sizeof (Glyph)) };
}

static void
desk_clear (Desk *desk)
{
  page_free (desk->page);
  g_array_unref (desk->glyphs);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Desk, desk_clear)

/* Prints @text from (x, y) on, each glyph @width wide and @step from the last one's origin; a blank
 * prints nothing. */
static void
print_text (Desk *desk, const char *text, double x, double y, double width, double step)
{
  for (guint i = 0; text[i] != '\0'; i++)
    {
      Glyph glyph = { .c = (gunichar) (guchar) text[i],
                      .box = { x + i * step, y, x + i * step + width, y + 1.2 * SIZE },
                      .size = SIZE };
      if (text[i] != ' ')
        g_array_append_val (desk->glyphs, glyph);
    }
}

/* Asserts that these words come out, in order, with a blank between. */
static void
assert_words (Desk *desk, const char *expected)
{
  g_autoptr (GString) words = g_string_new (NULL);
  words_append (desk->page, desk->glyphs);
  for (guint i = 0; i < desk->page->words->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? " " : "",
                            g_array_index (desk->page->words, Word, i).text);
  cr_expect_str_eq (words->str, expected);
}

Test (word, glyphs_that_touch_are_a_word)
{
  g_auto (Desk) desk = desk_new ();
  print_text (&desk, "12 345", 10, 10, 5, 5);
  assert_words (&desk, "12 345");
}

Test (word, the_order_of_the_source_does_not_matter)
{
  g_auto (Desk) desk = desk_new ();
  print_text (&desk, "below", 10, 40, 5, 5);
  print_text (&desk, "right", 100, 10, 5, 5);
  print_text (&desk, "left", 10, 10, 5, 5);
  assert_words (&desk, "left right below");
}

Test (word, spaced_letters_are_a_word_where_words_are_further_apart)
{
  g_auto (Desk) desk = desk_new ();
  print_text (&desk, "TOTAL SUM", 10, 10, 5, 7);
  assert_words (&desk, "TOTAL SUM");
}

Test (word, a_font_without_widths_is_measured_by_its_origins)
{
  g_auto (Desk) desk = desk_new ();
  print_text (&desk, "anna and nadaan", 10, 10, SIZE, 5);
  assert_words (&desk, "anna and nadaan");
}

Test (word, an_upright_rule_parts_what_touches)
{
  g_auto (Desk) desk = desk_new ();
  Rule rule = { { 30, 0, 30, 50 } };
  g_array_append_val (desk.page->rules, rule);
  print_text (&desk, "12345678", 10, 10, 5, 5);
  assert_words (&desk, "1234 5678");
}

Test (word, strings_printed_over_each_other_do_not_mix)
{
  g_auto (Desk) desk = desk_new ();
  print_text (&desk, "hidden", 10, 10, 5, 5);
  guint first = desk.glyphs->len;
  print_text (&desk, "42", 16.5, 10, 5, 5);
  for (guint i = first; i < desk.glyphs->len; i++)
    g_array_index (desk.glyphs, Glyph, i).font = 1;
  assert_words (&desk, "hidden 42");
}

Test (word, text_turned_left_is_read_upwards)
{
  g_auto (Desk) desk = desk_new ();
  for (guint i = 0; i < 3; i++)
    {
      Glyph glyph = {
        .c = "abc"[i], .box = { 10, 95 - 5 * i, 22, 100 - 5 * i }, .size = SIZE, .rotation = 270
      };
      g_array_append_val (desk.glyphs, glyph);
    }
  assert_words (&desk, "abc");
  cr_expect_eq (g_array_index (desk.page->words, Word, 0).rotation, 270);
}

Test (word, a_ligature_is_its_letters)
{
  g_auto (Desk) desk = desk_new ();
  Glyph glyph = { .c = 0xFB01, .box = { 10, 10, 16, 22 }, .size = SIZE };
  g_array_append_val (desk.glyphs, glyph);
  assert_words (&desk, "fi");
}

Test (word, a_word_is_bold_if_all_of_it_is)
{
  g_auto (Desk) desk = desk_new ();
  print_text (&desk, "ab cd", 10, 10, 5, 5);
  for (guint i = 0; i < 3; i++)
    g_array_index (desk.glyphs, Glyph, i).is_bold = TRUE;
  assert_words (&desk, "ab cd");
  const Word *words = &g_array_index (desk.page->words, Word, 0);
  cr_expect_eq (words[0].is_bold, TRUE);
  cr_expect_eq (words[1].is_bold, FALSE);
}
