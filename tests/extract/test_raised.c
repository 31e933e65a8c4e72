/* tests/extract/test_raised.c - small figures that stand raised behind a word.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/raised.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "extract/word.h"

#define SIZE 10.0
#define WIDTH 0.5  /* of a glyph, in units of its size */
#define BASE 0.936 /* how far below its upper edge a glyph's baseline is, likewise */

/* Prints @text with its baseline at @base.  Returns: where it ends. */
static double
print (GArray *glyphs, const char *text, double x, double base, double size)
{
  for (; *text != '\0'; text++)
    {
      Glyph glyph
          = { .c = (gunichar) *text,
              .box = { x, base - BASE * size, x + WIDTH * size, base + (1.2 - BASE) * size },
              .size = size };
      g_array_append_val (glyphs, glyph);
      x += WIDTH * size;
    }
  return x;
}

/* Expects the words of @base with @mark behind it, @raise higher and of that size. */
static void
assert_words (const char *base, const char *mark, double gap, double raise, double size,
              const char *expected)
{
  g_autoptr (GArray) glyphs = g_array_new (FALSE, TRUE, sizeof (Glyph));
  double end = print (glyphs, base, 100, 200, SIZE);
  print (glyphs, mark, end + gap, 200 - raise, size);
  g_autoptr (Page) page = page_new (1, 500, 500);
  words_append (page, glyphs);
  g_autoptr (GString) words = g_string_new (NULL);
  for (guint i = 0; i < page->words->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? " " : "",
                            g_array_index (page->words, Word, i).text);
  cr_expect_str_eq (words->str, expected);
}

Test (raised, a_raised_figure_is_a_mark_of_a_note)
{
  assert_words ("1,441", "4", 0, 3.3, 6, "1,441\342\201\264");
}

Test (raised, a_little_raise_keeps_a_mark_from_being_a_digit)
{
  assert_words ("1,441", "4", 0, 1.2, 6, "1,441\342\201\264");
}

Test (raised, marks_have_several_figures)
{
  assert_words ("made", "12", 0, 3.3, 6, "made\302\271\302\262");
}

Test (raised, figures_of_the_same_size_are_no_marks)
{
  assert_words ("1,441", "4", 0, 3.3, 10, "4 1,441");
}

Test (raised, figures_on_the_same_baseline_are_no_marks)
{
  assert_words ("1,441", "4", 0, 0, 6, "1,4414");
}

Test (raised, figures_apart_are_no_marks) { assert_words ("1,441", "4", 5, 3.3, 6, "4 1,441"); }

Test (raised, letters_are_no_marks) { assert_words ("1", "st", 0, 3.3, 6, "st 1"); }
