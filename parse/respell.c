/* parse/respell.c - a heading that was read off an image, and is none: what was it?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. The text is cut into pieces: words, and what stands around them.
 * 2. A word that is not known may be each of the known ones that are near enough to it; one that is
 *    two known ones without their blank may be those; figures are left alone.
 * 3. All ways to put these together are the respellings.
 *
 * How near two words are is told by the distance of Damerau and Levenshtein, with a cost for each
 * change: less for letters that look alike, for signs and digits in a word, and for two letters
 * that are one.
 */
#include "parse/respell.h"

#include <stdio.h>
#include <string.h>

#define MAX_BYTES 96 /* of a heading */
#define MAX_PIECES 12
#define MAX_LETTERS 24   /* of a word */
#define MAX_OPTIONS 4    /* what one word may have been */
#define MAX_LISTED 48    /* of respellings */
#define MAX_JOINED 10    /* letters of a word that blanks have cut */
#define MAX_UNKNOWN 3    /* words that are not known */
#define COST 2           /* of another letter, of one more or less, and of two that were one */
#define COST_LIKE 1      /* of one that looks like it */
#define COST_MARK 1      /* of another bracket, of a blank, of a mark in a word */
#define COST_DUST 3      /* of a word that is none */
#define MOST_DUST 3      /* characters of a word that may be none */
#define MIN_IN_PAIR 3    /* letters of a word that has lost the blank beside it */
#define MOST_REMNANT 2   /* letters before a known word that may be a sign, `Sichange` */
#define MIN_BY_REMNANT 5 /* letters of that word */

/* Letters and digits that look alike to readers. */
static const char *const alike[] = { "il1tfj!|", "ceo0aq", "nhmru", "uvywx", "bhk68", "gq9yj",
                                     "s5a",      "b8",     "o0d",   "z2",    "ft",    "pf" };

/* What the most may cost that a word has changed, by its letters. */
static guint
limit_of (gsize n_letters)
{
  static const guint limits[] = { 0, 0, 1, 2, 2, 3, 3, 3 };
  return n_letters < G_N_ELEMENTS (limits) ? limits[n_letters] : 4;
}

/* ---- words ---- */

typedef struct
{
  gunichar letters[MAX_LETTERS]; /* small */
  guint n;
  gboolean is_long; /* too long to be looked at */
} Letters;

static Letters
letters_of (const char *text, gsize n_bytes)
{
  Letters letters = { .n = 0 };
  for (const char *at = text; at < text + n_bytes; at = g_utf8_next_char (at))
    {
      if (letters.n == MAX_LETTERS)
        {
          letters.is_long = TRUE;
          break;
        }
      letters.letters[letters.n++] = g_unichar_tolower (g_utf8_get_char (at));
    }
  return letters;
}

static guint
cost_of_change (gunichar read, gunichar printed)
{
  if (read == printed)
    return 0;
  if (!g_unichar_isalpha (read) || read >= 0x80) /* it cannot be meant */
    return COST_LIKE;
  for (gsize i = 0; i < G_N_ELEMENTS (alike); i++)
    if (strchr (alike[i], (int) read) != NULL && printed < 0x80
        && strchr (alike[i], (int) printed) != NULL)
      return COST_LIKE;
  return COST;
}

static guint
cost_of_loss (gunichar read)
{
  return g_unichar_isalnum (read) ? COST : COST_MARK;
}

/* Returns: what it costs to make the first @k letters of @printed of the first @i of @read, given
 * what less of them cost. */
static guint
least_cost (guint costs[][MAX_LETTERS + 1], const Letters *read, const Letters *printed, guint i,
            guint k)
{
  if (i == 0)
    return k * COST;
  guint loss = costs[i - 1][k] + cost_of_loss (read->letters[i - 1]);
  if (k == 0)
    return loss;
  guint change
      = costs[i - 1][k - 1] + cost_of_change (read->letters[i - 1], printed->letters[k - 1]);
  guint least = MIN (MIN (loss, change), costs[i][k - 1] + COST);
  return i > 1 ? MIN (least, costs[i - 2][k - 1] + COST) : least; /* two letters for one */
}

/* Returns: what it costs to make @printed of @read. */
static guint
distance (const Letters *read, const Letters *printed)
{
  guint costs[MAX_LETTERS + 1][MAX_LETTERS + 1];
  for (guint i = 0; i <= read->n; i++)
    for (guint k = 0; k <= printed->n; k++)
      costs[i][k] = least_cost (costs, read, printed, i, k);
  return costs[read->n][printed->n];
}

gboolean
respell_may_be (const char *text, const char *word)
{
  Letters read = letters_of (text, strlen (text)), printed = letters_of (word, strlen (word));
  return !read.is_long && !printed.is_long && distance (&read, &printed) <= limit_of (printed.n);
}

/* ---- what a word may have been ---- */

static void
respelling_clear (Respelling *respelling)
{
  g_free (respelling->text);
}

static GArray *
respellings_new (void)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Respelling));
  g_array_set_clear_func (list, (GDestroyNotify) respelling_clear);
  return list;
}

static int
compare_respellings (gconstpointer a, gconstpointer b)
{
  const Respelling *left = a, *right = b;
  int by_cost = (left->cost > right->cost) - (left->cost < right->cost);
  return by_cost != 0 ? by_cost : strcmp (left->text, right->text);
}

/* Takes @text over. */
static void
add (GArray *list, char *text, guint cost)
{
  g_array_set_size (list, list->len + 1);
  Respelling *respelling = &g_array_index (list, Respelling, list->len - 1);
  respelling->text = text;
  respelling->cost = cost;
}

static void
keep_best (GArray *list, guint most)
{
  g_array_sort (list, compare_respellings);
  if (list->len > most)
    g_array_remove_range (list, most, list->len - most);
}

static void
add_near (const Vocabulary *vocabulary, const Letters *read, GArray *options)
{
  const GPtrArray *wording = vocabulary_wording (vocabulary);
  for (guint i = 0; i < wording->len; i++)
    {
      const char *word = wording->pdata[i];
      gsize n_bytes = strlen (word), least = read->n > 2 ? read->n - 2 : 0;
      if (n_bytes < least || n_bytes > read->n + 2)
        continue;
      Letters printed = letters_of (word, n_bytes);
      guint cost = printed.is_long ? G_MAXUINT : distance (read, &printed);
      if (cost <= limit_of (printed.n))
        add (options, g_strdup (word), cost);
    }
}

/* Adds the two words that stand in @text without their blank, or the one behind a piece that may be
 * left of a sign. */
static void
add_parted (const Vocabulary *vocabulary, const char *text, gsize n_bytes, GArray *options)
{
  for (gsize n = 1; n + MIN_IN_PAIR <= n_bytes; n++)
    {
      g_autofree char *before = g_strndup (text, n);
      g_autofree char *behind = g_strndup (text + n, n_bytes - n);
      if (!g_utf8_validate (before, -1, NULL) || !vocabulary_has_word (vocabulary, behind))
        continue;
      if (n >= MIN_IN_PAIR && vocabulary_has_word (vocabulary, before))
        add (options, g_strdup_printf ("%s %s", before, behind), COST_MARK);
      else if (n <= MOST_REMNANT && n_bytes - n >= MIN_BY_REMNANT)
        add (options, g_strdup (behind), COST);
    }
}

/* Whether a character is one of a word: marks are, which are printed in no heading. */
static gboolean
is_in_word (gunichar c)
{
  return g_unichar_isalnum (c) || (c >= 0x80 && !g_unichar_isspace (c))
         || (c < 0x80 && c != 0 && strchr ("@$!|?<>=", (int) c) != NULL);
}

/* Returns (transfer full) (nullable): the year that @word is, if all but a digit of its century is
 * read: `2?15`. */
static char *
dup_year (const Letters *word)
{
  if (word->n != 4 || !g_unichar_isdigit (word->letters[2])
      || !g_unichar_isdigit (word->letters[3]))
    return NULL;
  gboolean is_of_2000 = word->letters[0] == '2' && !g_unichar_isdigit (word->letters[1]);
  gboolean is_of_20 = word->letters[1] == '0' && !g_unichar_isdigit (word->letters[0]);
  if (!is_of_2000 && !is_of_20)
    return NULL;
  return g_strdup_printf ("20%c%c", (char) word->letters[2], (char) word->letters[3]);
}

/* Returns (transfer full): what the word of @n_bytes at @text may have been, dust perhaps; itself,
 * if it is known or a figure. */
static GArray *
list_options (const Vocabulary *vocabulary, const char *text, gsize n_bytes)
{
  GArray *options = respellings_new ();
  g_autofree char *word = g_strndup (text, n_bytes);
  Letters read = letters_of (word, n_bytes);
  if (strspn (word, "0123456789") == n_bytes || vocabulary_has_word (vocabulary, word))
    add (options, g_steal_pointer (&word), 0);
  else if (!read.is_long)
    {
      char *year = dup_year (&read);
      if (year != NULL)
        add (options, year, COST_LIKE);
      if (read.n <= MOST_DUST)
        add (options, g_strdup (""), COST_DUST);
      add_near (vocabulary, &read, options);
      add_parted (vocabulary, word, n_bytes, options);
    }
  keep_best (options, MAX_OPTIONS);
  return options;
}

/* ---- the text ---- */

/* Returns (transfer full): the text with round brackets, without marks that dust and rules leave at
 * the ends of words, and with a blank behind a leading %. */
static char *
dup_plain (const char *text)
{
  GString *plain = g_string_new (NULL);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = g_strdelimit (g_strdelimit (words[i], "{[", '('), "}]", ')');
      word += strspn (word, "|_'`\"~.,:;*-");
      gsize n = strlen (word);
      while (n > 0 && strchr ("|_'`\"~*", word[n - 1]) != NULL)
        n--;
      if (n > 0)
        g_string_append_printf (plain, "%s%.*s", plain->len > 0 ? " " : "", (int) n, word);
    }
  return g_string_free (plain, FALSE);
}

/* Takes marks out that dust has left between blanks. */
static void
tidy (char *text)
{
  char *to = text;
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][strspn (words[i], ".,:;'-")] != '\0')
      to += sprintf (to, "%s%s", to > text ? " " : "", words[i]);
  *to = '\0';
}

/* Lets each of @list be followed by each of @options. */
static void
put_behind (GArray **list, const GArray *options)
{
  GArray *put = respellings_new ();
  for (guint i = 0; i < (*list)->len; i++)
    for (guint k = 0; k < options->len; k++)
      {
        const Respelling *head = &g_array_index (*list, Respelling, i);
        const Respelling *tail = &g_array_index (options, Respelling, k);
        add (put, g_strconcat (head->text, tail->text, NULL), head->cost + tail->cost);
      }
  keep_best (put, MAX_LISTED);
  g_array_unref (*list);
  *list = put;
}

/* Puts what stands from @at to the end of its word, or between words, behind all of @list. Returns:
 * the end; @n_unknown counts words that are not known. */
static const char *
put_piece (const Vocabulary *vocabulary, const char *at, GArray **list, guint *n_unknown)
{
  gboolean is_word = is_in_word (g_utf8_get_char (at));
  const char *end = at;
  while (*end != '\0' && is_in_word (g_utf8_get_char (end)) == is_word)
    end = g_utf8_next_char (end);
  if (is_word)
    {
      g_autoptr (GArray) options = list_options (vocabulary, at, (gsize) (end - at));
      *n_unknown += options->len != 1 || g_array_index (options, Respelling, 0).cost > 0;
      put_behind (list, options);
      return end;
    }
  g_autoptr (GArray) between = respellings_new ();
  gboolean needs_blank = *at == '%' && g_ascii_isalpha (*end);
  add (between, g_strdup_printf ("%.*s%s", (int) (end - at), at, needs_blank ? " " : ""), 0);
  put_behind (list, between);
  return end;
}

/* Adds a short text without its blanks, if that is a word: `E NG`. */
static void
add_joined (const Vocabulary *vocabulary, const char *text, GArray *list)
{
  g_autoptr (GString) joined = g_string_new (text);
  g_string_replace (joined, " ", "", 0);
  if (joined->len < strlen (text) && joined->len <= MAX_JOINED
      && vocabulary_has_word (vocabulary, joined->str))
    add (list, g_string_free (g_steal_pointer (&joined), FALSE), COST_MARK);
}

GArray *
respell_list (const Vocabulary *vocabulary, const char *text)
{
  GArray *list = respellings_new ();
  if (strlen (text) > MAX_BYTES)
    return list;
  g_autofree char *plain = dup_plain (text);
  guint n_unknown = 0, n_pieces = 0;
  add (list, g_strdup (""), g_str_equal (plain, text) ? 0 : COST_MARK);
  for (const char *at = plain; *at != '\0' && list->len > 0 && n_unknown <= MAX_UNKNOWN;)
    {
      at = put_piece (vocabulary, at, &list, &n_unknown);
      if (++n_pieces > 2 * MAX_PIECES)
        n_unknown = MAX_UNKNOWN + 1;
    }
  add_joined (vocabulary, text, list);
  for (guint i = 0; i < list->len; i++)
    tidy (g_array_index (list, Respelling, i).text);
  gboolean is_itself
      = list->len == 1 && g_ascii_strcasecmp (g_array_index (list, Respelling, 0).text, text) == 0;
  if (n_unknown > MAX_UNKNOWN || is_itself)
    g_array_set_size (list, 0);
  return list;
}
