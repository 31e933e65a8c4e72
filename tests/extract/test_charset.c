/* tests/extract/test_charset.c - bytes of a text file to UTF-8.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/charset.h"

#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

typedef struct
{
  char bytes[40];
  gsize n_bytes;
  char text[40]; /* "" if the bytes are refused */
  gboolean is_cut;
} BytesCase;

#define BYTES(bytes) bytes, sizeof (bytes) - 1

static void
assert_decodes (const BytesCase *expected)
{
  gboolean is_cut = FALSE;
  g_autofree char *text = charset_decode (expected->bytes, expected->n_bytes, &is_cut);
  cr_assert_not_null (text, "these bytes are '%s'", expected->text);
  cr_expect_str_eq (text, expected->text);
  cr_expect (eq (int, is_cut, expected->is_cut));
}

static BytesCase encodings[] = {
  { BYTES ("Nov 16\t109"), "Nov 16\t109", FALSE },
  { BYTES ("in \xC2\xA3 or %"), "in £ or %", FALSE },
  { BYTES ("\xEF\xBB\xBFRef"), "Ref", FALSE },
  { BYTES ("\xFF\xFE%\0\x91\x21\xA3\0"), "%↑£", FALSE },
  { BYTES ("\xFE\xFF\0%\x21\x91\0\xA3"), "%↑£", FALSE },
  { BYTES ("M\0o\0n\0t\0h\0"), "Month", FALSE },
  { BYTES ("\0M\0o\0n\0t\0h"), "Month", FALSE },
  { BYTES ("\xFF\xFE\x3D\xD8\x3A\xDD"), "🔺", FALSE },
  { BYTES ("in \xA3 \x96 child\x92s"), "in £ – child’s", FALSE },
  { BYTES ("caf\xE9s"), "cafés", FALSE },
};

ParameterizedTestParameters (charset, tells_the_encodings_apart)
{
  return cr_make_param_array (BytesCase, encodings, G_N_ELEMENTS (encodings));
}

ParameterizedTest (BytesCase *expected, charset, tells_the_encodings_apart)
{
  assert_decodes (expected);
}

static BytesCase spellings[] = {
  { BYTES ("a\r\nb\r\n"), "a\nb\n", FALSE },
  { BYTES ("a\rb\r"), "a\nb\n", FALSE },
  { BYTES ("a\r\r\nb"), "a\n\nb", FALSE },
  { BYTES ("x\xE2\x80\xA8y\xE2\x80\xA9z"), "x\ny\nz", FALSE },
  { BYTES ("no\xC2\xA0more"), "no more", FALSE },
  { BYTES ("x\xE2\x80\xAFy\xE2\x80\x87z"), "x y z", FALSE },
  { BYTES ("sta\xC2\xADtis\xE2\x80\x8Btics"), "statistics", FALSE },
  { BYTES ("\xEF\xAC\x81gures o\xEF\xAC\x80 su\xEF\xAC\x83x"), "figures off suffix", FALSE },
  { BYTES ("cafe\xCC\x81"), "café", FALSE },
  { BYTES ("page 1\fpage 2"), "page 1\fpage 2", FALSE },
};

ParameterizedTestParameters (charset, writes_each_character_as_it_is_meant)
{
  return cr_make_param_array (BytesCase, spellings, G_N_ELEMENTS (spellings));
}

ParameterizedTest (BytesCase *expected, charset, writes_each_character_as_it_is_meant)
{
  assert_decodes (expected);
}

static BytesCase cuts[] = {
  { BYTES ("109 \xE2\x86"), "109 ", TRUE },
  { BYTES ("109 \xE2"), "109 ", TRUE },
  { BYTES ("109 \xF0\x9F\x94"), "109 ", TRUE },
  { BYTES ("\xFF\xFEx\0y\0z"), "xy", TRUE },
  { BYTES ("\xFF\xFEx\0y\0\x3D\xD8"), "xy", TRUE },
  { BYTES ("\xFE\xFF\0x\0y\xD8\x3D"), "xy", TRUE },
};

ParameterizedTestParameters (charset, leaves_out_a_last_character_that_is_cut)
{
  return cr_make_param_array (BytesCase, cuts, G_N_ELEMENTS (cuts));
}

ParameterizedTest (BytesCase *expected, charset, leaves_out_a_last_character_that_is_cut)
{
  assert_decodes (expected);
}

Test (charset, a_stray_byte_is_no_cut_but_windows_1252)
{
  BytesCase stray = { BYTES ("109 \xE2 \xA3"), "109 â £", FALSE };
  assert_decodes (&stray);
}

Test (charset, bytes_that_windows_1252_leaves_open_do_not_make_a_text_binary)
{
  BytesCase open
      = { BYTES ("\x93well\x94 \x81 109 \x9D"), "“well” \xEF\xBF\xBD 109 \xEF\xBF\xBD", FALSE };
  assert_decodes (&open);
}

/* The rest of a text would be lost behind it without a word. */
static BytesCase binaries[] = {
  { BYTES ("Ref\0Name"), "", FALSE },          { BYTES ("\0\0\0\0"), "", FALSE },
  { BYTES ("\xFF\xFEx\0\0\0z\0"), "", FALSE }, { BYTES ("\xFE\xFF\0x\0\0\0z"), "", FALSE },
  { BYTES ("\x01\x02Ref\x03"), "", FALSE },
};

ParameterizedTestParameters (charset, refuses_what_is_no_text)
{
  return cr_make_param_array (BytesCase, binaries, G_N_ELEMENTS (binaries));
}

ParameterizedTest (BytesCase *expected, charset, refuses_what_is_no_text)
{
  gboolean is_cut = FALSE;
  g_autofree char *text = charset_decode (expected->bytes, expected->n_bytes, &is_cut);
  cr_expect_null (text);
}

Test (charset, drops_a_control_character_among_a_hundred_others)
{
  g_autofree char *long_text = g_strnfill (100, 'x');
  g_autofree char *bytes = g_strconcat (long_text, "\x01", NULL);
  gboolean is_cut = FALSE;
  g_autofree char *text = charset_decode (bytes, strlen (bytes), &is_cut);
  cr_expect_str_eq (text, long_text);
}

Test (charset, every_blank_of_unicode_is_a_blank)
{
  BytesCase blanks = { BYTES ("x\xE2\x80\x89y\xE2\x80\x83z\xE3\x80\x80u"), "x y z u", FALSE };
  assert_decodes (&blanks);
}
