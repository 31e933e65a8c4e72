/* emit/html_escape.c - text from untrusted files as text of an HTML page, and never as anything
 * else.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/html_escape.h"

#include <math.h>
#include <string.h>

#define REPLACEMENT "\xEF\xBF\xBD" /* U+FFFD */

/* What stands for an ASCII character that cannot stand for itself; NULL if it can. */
static const char *
escape_of (unsigned char c)
{
  switch (c)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    case '\t':
    case '\n':
      return NULL;
    default:
      return c < ' ' || c == 0x7F ? REPLACEMENT : NULL;
    }
}

/* Appends valid UTF-8. */
static void
append_valid (GString *html, const char *text)
{
  const char *start = text;
  for (const char *at = text; *at != '\0'; at++)
    {
      const char *escape = escape_of ((unsigned char) *at);
      if (escape == NULL)
        continue;
      g_string_append_len (html, start, at - start);
      g_string_append (html, escape);
      start = at + 1;
    }
  g_string_append (html, start);
}

void
html_text (GString *html, const char *text)
{
  if (g_utf8_validate (text, -1, NULL))
    {
      append_valid (html, text);
      return;
    }
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  append_valid (html, valid);
}

void
html_raw (GString *html, const char *markup)
{
  g_string_append (html, markup);
}

void
html_number (GString *html, gint64 number)
{
  char digits[24];
  char *at = digits + sizeof digits;
  guint64 left = number < 0 ? -(guint64) number : (guint64) number;
  do
    *--at = (char) ('0' + left % 10);
  while ((left /= 10) != 0);
  if (number < 0)
    *--at = '-';
  g_string_append_len (html, at, digits + sizeof digits - at);
}

void
html_length (GString *html, double length)
{
  if (!(fabs (length) < 1e12))
    length = 0;
  gint64 hundredths = (gint64) llround (length * 100);
  if (hundredths < 0)
    g_string_append_c (html, '-');
  guint64 size = hundredths < 0 ? -(guint64) hundredths : (guint64) hundredths;
  html_number (html, (gint64) (size / 100));
  if (size % 100 == 0)
    return;
  g_string_append_c (html, '.');
  g_string_append_c (html, (char) ('0' + size / 10 % 10));
  if (size % 10 != 0)
    g_string_append_c (html, (char) ('0' + size % 10));
}

void
html_path (GString *html, const char *path)
{
  g_string_append_uri_escaped (html, path, "/", FALSE);
}
