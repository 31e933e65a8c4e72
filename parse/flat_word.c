/* parse/flat_word.c - the words of flattened text: what is one, what is debris, which are alike.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *     -  |Number of new Looked  |3 |Z |kept safe  \\\  0 0 0 0
 *     x                          x  x             x    x x x x   debris
 *
 * Upright words come out as single letters, rules as pipes, a row of % signs as noughts below the
 * figures that they belong to.
 */
#include "parse/flat_word.h"

#include <string.h>

#define LONGEST 48 /* letters that are compared: damage runs words together, but not that many */
#define MAX_SPECKS 2
#define PAGE_LINES 10 /* that a page has at least */
#define SHORTEST 5
#define LETTERS_A_SLIP 3 /* one letter of so many may be wrong */

/* The words that short: what else is as short is debris, but for capitals. */
static const char *const short_words[]
    = { "am", "an", "as", "at", "be", "by", "do", "go", "he", "if", "in", "is",
        "it", "me", "my", "no", "of", "on", "or", "so", "to", "up", "us", "we" };
static const char *const lone_words[] = { "a", "A", "I", "-", "\xE2\x80\x93", "&", "%" };

static gboolean
is_in (const char *text, const char *const *list, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (g_str_equal (text, list[i]))
      return TRUE;
  return FALSE;
}

char *
flat_word_fold (const char *text)
{
  GString *folded = g_string_new (NULL);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      if (g_unichar_isalnum (c))
        g_string_append_unichar (folded, g_unichar_tolower (c));
    }
  return g_string_free (folded, FALSE);
}

GStrv
flat_words_fold (const char *text)
{
  g_auto (GStrv) pieces = g_strsplit (text, " ", -1);
  GPtrArray *words = g_ptr_array_new ();
  for (char **piece = pieces; *piece != NULL; piece++)
    {
      g_autofree char *folded = flat_word_fold (*piece);
      if (*folded != '\0')
        g_ptr_array_add (words, g_steal_pointer (&folded));
    }
  g_ptr_array_add (words, NULL);
  return (GStrv) g_ptr_array_free (words, FALSE);
}

/* Returns: one letter of those that look alike. */
static int
look_of (char c)
{
  return c == '1' || c == 'i' ? 'l' : c == '0' ? 'o' : c;
}

static gboolean
looks_same (const char *a, const char *b, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (look_of (a[i]) != look_of (b[i]))
      return FALSE;
  return TRUE;
}

/* The distance of Levenshtein, of which @b's row is kept. */
static guint
count_slips (const char *a, gsize n_a, const char *b, gsize n_b)
{
  guint row[LONGEST + 1];
  for (gsize k = 0; k <= n_b; k++)
    row[k] = (guint) k;
  for (gsize i = 1; i <= n_a; i++)
    {
      guint diagonal = row[0];
      row[0] = (guint) i;
      for (gsize k = 1; k <= n_b; k++)
        {
          guint swapped = diagonal + (look_of (a[i - 1]) != look_of (b[k - 1]));
          diagonal = row[k];
          row[k] = MIN (swapped, MIN (row[k], row[k - 1]) + 1);
        }
    }
  return row[n_b];
}

gboolean
flat_word_is_like (const char *a, const char *b)
{
  gsize n_a = strlen (a), n_b = strlen (b), n = MAX (n_a, n_b);
  if (n_a == n_b && looks_same (a, b, n))
    return TRUE;
  gsize n_slips = n < SHORTEST ? 0 : (n - 1) / LETTERS_A_SLIP;
  if (n > LONGEST || n - MIN (n_a, n_b) > n_slips || n_slips == 0)
    return FALSE;
  if (a[0] != b[0] && a[n_a - 1] != b[n_b - 1]) /* damage to both ends is rare */
    return FALSE;
  return count_slips (a, n_a, b, n_b) <= n_slips;
}

gboolean
flat_word_ends_sentence (const char *word)
{
  gsize length = strlen (word);
  while (length > 1 && strchr ("'\")]", word[length - 1]) != NULL)
    length--;
  return length > 0 && strchr (".!?:", word[length - 1]) != NULL;
}

/* ---- debris ---- */

static gboolean
is_debris (const FlatWord *word)
{
  if (is_in (word->text, lone_words, G_N_ELEMENTS (lone_words)))
    return FALSE;
  guint n_letters = 0, n_digits = 0, n_capitals = 0, n_other = 0;
  for (const char *at = word->text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      n_letters += c < 0x80 && g_ascii_isalpha ((char) c);
      n_capitals += c < 0x80 && g_ascii_isupper ((char) c);
      n_digits += c < 0x80 && g_ascii_isdigit ((char) c);
      n_other += c < 0x80 ? strchr ("|\\[]{}~_=^<>", (int) c) != NULL : c < 0x2000;
    }
  if (n_letters > 2 || (n_digits > 0 && n_other == 0))
    return FALSE;
  return n_other > 0
         || (n_capitals < 2 && !is_in (word->folded, short_words, G_N_ELEMENTS (short_words)));
}

static gboolean
is_nought (const FlatWord *word)
{
  return g_str_equal (word->folded, "0") || g_str_equal (word->folded, "o")
         || g_str_equal (word->text, "-");
}

static gboolean
is_figure (const FlatWord *word)
{
  gboolean has_letter = FALSE;
  for (const char *at = word->folded; *at != '\0'; at++)
    has_letter |= g_ascii_isalpha (*at);
  return g_ascii_isdigit (*word->folded) && !has_letter;
}

static gboolean
has_word (const FlatWord *word)
{
  guint n = 0;
  for (const char *at = word->text; *at != '\0'; at++)
    n += g_ascii_isalpha (*at);
  return n >= 3;
}

static FlatWord *
word_at (const GArray *line, guint i)
{
  return &g_array_index (line, FlatWord, i);
}

/* Noughts and dashes beside each other are ghosts of figures. */
static void
mark_noughts (const GArray *line)
{
  for (guint i = 1; i < line->len; i++)
    if (is_nought (word_at (line, i)) && is_nought (word_at (line, i - 1)))
      word_at (line, i)->is_debris = word_at (line, i - 1)->is_debris = TRUE;
}

/* Figures among debris that end a line are a piece of the row's own line. */
static void
mark_figures (const GArray *line)
{
  guint n_figures = 0, n_debris = 0, first = line->len;
  for (; first > 0 && !has_word (word_at (line, first - 1)); first--)
    {
      n_figures += is_figure (word_at (line, first - 1));
      n_debris += word_at (line, first - 1)->is_debris;
    }
  while (first < line->len && !is_figure (word_at (line, first))
         && !word_at (line, first)->is_debris)
    first++;
  for (; n_figures >= 2 && n_debris > 0 && first < line->len; first++)
    word_at (line, first)->is_debris = TRUE;
}

/* A sign or a digit by itself stands between two words, or it is what is left of a figure. */
static void
mark_signs (const GArray *line)
{
  for (guint i = 0; i < line->len; i++)
    if ((*word_at (line, i)->folded == '\0' || g_ascii_isdigit (word_at (line, i)->text[0]))
        && word_at (line, i)->width == 1
        && (i == 0 || i + 1 == line->len || word_at (line, i - 1)->is_debris
            || word_at (line, i + 1)->is_debris))
      word_at (line, i)->is_debris = TRUE;
}

/* ---- reading ---- */

static void
flat_word_clear (FlatWord *word)
{
  g_free (word->text);
  g_free (word->folded);
}

/* Whether the character at @at is a sign that belongs between words, yet has small letters on both
 * sides. */
static gboolean
is_speck (const char *text, const char *at)
{
  return at > text && strchr (".:;?!", *at) != NULL && g_ascii_islower (at[-1])
         && g_ascii_islower (at[1]);
}

/* Takes the specks out of a word that has few: `bef.ore` is `before`, but `e.g` stays. */
static void
drop_specks (char *text)
{
  guint n = 0;
  for (const char *at = text; *at != '\0'; at++)
    n += is_speck (text, at);
  if (n == 0 || n > MAX_SPECKS || strlen (text) < SHORTEST)
    return;
  char *to = text;
  for (const char *at = text; *at != '\0'; at++)
    if (!is_speck (text, at))
      *to++ = *at;
  *to = '\0';
}

/* Whether signs stand among the letters of a word. */
static gboolean
is_garbled (const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    if (at > text && at[1] != '\0' && strchr (":;?!()[]{}\\|", *at) != NULL
        && !g_ascii_isdigit (at[-1]) && (g_ascii_isalnum (at[-1]) || g_ascii_isalnum (at[1])))
      return TRUE;
  return FALSE;
}

static char *
strip_border (const char *piece)
{
  gsize from = strspn (piece, "|"), to = strlen (piece);
  while (to > from && piece[to - 1] == '|')
    to--;
  if (piece[from] == '[' && strchr (piece, ']') == NULL)
    from++;
  return g_strndup (piece + from, to - from);
}

static guint
find_id (GHashTable *ids, const char *folded)
{
  if (*folded == '\0')
    return 0;
  guint id = GPOINTER_TO_UINT (g_hash_table_lookup (ids, folded));
  if (id == 0)
    {
      id = g_hash_table_size (ids) + 1;
      g_hash_table_insert (ids, g_strdup (folded), GUINT_TO_POINTER (id));
    }
  return id;
}

static GArray *
read_line (const char *text, GHashTable *ids)
{
  g_auto (GStrv) pieces = g_strsplit (text, " ", -1);
  GArray *line = g_array_new (FALSE, TRUE, sizeof (FlatWord));
  g_array_set_clear_func (line, (GDestroyNotify) flat_word_clear);
  gboolean has_border = FALSE;
  for (char **piece = pieces; *piece != NULL; piece++)
    {
      FlatWord word = { .text = strip_border (*piece) };
      drop_specks (word.text);
      word.folded = flat_word_fold (word.text);
      word.id = find_id (ids, word.folded);
      word.is_garbled = is_garbled (word.text);
      word.width = (guint) g_utf8_strlen (word.text, -1);
      word.is_debris = is_debris (&word) || (word.width < 2 && word.width < strlen (*piece));
      word.has_border = has_border || **piece == '|' || **piece == '[';
      has_border = g_str_has_suffix (*piece, "|");
      if (word.has_border && line->len > 0 && word_at (line, line->len - 1)->width < 3
          && word_at (line, line->len - 1)->folded[0] <= '9')
        word_at (line, line->len - 1)->is_debris = TRUE; /* an upright word's */
      g_array_append_val (line, word);
    }
  mark_noughts (line);
  mark_figures (line);
  mark_signs (line);
  return line;
}

static void
flat_line_free (FlatLine *line)
{
  g_array_unref (line->words);
  g_free (line);
}

/* Where pages were strung together, the first line of each is indented by a blank; where many lines
 * are, this tells nothing. */
static gboolean
tells_pages (const GPtrArray *lines)
{
  guint n = 0;
  for (guint i = 0; i < lines->len; i++)
    n += ((const TextLine *) g_ptr_array_index (lines, i))->box.x0 > 0;
  return n * PAGE_LINES < lines->len;
}

GPtrArray *
flat_words_read (const GPtrArray *lines)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *words = g_ptr_array_new_with_free_func ((GDestroyNotify) flat_line_free);
  gboolean is_indented_first = tells_pages (lines);
  int page = 0;
  for (guint i = 0; i < lines->len; i++)
    {
      const TextLine *text = g_ptr_array_index (lines, i);
      FlatLine *line = g_new (FlatLine, 1);
      line->words = read_line (text->text, ids);
      line->begins_page = text->page != page || (is_indented_first && text->box.x0 > 0);
      page = text->page;
      g_ptr_array_add (words, line);
    }
  return words;
}
