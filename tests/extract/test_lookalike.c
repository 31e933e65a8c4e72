/* tests/extract/test_lookalike.c - characters that look alike, told by their size, place and
 * neighbours.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/lookalike.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

/* Type of 20 pixels, so that tall letters are 14 and low ones 11 high, on the baseline 100. */
#define SIZE 20
#define BASE 100

/* What becomes of a word whose letters are all as high as their kind. */
static char *
tell (const char *word)
{
  g_autoptr (GArray) letters = g_array_new (FALSE, TRUE, sizeof (Letter));
  for (guint i = 0; word[i] != '\0'; i++)
    {
      int height = g_ascii_islower (word[i]) && word[i] != 'l' ? 11 : 14;
      Letter letter = { .c = (gunichar) word[i],
                        .u0 = 10.0 * i,
                        .u1 = 10.0 * i + 9,
                        .v0 = BASE - height,
                        .v1 = BASE,
                        .solid = 0.5,
                        .is_single = TRUE };
      g_array_append_val (letters, letter);
    }
  lookalikes_tell (letters, BASE, SIZE);
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < letters->len; i++)
    g_string_append_unichar (text, g_array_index (letters, Letter, i).c);
  return g_string_free (text, FALSE);
}

Test (lookalike, strokes_are_told_by_their_neighbours)
{
  static const char *const words[][2] = { { "lndicator", "Indicator" },
                                          { "Pl", "PI" },
                                          { "ClN", "CIN" },
                                          { "Iate", "late" },
                                          { "l2", "12" },
                                          { "2I", "21" },
                                          { "Jul", "Jul" },
                                          { "ls", "Is" },
                                          { "totaI", "total" } };
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *told = tell (words[i][0]);
      cr_expect_str_eq (told, words[i][1]);
    }
}

Test (lookalike, rings_are_figures_beside_figures)
{
  g_autofree char *figure = tell ("1O4"), *word = tell ("N0V");
  cr_expect_str_eq (figure, "104");
  cr_expect_str_eq (word, "NOV");
}

Test (lookalike, brackets_around_figures_are_round)
{
  g_autofree char *figure = tell ("{12]"), *share = tell ("[3%}"), *note = tell ("[x]");
  cr_expect_str_eq (figure, "(12)");
  cr_expect_str_eq (share, "(3%)");
  cr_expect_str_eq (note, "[x]");
}

/* What a lone `g` is that is 14 high and stands so far below the baseline. */
static gunichar
tell_tail (int below)
{
  g_autoptr (GArray) letters = g_array_new (FALSE, TRUE, sizeof (Letter));
  Letter letter = {
    .c = 'g', .u1 = 9, .v0 = BASE + below - 14, .v1 = BASE + below, .solid = 0.5, .is_single = TRUE
  };
  g_array_append_val (letters, letter);
  lookalikes_tell (letters, BASE, SIZE);
  return g_array_index (letters, Letter, 0).c;
}

Test (lookalike, a_g_without_a_tail_is_a_nine)
{
  cr_expect_eq (tell_tail (0), '9');
  cr_expect_eq (tell_tail (4), 'g');
}

/* What a lone blob is, so high and wide, so far above the baseline. */
static gunichar
tell_small (int width, int height, int above, double solid)
{
  g_autoptr (GArray) letters = g_array_new (FALSE, TRUE, sizeof (Letter));
  Letter letter = { .c = 'x',
                    .u0 = 0,
                    .u1 = width,
                    .v0 = BASE - above - height,
                    .v1 = BASE - above,
                    .solid = solid,
                    .is_single = TRUE };
  g_array_append_val (letters, letter);
  lookalikes_tell (letters, BASE, SIZE);
  return g_array_index (letters, Letter, 0).c;
}

Test (lookalike, small_marks_are_told_by_their_place)
{
  cr_expect_eq (tell_small (3, 3, 0, 1), '.');
  cr_expect_eq (tell_small (3, 6, -3, 1), ',');
  cr_expect_eq (tell_small (6, 2, 5, 1), '-');
  cr_expect_eq (tell_small (2, 5, 9, 1), '\'');
}

Test (lookalike, what_is_flat_but_not_solid_is_no_dash)
{
  cr_expect_eq (tell_small (12, 5, 3, 0.3), 'x');
}

/* What a mark of that form, width and height, so far above the baseline, is behind @before and
 * before @behind. */
static gunichar
tell_mark (gunichar before, gunichar mark, gunichar behind, int width, int height, int above)
{
  g_autoptr (GArray) letters = g_array_new (FALSE, TRUE, sizeof (Letter));
  Letter left = { before, 0, 10, 19, BASE - 14, BASE, 0.5, TRUE };
  Letter middle = { mark, 0.01, 20, 20 + width, BASE - above - height, BASE - above, 0.9, TRUE };
  Letter right = { behind, 0, 21 + width, 30 + width, BASE - 14, BASE, 0.5, TRUE };
  if (before != 0)
    g_array_append_val (letters, left);
  g_array_append_val (letters, middle);
  g_array_append_val (letters, right);
  lookalikes_tell (letters, BASE, SIZE);
  return g_array_index (letters, Letter, before != 0 ? 1 : 0).c;
}

Test (lookalike, a_small_mark_on_the_line_between_figures_is_a_point)
{
  cr_expect_eq (tell_mark ('1', 0x25C0, '7', 4, 4, 0), '.'); /* a triangle of a few pixels */
  cr_expect_eq (tell_mark ('1', '-', '7', 5, 3, 0), '.');
  cr_expect_eq (tell_mark ('1', '-', '7', 6, 2, 5), '-');
}

Test (lookalike, a_dash_or_an_arrow_before_figures_stays)
{
  cr_expect_eq (tell_mark (0, '-', '7', 5, 3, 0), '-'); /* where it tells how low the line is */
  cr_expect_eq (tell_mark (0, 0x25B6, '7', 5, 5, 0), 0x25B6);
  cr_expect_eq (tell_mark ('1', 0x25B6, '7', 9, 9, 0), 0x25B6);
}
