/* extract/letter.c - the characters of a strip, as its blobs' forms say.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/letter.h"

#include <stdlib.h>
#include <string.h>

#define UNKNOWN 0xFFFD

static void
append_letters (GArray *letters, const Blob *blob, const Form *form)
{
  glong n = g_utf8_strlen (form->text, -1);
  if (n == 0)
    {
      Letter letter = { UNKNOWN, 1, blob->u0, blob->u1, blob->v0, blob->v1, TRUE };
      g_array_append_val (letters, letter);
    }
  const char *at = form->text;
  double width = n > 0 ? (double) BLOB_WIDTH (blob) / (double) n : 0;
  for (glong i = 0; i < n; i++, at = g_utf8_next_char (at))
    {
      Letter letter = { .c = g_utf8_get_char (at),
                        .doubt = 1 - form->confidence,
                        .u0 = blob->u0 + width * (double) i,
                        .u1 = blob->u0 + width * (double) (i + 1),
                        .v0 = blob->v0,
                        .v1 = blob->v1,
                        .is_single = n == 1 };
      g_array_append_val (letters, letter);
    }
}

GArray *
letters_of (const Strip *strip, const Forms *forms)
{
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (Letter));
  for (guint i = 0; i < strip->blobs->len; i++)
    {
      const Blob *blob = &g_array_index (strip->blobs, Blob, i);
      append_letters (letters, blob, forms_get (forms, blob->form));
    }
  return letters;
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
