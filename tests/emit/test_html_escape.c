/* tests/emit/test_html_escape.c - tests emit/html_escape.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/html_escape.h"

#include <criterion/criterion.h>
#include <locale.h>
#include <math.h>

static void
assert_text (const char *text, const char *expected)
{
  g_autoptr (GString) html = g_string_new (NULL);
  html_text (html, text);
  cr_expect_str_eq (html->str, expected);
}

Test (html_escape, text_is_never_mark_up)
{
  assert_text ("<script>", "&lt;script&gt;");
  assert_text ("a & \"b\" 'c'", "a &amp; &quot;b&quot; &#39;c&#39;");
  assert_text ("\xE2\x86\x91 5%", "\xE2\x86\x91 5%");
  assert_text ("a\tb\nc", "a\tb\nc");
}

Test (html_escape, what_is_no_text_is_replaced)
{
  assert_text ("a\x01\x7F", "a\xEF\xBF\xBD\xEF\xBF\xBD");
  assert_text ("a\xFF<", "a\xEF\xBF\xBD&lt;");
}

Test (html_escape, a_path_is_no_address_of_another_kind)
{
  g_autoptr (GString) html = g_string_new (NULL);
  html_path (html, "a b/javascript:alert(1)?#\"<\xFF");
  cr_expect_str_eq (html->str, "a%20b/javascript%3Aalert%281%29%3F%23%22%3C%FF");
}

static void
assert_length (double length, const char *expected)
{
  g_autoptr (GString) html = g_string_new (NULL);
  html_length (html, length);
  cr_expect_str_eq (html->str, expected);
}

Test (html_escape, lengths_have_two_decimals_in_any_locale)
{
  setlocale (LC_ALL, "de_DE.UTF-8");
  assert_length (0, "0");
  assert_length (12, "12");
  assert_length (1.5, "1.5");
  assert_length (-0.255, "-0.26");
  assert_length (3.999, "4");
  assert_length (1.05, "1.05");
  assert_length (NAN, "0");
  assert_length (1e300, "0");
}

Test (html_escape, numbers_are_digits)
{
  g_autoptr (GString) html = g_string_new (NULL);
  html_number (html, 0);
  html_raw (html, " ");
  html_number (html, -1204);
  html_raw (html, " ");
  html_number (html, G_MININT64);
  cr_expect_str_eq (html->str, "0 -1204 -9223372036854775808");
}
