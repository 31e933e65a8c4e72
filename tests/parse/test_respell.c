/* tests/parse/test_respell.c - a heading that was read off an image, and is none: what was it?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/respell.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/desk.h"

/* Returns (transfer full): the likeliest respellings of a text that cost the same, in order. */
static char *
dup_first (const Desk *desk, const char *text)
{
  g_autoptr (GArray) list = respell_list (desk->vocabulary, text);
  GString *first = g_string_new (NULL);
  for (guint i = 0; i < list->len; i++)
    {
      const Respelling *respelling = &g_array_index (list, Respelling, i);
      if (respelling->cost == g_array_index (list, Respelling, 0).cost)
        g_string_append_printf (first, "%s%s", i > 0 ? " | " : "", respelling->text);
    }
  return g_string_free (first, FALSE);
}

static void
assert_first (const char *text, const char *expected)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autofree char *first = dup_first (desk, text);
  cr_expect_str_eq (first, expected, "'%s' is '%s', not '%s'", text, first, expected);
}

Test (respell, letters_that_look_alike_are_taken_for_each_other)
{
  assert_first ("Septernber 16", "september 16");
  assert_first ("12 rnonth maxirnum", "12 month maximum");
  assert_first ("8ench- marklng Group", "bench- marking Group");
  assert_first ("→ct 21", "oct 21");
  assert_first ("M@xX. value", "max. value");
}

Test (respell, what_may_be_two_words_is_both)
{
  assert_first ("Jan 16", ""); /* it is known */
  assert_first ("Muy 16", "may 16");
  assert_first ("Jbn 16", "jan 16 | jun 16");
}

Test (respell, lost_blanks_and_other_brackets_are_put_right)
{
  assert_first ("Performanceindicator", "Performance indicator");
  assert_first ("%change from May 22", "% change from May 22");
  assert_first ("Average {12 months)", "Average (12 months)");
  assert_first ("E NG", "eng | ing");
}

Test (respell, dust_between_words_is_none)
{
  assert_first ("Max . (12 mnths) |", "Max (12 mnths)");
}

Test (respell, a_century_is_known_by_one_digit)
{
  assert_first ("Sep 2↓15", "Sep 2015");
  assert_first ("Sep ?015", "Sep 2015");
}

Test (respell, other_words_are_not_respelled)
{
  assert_first ("xylophones and walruses", "");
  assert_first ("Rate of xylophones", "");
}

Test (respell, a_long_text_is_no_heading)
{
  g_autofree char *text = g_strnfill (5000, 'x');
  assert_first (text, "");
}
