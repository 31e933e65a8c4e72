/* extract/charset.c - bytes of a text file to UTF-8.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/charset.h"

#include <string.h>

/* A text may hold stray control characters; one in a hundred is no text any more. */
#define CONTROL_SHARE 100

typedef struct
{
  gunichar from;
  const char *to;
} Spelling;

/* Characters that stand for others in print. */
static const Spelling spellings[] = {
  { 0x00A0, " " },   { 0x2007, " " },  { 0x202F, " " },  { 0x00AD, "" },   { 0x200B, "" },
  { 0xFEFF, "" },    { 0xFB00, "ff" }, { 0xFB01, "fi" }, { 0xFB02, "fl" }, { 0xFB03, "ffi" },
  { 0xFB04, "ffl" }, { 0xFB05, "st" }, { 0xFB06, "st" }, { 0x2028, "\n" }, { 0x2029, "\n" },
};

static gboolean
starts_with (const char *bytes, gsize n_bytes, const char *mark, gsize n_mark)
{
  return n_bytes >= n_mark && memcmp (bytes, mark, n_mark) == 0;
}

/* Returns the iconv name of the UTF-16 that @bytes are in, NULL for none: by its byte order mark,
 * or because every second byte of its beginning is zero, as Latin letters have it. */
static const char *
utf16_name (const char *bytes, gsize n_bytes)
{
  if (starts_with (bytes, n_bytes, "\xFF\xFE", 2))
    return "UTF-16LE";
  if (starts_with (bytes, n_bytes, "\xFE\xFF", 2))
    return "UTF-16BE";

  gsize n_looked = MIN (n_bytes, 4096) & ~(gsize) 1, zeros[2] = { 0, 0 };
  for (gsize i = 0; i < n_looked; i++)
    zeros[i % 2] += bytes[i] == 0;
  if (zeros[1] > n_looked / 4 && zeros[0] == 0)
    return "UTF-16LE";
  return zeros[0] > n_looked / 4 && zeros[1] == 0 ? "UTF-16BE" : NULL;
}

/* Valid UTF-8, but for a last character that is cut off: at most three bytes are left over. */
static gboolean
is_utf8 (const char *bytes, gsize n_bytes, gsize *n_valid)
{
  const char *end = NULL;
  gboolean is_valid = g_utf8_validate_len (bytes, n_bytes, &end);
  *n_valid = (gsize) (end - bytes);
  gsize n_left = n_bytes - *n_valid;
  return is_valid
         || (n_left <= 3 && g_utf8_get_char_validated (end, (gssize) n_left) == (gunichar) -2);
}

/* Returns: how many of @n_bytes are whole characters: the last one may lack its second half. */
static gsize
whole_utf16 (const char *bytes, gsize n_bytes, gboolean is_big_endian)
{
  gsize n_whole = n_bytes & ~(gsize) 1;
  guchar high = n_whole == 0 ? 0 : (guchar) bytes[n_whole - (is_big_endian ? 2 : 1)];
  return high >= 0xD8 && high <= 0xDB ? n_whole - 2 : n_whole;
}

static char *
utf16_to_utf8 (const char *bytes, gsize n_bytes, const char *name, gboolean *is_cut)
{
  gsize n_whole = whole_utf16 (bytes, n_bytes, g_str_has_suffix (name, "BE")), n_written = 0;
  g_autofree char *text = g_convert_with_fallback (bytes, (gssize) n_whole, "UTF-8", name,
                                                   "\xEF\xBF\xBD", NULL, &n_written, NULL);
  *is_cut = n_whole < n_bytes;
  return text == NULL || memchr (text, 0, n_written) != NULL ? NULL : g_steal_pointer (&text);
}

/* What Windows-1252 has where Latin-1 has control characters; iconv refuses the five open places.
 */
static char *
windows_1252_to_utf8 (const char *bytes, gsize n_bytes)
{
  static const gunichar from_0x80[32] = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
  };
  GString *text = g_string_sized_new (n_bytes + 1);
  for (gsize i = 0; i < n_bytes; i++)
    {
      guchar c = (guchar) bytes[i];
      g_string_append_unichar (text, c >= 0x80 && c < 0xA0 ? from_0x80[c - 0x80] : c);
    }
  return g_string_free (text, FALSE);
}

static char *
to_utf8 (const char *bytes, gsize n_bytes, gboolean *is_cut)
{
  const char *utf16 = utf16_name (bytes, n_bytes);
  gsize n_valid = 0;
  if (utf16 != NULL)
    return utf16_to_utf8 (bytes, n_bytes, utf16, is_cut);
  if (memchr (bytes, 0, n_bytes) != NULL)
    return NULL;
  if (is_utf8 (bytes, n_bytes, &n_valid))
    {
      *is_cut = n_valid < n_bytes;
      return g_strndup (bytes, n_valid);
    }
  return windows_1252_to_utf8 (bytes, n_bytes);
}

static const char *
spelling_of (gunichar c)
{
  for (gsize i = 0; i < G_N_ELEMENTS (spellings); i++)
    if (spellings[i].from == c)
      return spellings[i].to;
  return NULL;
}

void
charset_append (GString *text, gunichar c)
{
  const char *spelling = c < 0x80 ? NULL : spelling_of (c);
  if (spelling != NULL)
    g_string_append (text, spelling);
  else if (c >= 0x80 && g_unichar_isspace (c))
    g_string_append_c (text, ' ');
  else
    g_string_append_unichar (text, c);
}

/* Writes each character as it is meant; returns FALSE if too many are control characters. */
static gboolean
respell (const char *text, GString *out)
{
  gsize n_controls = 0, n_characters = 0;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at), n_characters++)
    {
      gunichar c = g_utf8_get_char (at);
      if (c == '\r')
        {
          if (at[1] != '\n')
            g_string_append_c (out, '\n');
        }
      else if (c >= 0x20 || c == '\n' || c == '\t' || c == '\f')
        charset_append (out, c);
      else
        n_controls++;
    }
  return n_controls * CONTROL_SHARE <= n_characters;
}

char *
charset_decode (const char *bytes, gsize n_bytes, gboolean *is_cut)
{
  *is_cut = FALSE;
  g_autofree char *utf8 = to_utf8 (bytes, n_bytes, is_cut);
  if (utf8 == NULL)
    return NULL;

  g_autoptr (GString) out = g_string_sized_new (n_bytes + 1);
  if (!respell (utf8, out))
    return NULL;
  return g_utf8_normalize (out->str, (gssize) out->len, G_NORMALIZE_DEFAULT_COMPOSE);
}
