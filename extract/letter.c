/* extract/letter.c - the characters of a strip, as its blobs' forms and its words' readings say.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/letter.h"

#include <stdlib.h>
#include <string.h>

#define UNKNOWN 0xFFFD

/* Arrows and triangles, which tesseract does not know. */
#define FIRST_SIGN 0x2190
#define LAST_SIGN 0x25FF

/* In units of the type's size. */
#define FAR 0.4             /* wider gaps are all as wide as that */
#define USUAL_GAP 0.08      /* of letters of one word */
#define MIN_LEAP 0.1        /* from letters' gaps to blanks: more than a pixel of small type */
#define LEAST_BLANK 0.14    /* less never parts words */
#define WIDEST_BLANK 0.24   /* more always does */
#define USUAL_BLANK 0.19    /* if there is no leap */
#define NARROW_FIGURE 0.075 /* the paper on either side of a 1, in most fonts */
#define MIN_BLANK 0.15      /* that is left for who builds words */

#define WIDE_FIGURE 1.1 /* by its height: no figure is wider */
#define TOO_WIDE 0.7    /* the least doubt of one that is */

#define MIN_PAIRS 12    /* of figures that tell how far they stand apart */
#define MAX_PITCH 1.2   /* of figures of one number, by their height: a blank more is wider */
#define SAME_PITCH 1.15 /* by the usual one: figures are as wide as each other, but for a pixel */

#define AGREED 0.35      /* of a doubt, that is left if its word was read likewise */
#define WEAK 0.4         /* a greater doubt gives way to what was read */
#define MIN_DOUBT 0.3    /* that is left where two readings are not the same */
#define CONTRADICTED 0.1 /* the least doubt of a sure letter that was read otherwise once */
#define DISPUTED 0.25    /* the same of a figure that was read as another one */

/* Whether a blob is wider than any figure is, and so more than the one that its form is taken for:
 * `22` that touch. */
static gboolean
is_too_wide (const Blob *blob, const char *text)
{
  return g_ascii_isdigit (text[0]) && text[1] == '\0'
         && blob->u1 - blob->u0 > WIDE_FIGURE * (blob->v1 - blob->v0);
}

static void
append_letters (GArray *letters, const Blob *blob, const Form *form)
{
  glong n = g_utf8_strlen (form->text, -1);
  double solid = (double) form->bits.area / MAX (1, form->bits.width * form->bits.height);
  if (n == 0)
    {
      Letter letter = { UNKNOWN, 1, blob->u0, blob->u1, blob->v0, blob->v1, solid, TRUE };
      g_array_append_val (letters, letter);
    }
  const char *at = form->text;
  double width = n > 0 ? (double) BLOB_WIDTH (blob) / (double) n : 0;
  for (glong i = 0; i < n; i++, at = g_utf8_next_char (at))
    {
      Letter letter
          = { .c = g_utf8_get_char (at),
              .doubt = is_too_wide (blob, form->text) ? MAX (1 - form->confidence, TOO_WIDE)
                                                      : 1 - form->confidence,
              .u0 = blob->u0 + width * (double) i,
              .u1 = blob->u0 + width * (double) (i + 1),
              .v0 = blob->v0,
              .v1 = blob->v1,
              .solid = solid,
              .is_single = n == 1 };
      g_array_append_val (letters, letter);
    }
}

/* ---- what was read as well ---- */

/* Whether a letter is surely an arrow or a triangle. */
static gboolean
is_sign (const Letter *letter)
{
  return letter->c >= FIRST_SIGN && letter->c <= LAST_SIGN && letter->doubt < MIN_DOUBT;
}

/* Whether it is one figure to its form and another to who read its word: one of the two is wrong,
 * and nothing tells which.  A letter in place of a figure is the reader's usual slip. */
static gboolean
is_disputed (const Letter *letter, gunichar c)
{
  return g_unichar_isdigit (letter->c) && g_unichar_isdigit (c);
}

/* Holds a letter against the symbol that was read in its place. */
static void
compare (Letter *letter, const Symbol *symbol)
{
  gunichar c = g_utf8_get_char (symbol->text);
  if (is_sign (letter))
    return;
  if (c == letter->c)
    letter->doubt *= AGREED;
  else if (letter->doubt > WEAK && letter->doubt > 1 - symbol->confidence)
    {
      letter->c = c;
      letter->doubt = MAX (MIN_DOUBT, 1 - symbol->confidence);
    }
  else
    letter->doubt = MAX (letter->doubt, is_disputed (letter, c) ? DISPUTED : CONTRADICTED);
}

/* Holds the letters from @first on against as many symbols. */
static void
compare_all (GArray *letters, guint first, const GArray *symbols)
{
  for (guint i = 0; i < symbols->len; i++)
    compare (&g_array_index (letters, Letter, first + i), &g_array_index (symbols, Symbol, i));
}

/* Puts what was read in place of letters from @first on, evenly. */
static void
replace (GArray *letters, guint first, const GArray *symbols)
{
  Letter from = g_array_index (letters, Letter, first);
  Letter to = g_array_index (letters, Letter, letters->len - 1);
  double width = (to.u1 - from.u0) / symbols->len;
  for (guint i = first; i < letters->len; i++)
    {
      from.v0 = MIN (from.v0, g_array_index (letters, Letter, i).v0);
      from.v1 = MAX (from.v1, g_array_index (letters, Letter, i).v1);
    }
  g_array_set_size (letters, first);
  for (guint i = 0; i < symbols->len; i++)
    {
      const Symbol *symbol = &g_array_index (symbols, Symbol, i);
      Letter letter = { .c = g_utf8_get_char (symbol->text),
                        .doubt = MAX (MIN_DOUBT, 1 - symbol->confidence),
                        .u0 = from.u0 + i * width,
                        .u1 = from.u0 + (i + 1) * width,
                        .v0 = from.v0,
                        .v1 = from.v1 };
      g_array_append_val (letters, letter);
    }
}

/* Whether the letters from @first on are worse than what was read. */
static gboolean
is_worse (const GArray *letters, guint first, const GArray *symbols)
{
  double doubt = 0, doubt_read = 0;
  for (guint i = first; i < letters->len; i++)
    {
      if (is_sign (&g_array_index (letters, Letter, i)))
        return FALSE;
      doubt = MAX (doubt, g_array_index (letters, Letter, i).doubt);
    }
  for (guint i = 0; i < symbols->len; i++)
    doubt_read = MAX (doubt_read, 1 - g_array_index (symbols, Symbol, i).confidence);
  return doubt > WEAK && doubt > doubt_read;
}

void
letters_append (GArray *letters, const Chunk *chunk, const Forms *forms)
{
  guint first = letters->len;
  for (guint i = 0; i < chunk->n; i++)
    append_letters (letters, chunk_blob (chunk, i), forms_get (forms, chunk_blob (chunk, i)->form));
  const GArray *symbols = chunk->symbols;
  if (symbols == NULL || symbols->len == 0)
    return;
  if (symbols->len == letters->len - first)
    compare_all (letters, first, symbols);
  else if (is_worse (letters, first, symbols))
    replace (letters, first, symbols);
  if (chunk->again != NULL && chunk->again->len == letters->len - first)
    compare_all (letters, first, chunk->again);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;
  return (left > right) - (left < right);
}

double
letters_size (const GArray *letters)
{
  g_autofree double *sizes = g_new (double, letters->len + 1);
  guint n = 0;
  for (guint i = 0; i < letters->len; i++)
    {
      const Letter *letter = &g_array_index (letters, Letter, i);
      double height = letter->v1 - letter->v0;
      if (!letter->is_single || letter->c >= 0x80)
        continue;
      if (strchr ("aemnr", (int) letter->c) != NULL)
        sizes[n++] = height / LETTER_LOW;
      else if (strchr ("bdhkl%ABDEFGHLMNRTY0123456789", (int) letter->c) != NULL)
        sizes[n++] = height / LETTER_TALL;
    }
  if (n == 0)
    return 0;
  qsort (sizes, n, sizeof *sizes, compare_doubles);
  return sizes[n / 2];
}

/* ---- words ---- */

/* Returns: how far a figure's middle is from the next one's, by their height; 0 if one of the two
 * is no figure. */
static double
pitch_behind (const Letter *letter)
{
  if (!g_unichar_isdigit (letter[0].c) || !g_unichar_isdigit (letter[1].c))
    return 0;
  double height = MAX (letter[0].v1 - letter[0].v0, letter[1].v1 - letter[1].v0);
  return (letter[1].u0 + letter[1].u1 - letter[0].u0 - letter[0].u1) / 2 / MAX (1, height);
}

double
letters_pitch (const GPtrArray *strips)
{
  g_autoptr (GArray) pitches = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < strips->len; i++)
    {
      const GArray *letters = strips->pdata[i];
      for (guint k = 0; k + 1 < letters->len; k++)
        {
          double pitch = pitch_behind (&g_array_index (letters, Letter, k));
          if (pitch > 0 && pitch < MAX_PITCH)
            g_array_append_val (pitches, pitch);
        }
    }
  if (pitches->len < MIN_PAIRS)
    return 0;
  g_array_sort (pitches, compare_doubles);
  return g_array_index (pitches, double, pitches->len / 2);
}

/* What a strip's gaps are measured by. */
typedef struct
{
  double size;  /* of its type, pixels */
  double pitch; /* as letters_pitch() */
} Scale;

/* Returns: the paper between a letter and the next, by the size, as if all letters were as wide as
 * their ink but for points and a figure 1, which have paper on either side, and for figures that
 * stand as all do. */
static double
gap_behind (const Letter *letter, Scale scale)
{
  double gap = (letter[1].u0 - letter[0].u1) / scale.size, pitch = pitch_behind (letter);
  for (guint i = 0; i < 2; i++)
    gap -= letter[i].c == '1' || letter[i].c == '.' || letter[i].c == ',' ? NARROW_FIGURE : 0;
  gboolean is_usual = pitch > 0 && pitch <= SAME_PITCH * scale.pitch && gap < WIDEST_BLANK;
  return is_usual ? MIN (gap, USUAL_GAP) : gap;
}

/* Returns: the gap in the middle of the widest leap of the sorted @gaps that may part words, or
 * that begins with a gap that might (@is_wide); 0 if there is none. */
static double
find_leap (const double *gaps, guint n, gboolean is_wide)
{
  double widest = MIN_LEAP, blank = 0;
  for (guint i = 0; i + 1 < n; i++)
    {
      double middle = (gaps[i] + gaps[i + 1]) / 2, told = is_wide ? gaps[i] : middle;
      if (gaps[i + 1] - gaps[i] <= widest || told <= LEAST_BLANK || told >= WIDEST_BLANK)
        continue;
      widest = gaps[i + 1] - gaps[i];
      blank = MIN (middle, WIDEST_BLANK);
    }
  return blank;
}

/* Returns: the gap that parts words: where the sorted gaps of the strip leap from those of letters
 * to blanks.  What stands wide has wide blanks, and the leap to these tells more than what is
 * usual.
 */
static double
blank_of (const GArray *letters, Scale scale)
{
  g_autofree double *gaps = g_new (double, letters->len + 2);
  guint n = 0;
  gaps[n++] = 0;
  gaps[n++] = FAR;
  for (guint i = 0; i + 1 < letters->len; i++)
    gaps[n++] = CLAMP (gap_behind (&g_array_index (letters, Letter, i), scale), 0, FAR);
  qsort (gaps, n, sizeof *gaps, compare_doubles);
  double blank = find_leap (gaps, n, FALSE);
  if (blank == 0) /* between two gaps that are there */
    blank = find_leap (gaps + 1, n - 2, TRUE);
  return blank > 0 ? blank : USUAL_BLANK;
}

void
letters_join (GArray *letters, double size, double pitch)
{
  if (letters->len == 0)
    return;
  Scale scale = { size, pitch };
  double blank = blank_of (letters, scale);
  for (guint i = 0; i + 1 < letters->len; i++)
    {
      Letter *letter = &g_array_index (letters, Letter, i);
      double gap = gap_behind (letter, scale);
      if (gap < blank)
        letter->u1 = MAX (letter->u1, letter[1].u0);
      else
        letter->u1 = MIN (letter->u1, letter[1].u0 - MIN_BLANK * size);
    }
}
