/* parse/broken.c - words that are broken over two lines without a hyphen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/broken.h"

#include <string.h>

#define MAX_LENGTH 48 /* bytes of a text that stands in a cell so narrow */
#define MAX_PIECES 3  /* of one word */
#define MIN_YEAR 6    /* characters of `2015/1` */
#define DIGITS "0123456789"

/* Whether the blank at @at may be where a word is broken: what is behind begins no word, or is one
 * letter, as in `Do T`. */
static gboolean
may_break (const char *text, gsize at)
{
  char next = text[at + 1];
  if (text[at] != ' ' || at == 0)
    return FALSE;
  return g_ascii_islower (next) || g_ascii_isdigit (next)
         || (g_ascii_isalpha (next) && (text[at + 2] == '\0' || text[at + 2] == ' '));
}

/* Returns (transfer full) (nullable): the @n pieces from @pieces on as one word; NULL if they are
 * none, or if words already stand there. */
static char *
dup_word (const Vocabulary *vocabulary, char **pieces, guint n)
{
  g_autoptr (GString) word = g_string_new (NULL);
  gboolean are_words = TRUE;
  for (guint i = 0; i < n; i++)
    {
      if (i > 0 && !g_ascii_islower (pieces[i][0]))
        return NULL;
      are_words = are_words && vocabulary_has_word (vocabulary, pieces[i]);
      g_string_append (word, pieces[i]);
    }
  if (are_words || !vocabulary_has_word (vocabulary, word->str))
    return NULL;
  return g_strdup (word->str);
}

/* Whether the second of two pieces is the last digit of a financial year: `2015/1` `6`. */
static gboolean
is_year (char **pieces)
{
  const char *a = pieces[0], *b = pieces[1];
  gsize n = strlen (a);
  if (n < MIN_YEAR || strspn (b, DIGITS) != 1 || b[1] != '\0')
    return FALSE;
  const char *year = a + n - MIN_YEAR;
  if (strspn (year, DIGITS) != 4 || strchr ("/-", year[4]) == NULL || !g_ascii_isdigit (year[5])
      || (n > MIN_YEAR && g_ascii_isdigit (year[-1])))
    return FALSE;
  int began = g_ascii_digit_value (year[2]) * 10 + g_ascii_digit_value (year[3]);
  int ends = g_ascii_digit_value (year[5]) * 10 + g_ascii_digit_value (b[0]);
  return (began + 1) % 100 == ends;
}

/* Returns (transfer full) (nullable): the first of the @n pieces put together, two or more, that
 * are one word; @used gets how many they are. */
static char *
dup_first (const Vocabulary *vocabulary, char **pieces, guint n, guint *used)
{
  *used = 2;
  if (n > 1 && is_year (pieces))
    return g_strconcat (pieces[0], pieces[1], NULL);
  char *word = NULL;
  for (*used = MIN (MAX_PIECES, n);
       *used > 1 && (word = dup_word (vocabulary, pieces, *used)) == NULL;)
    --*used;
  return word;
}

char *
broken_join (const Vocabulary *vocabulary, const char *text)
{
  if (strlen (text) > MAX_LENGTH)
    return NULL;
  g_auto (GStrv) pieces = g_strsplit (text, " ", -1);
  g_autoptr (GString) joined = g_string_new (NULL);
  guint n_pieces = g_strv_length (pieces);
  for (guint i = 0, n; i < n_pieces; i += n)
    {
      g_autofree char *word = dup_first (vocabulary, pieces + i, n_pieces - i, &n);
      g_string_append_printf (joined, "%s%s", i > 0 ? " " : "", word != NULL ? word : pieces[i]);
    }
  return strcmp (joined->str, text) != 0 ? g_strdup (joined->str) : NULL;
}

char *
broken_mend (const char *text, guint k)
{
  gsize length = strlen (text);
  for (gsize i = 0; i < length && length <= MAX_LENGTH; i++)
    if (may_break (text, i) && k-- == 0)
      return g_strdup_printf ("%.*s%s", (int) i, text, text + i + 1);
  return NULL;
}
