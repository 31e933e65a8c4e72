/* parse/misread.c - a cell of figures that was read off an image and is no figure: what was it?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A ladder of changes, each on top of those before it, until the text can be read:
 *
 *   strays       |48'   -> 48      marks at either end, left by rules and dust
 *   brackets     (23    -> (23)    the other one was lost
 *   characters   1O.5   -> 10.5    letters and signs that stand for a digit, a sign or a %
 *   blanks       1 204  -> 1204    within a number
 *   points       12,3   -> 12.3    a comma where no thousands end
 *
 * A short piece in front of all that may be what is left of an arrow.
 */
#include "parse/misread.h"

#include <string.h>

#define STRAYS "|_'`\"~.,:;\\[]{}\342\200\230\342\200\231\342\200\234\342\200\235\302\264\302\246"
#define MOST_LETTERS 2 /* a text without a digit may be a figure if it is no longer */
#define MOST_ARROW 3   /* characters that an arrow was taken for */

/* A change of a text, in place. */
typedef void (*Change) (const Vocabulary *vocabulary, GString *text);

static gboolean
is_stray (gunichar character)
{
  return g_utf8_strchr (STRAYS, -1, character) != NULL;
}

static void
drop_strays (G_GNUC_UNUSED const Vocabulary *vocabulary, GString *text)
{
  const char *from = text->str, *to = text->str + text->len;
  while (from < to && (is_stray (g_utf8_get_char (from)) || *from == ' '))
    from = g_utf8_next_char (from);
  while (to > from)
    {
      const char *last = g_utf8_prev_char (to);
      if (!is_stray (g_utf8_get_char (last)) && *last != ' ')
        break;
      to = last;
    }
  if (from == to) /* a mark alone may stand for a missing figure */
    return;
  g_string_truncate (text, (gsize) (to - text->str));
  g_string_erase (text, 0, from - text->str);
}

static void
close_bracket (G_GNUC_UNUSED const Vocabulary *vocabulary, GString *text)
{
  gboolean has_open = strchr (text->str, '(') != NULL, has_close = strchr (text->str, ')') != NULL;
  if (has_open && !has_close)
    g_string_append_c (text, ')');
  if (has_close && !has_open)
    g_string_prepend_c (text, '(');
}

/* Whether the character may stand there for itself. */
static gboolean
is_of_figures (const char *at)
{
  return strchr ("0123456789.,%+-() ", *at) != NULL;
}

/* Returns: how many bytes of what is read at @at are what @entry is read as; the most there are. */
static gsize
match_length (const LexiconEntry *entry, const char *at)
{
  gsize longest = 0;
  for (const char *read = entry->pattern; *read != '\0';)
    {
      gsize length = strcspn (read, " ");
      gboolean is_itself = length == 1 && is_of_figures (read);
      if (length > longest && !is_itself && strncmp (at, read, length) == 0)
        longest = length;
      read += length + (read[length] == ' ');
    }
  return longest;
}

/* Returns (nullable): what is printed where @at is read; @length gets how much of that stands for
 * it, in bytes: the most that do, `o/o` before `o`. */
static const char *
find_printed (const Vocabulary *vocabulary, const char *at, gboolean is_first, gsize *length)
{
  const GArray *confusions = vocabulary_confusions (vocabulary);
  const char *printed = NULL;
  *length = 0;
  for (guint i = 0; i < confusions->len; i++)
    {
      const LexiconEntry *entry = &g_array_index (confusions, LexiconEntry, i);
      gsize own = entry->name[0] == '-' && !is_first ? 0 : match_length (entry, at);
      if (own <= *length)
        continue;
      *length = own;
      printed = entry->name;
    }
  return printed;
}

/* Returns (transfer full) (nullable): the @length letters and digits at @at, with digits for the
 * letters; NULL if one of them cannot be a digit, or there is no digit, or no letter. */
static char *
dup_number (const Vocabulary *vocabulary, const char *at, gsize length)
{
  gsize n_digits = 0;
  for (gsize i = 0; i < length; i++)
    n_digits += g_ascii_isdigit (at[i]);
  if (n_digits == 0 || n_digits == length)
    return NULL;

  g_autoptr (GString) number = g_string_new (NULL);
  for (gsize i = 0; i < length; i++)
    {
      gsize n_read = 1;
      const char *printed
          = g_ascii_isdigit (at[i]) ? at + i : find_printed (vocabulary, at + i, FALSE, &n_read);
      if (printed == NULL || !g_ascii_isdigit (printed[0]) || n_read != 1)
        return NULL;
      g_string_append_c (number, printed[0]);
    }
  return g_string_free (g_steal_pointer (&number), FALSE);
}

char *
misread_dup_digits (const Vocabulary *vocabulary, const char *text)
{
  GString *put = NULL;
  const char *done = text;
  for (const char *at = text; *at != '\0';)
    {
      gsize length = 0;
      while (g_ascii_isalnum (at[length]))
        length++;
      g_autofree char *number = dup_number (vocabulary, at, length);
      if (number != NULL)
        {
          put = put != NULL ? put : g_string_new (NULL);
          g_string_append_len (put, done, at - done);
          g_string_append (put, number);
          done = at + length;
        }
      at += MAX (length, 1);
    }
  if (put == NULL)
    return NULL;
  g_string_append (put, done);
  return g_string_free (put, FALSE);
}

static void
put_characters (const Vocabulary *vocabulary, GString *text)
{
  g_autoptr (GString) put = g_string_new (NULL);
  for (const char *at = text->str; *at != '\0';)
    {
      gsize length = 0;
      const char *printed = find_printed (vocabulary, at, at == text->str, &length);
      if (printed != NULL)
        g_string_append (put, printed);
      else
        {
          length = (gsize) (g_utf8_next_char (at) - at);
          g_string_append_len (put, at, (gssize) length);
        }
      at += length;
    }
  g_string_assign (text, put->str);
}

static void
join_blanks (G_GNUC_UNUSED const Vocabulary *vocabulary, GString *text)
{
  g_string_replace (text, " ", "", 0);
}

static void
put_point (G_GNUC_UNUSED const Vocabulary *vocabulary, GString *text)
{
  char *comma = strrchr (text->str, ',');
  if (comma != NULL && strchr (text->str, '.') == NULL)
    *comma = '.';
}

static const Change ladder[]
    = { drop_strays, close_bracket, put_characters, join_blanks, put_point };

static gboolean
has_letter_or_digit (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalnum (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

/* Strokes alone may be a mark, but are no figure. */
static gboolean
is_reading_of (const char *text, const Reading *reading)
{
  return reading->looks == LOOKS_MARK || (reading->has_value && has_letter_or_digit (text));
}

static gboolean
climb (const CellReader *reader, const Vocabulary *vocabulary, const char *text, Reading *reading)
{
  gboolean has_digit = strpbrk (text, "0123456789") != NULL;
  if (!has_digit && g_utf8_strlen (text, -1) > MOST_LETTERS)
    return FALSE;
  g_autoptr (GString) mended = g_string_new (text);
  for (gsize i = 0; i < G_N_ELEMENTS (ladder); i++)
    {
      ladder[i](vocabulary, mended);
      Reading attempt = cell_read (reader, mended->str);
      if (!is_reading_of (text, &attempt))
        continue;
      *reading = attempt;
      return TRUE;
    }
  return FALSE;
}

static gboolean
is_dash (gunichar character)
{
  return g_unichar_type (character) == G_UNICODE_DASH_PUNCTUATION || character == 0x2212;
}

gboolean
misread_may_hide_arrow (const char *text)
{
  return text[0] != '\0' && is_dash (g_utf8_get_char (text)) && *g_utf8_next_char (text) == ' ';
}

/* Reads what stands behind what an arrow was taken for. */
static gboolean
read_behind_arrow (const CellReader *reader, const Vocabulary *vocabulary, const char *text,
                   gboolean is_change, Reading *reading)
{
  const char *blank = strchr (text, ' ');
  if (blank == NULL || g_utf8_strlen (text, blank - text) > MOST_ARROW)
    return FALSE;
  g_autofree char *piece = g_strndup (text, (gsize) (blank - text));
  const LexiconEntry *noise = vocabulary_find (vocabulary, WORDS_NOISE, piece);
  if (noise == NULL && !is_change)
    return FALSE;
  Reading rest = cell_read (reader, blank + 1);
  if (!is_reading_of (blank + 1, &rest) && !climb (reader, vocabulary, blank + 1, &rest))
    return FALSE;
  *reading = rest;
  reading->direction = noise != NULL                   ? (Direction) noise->means
                       : misread_may_hide_arrow (text) ? DIRECTION_FLAT
                                                       : DIRECTION_NONE;
  return TRUE;
}

gboolean
misread_mend (const CellReader *reader, const Vocabulary *vocabulary, const char *text,
              gboolean is_change, Reading *reading)
{
  return read_behind_arrow (reader, vocabulary, text, is_change, reading)
         || climb (reader, vocabulary, text, reading);
}

/* Whether a digit may have been taken for one of the characters of @text before @end. */
static gboolean
may_hide_digit (const Vocabulary *vocabulary, const char *text, const char *end)
{
  for (; text < end; text = g_utf8_next_char (text))
    {
      gsize length = 0;
      const char *printed = find_printed (vocabulary, text, FALSE, &length);
      if (g_ascii_isdigit (*text) || (printed != NULL && g_ascii_isdigit (printed[0])))
        return TRUE;
    }
  return FALSE;
}

gboolean
misread_spares_digits (const CellReader *reader, const Vocabulary *vocabulary, const char *text,
                       gboolean is_change, const Reading *mended)
{
  const char *blank = is_change ? strchr (text, ' ') : NULL;
  gboolean may_be_minus = misread_may_hide_arrow (text) && text[strlen (text) - 1] != ')';
  gboolean has_arrow = blank != NULL && !may_be_minus && !may_hide_digit (vocabulary, text, blank);
  g_autofree char *figure = g_strdup (has_arrow ? blank + 1 : text);
  g_strdelimit (figure, "{[", '(');
  g_strdelimit (figure, "}]", ')');
  Reading reading = cell_read (reader, figure);
  return reading.has_value && mended->has_value && reading.looks != LOOKS_FRACTION
         && decimal_compare (reading.value, mended->value) == 0;
}
