/* extract/lookalike.c - characters that look alike, told by their size, place and neighbours.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/lookalike.h"

#include <string.h>

/* In units of the type's size. */
#define SMALL 0.36   /* points, commas, dashes and quotes are lower */
#define NARROW 0.62  /* and narrower */
#define DESCENT 0.06 /* a comma goes so far below the baseline */
#define RAISED 0.3   /* a quote begins so far above it */
#define POINT 0.3    /* of the size: a point is no wider, and an arrow no lower */
#define WORD_GAP 0.22

#define FLAT 1.5  /* a dash is so much wider than high */
#define SOLID 0.7 /* of a dash, that is ink */
#define FIRST_ARROW 0x2190
#define UNKNOWN 0xFFFD
#define TOLD_BY_PLACE 0.02 /* the doubt that is left in what its place tells */

static Letter *
letter_at (const GArray *letters, guint i)
{
  return &g_array_index (letters, Letter, i);
}

static gboolean
is_one_of (gunichar c, const char *characters)
{
  return c != 0 && c < 0x80 && strchr (characters, (int) c) != NULL;
}

/* Returns: the character before or behind one in its word; 0 if it is the first or last. */
static gunichar
neighbour (const GArray *letters, guint i, int step, double size)
{
  guint k = i + (guint) step;
  if (k >= letters->len)
    return 0;
  const Letter *left = letter_at (letters, MIN (i, k)), *right = letter_at (letters, MAX (i, k));
  return right->u0 - left->u1 > WORD_GAP * size ? 0 : letter_at (letters, k)->c;
}

/* ---- by place ---- */

/* A mark between two figures may be a point whatever its form says. */
static void
tell_small (Letter *letter, gboolean is_amid_figures, int base, double size)
{
  double width = letter->u1 - letter->u0, height = letter->v1 - letter->v0;
  gboolean is_arrow
      = letter->c >= FIRST_ARROW
        && (letter->c == UNKNOWN || !is_amid_figures || MAX (width, height) > POINT * size);
  if (!letter->is_single || height > SMALL * size || width > NARROW * size
      || is_one_of (letter->c, "\"=:;~*^+") || is_arrow
      || (width >= FLAT * height && letter->solid < SOLID))
    return;
  gboolean is_low = letter->v1 >= base;
  gunichar c = '.';
  if (width >= FLAT * height && is_low && (!is_amid_figures || width > POINT * size))
    return; /* a stroke below the letters, or a dash that alone tells where the line stands */
  if (width >= FLAT * height && !is_low)
    c = '-';
  else if (letter->v1 < base - RAISED * size)
    c = '\'';
  else if (letter->v1 > base + DESCENT * size && height > width)
    c = ',';
  letter->c = c;
  letter->doubt = TOLD_BY_PLACE;
}

/* ---- by height ---- */

static void
tell_case (Letter *letter, double size)
{
  double height = letter->v1 - letter->v0;
  if (!letter->is_single || !is_one_of (letter->c, "cCoOsSuUvVwWxXzZ"))
    return;
  gboolean is_tall = height > (LETTER_LOW + LETTER_TALL) / 2 * size;
  letter->c = is_tall ? g_unichar_toupper (letter->c) : g_unichar_tolower (letter->c);
}

/* A `g` as high as figures that stands on the line as they do is a 9: its own tail hangs below. */
static void
tell_tail (Letter *letter, int base, double size)
{
  if (letter->is_single && is_one_of (letter->c, "gq") && letter->v1 <= base + DESCENT * size
      && letter->v1 - letter->v0 > (LETTER_LOW + LETTER_TALL) / 2 * size)
    letter->c = '9';
}

/* ---- by neighbours ---- */

/* Returns: what an upright stroke is, by what stands before and behind it. */
static gunichar
tell_stroke (gunichar before, gunichar behind, gunichar c)
{
  gboolean lower_before = g_unichar_islower (before), lower_behind = g_unichar_islower (behind);
  if (g_unichar_isdigit (before) && (behind == 0 || !g_unichar_isalpha (behind)))
    return '1';
  if (g_unichar_isdigit (behind) && !g_unichar_isalpha (before))
    return '1';
  if (lower_before)
    return 'l';
  if (g_unichar_isupper (before))
    return lower_behind ? 'l' : 'I';
  if (lower_behind)
    return is_one_of (behind, "aeiouyl") ? 'l' : 'I';
  if (g_unichar_isalpha (behind))
    return 'I';
  return c == 'l' ? 'I' : c;
}

/* Returns: what a ring as high as capitals is. */
static gunichar
tell_ring (gunichar before, gunichar behind, gunichar c)
{
  gboolean is_figure = g_unichar_isdigit (before) || g_unichar_isdigit (behind) || behind == '%';
  gboolean is_word = g_unichar_isalpha (before) || g_unichar_isalpha (behind);
  if (is_figure == is_word)
    return c;
  return is_figure ? '0' : 'O';
}

/* Returns: what a bracket is beside a figure: a round one, as those of negative numbers are. */
static gunichar
tell_bracket (gunichar before, gunichar behind, gunichar c)
{
  if (is_one_of (c, "{[") && g_unichar_isdigit (behind))
    return '(';
  return is_one_of (c, "}]") && (g_unichar_isdigit (before) || before == '%') ? ')' : c;
}

void
lookalikes_tell (GArray *letters, int base, double size)
{
  for (guint i = 0; i < letters->len; i++)
    {
      gboolean is_amid_figures = g_unichar_isdigit (neighbour (letters, i, -1, size))
                                 && g_unichar_isdigit (neighbour (letters, i, 1, size));
      tell_small (letter_at (letters, i), is_amid_figures, base, size);
      tell_case (letter_at (letters, i), size);
      tell_tail (letter_at (letters, i), base, size);
    }
  for (guint i = 0; i < letters->len; i++)
    {
      Letter *letter = letter_at (letters, i);
      gunichar before = neighbour (letters, i, -1, size), behind = neighbour (letters, i, 1, size);
      if (is_one_of (letter->c, "lI|"))
        letter->c = tell_stroke (before, behind, letter->c);
      else if (is_one_of (letter->c, "0O"))
        letter->c = tell_ring (before, behind, letter->c);
      else
        letter->c = tell_bracket (before, behind, letter->c);
    }
}
