/* tests/parse/test_pattern.c - a compiled regular expression.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/pattern.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

static Pattern *
compile (const char *source)
{
  g_autoptr (GError) error = NULL;
  Pattern *pattern = pattern_new (source, &error);
  cr_assert_not_null (pattern, "%s", error != NULL ? error->message : "");
  return pattern;
}

static gboolean
is_found (const char *source, const char *subject)
{
  Pattern *pattern = compile (source);
  gboolean found = pattern_find (pattern, subject);
  pattern_free (pattern);
  return found;
}

Test (pattern, capitals_do_not_matter)
{
  cr_expect (is_found ("^12-mnth avg$", "12-MNTH Avg"));
  cr_expect (is_found ("é", "É"));
}

Test (pattern, is_searched_for)
{
  cr_expect (is_found ("change", "% change from Oct 15"));
  cr_expect_not (is_found ("^change", "% change from Oct 15"));
}

Test (pattern, a_character_of_many_bytes_is_one)
{
  cr_expect (is_found ("^.$", "↑"));
  cr_expect (is_found ("^\\w+$", "Café"));
}

Test (pattern, a_group_gives_its_text_and_place)
{
  Pattern *pattern = compile ("(?<sign>-)?(?<digits>\\d+)(?<unit>%)?");
  gsize from = 0, to = 0;
  cr_assert (pattern_find (pattern, "↓ -72%"));
  g_autofree char *digits = pattern_dup_group (pattern, "↓ -72%", "digits");
  cr_expect_str_eq (digits, "72");
  cr_assert (pattern_span (pattern, NULL, &from, &to));
  cr_expect (eq (sz, from, 4));
  cr_expect (eq (sz, to, 8));
  pattern_free (pattern);
}

Test (pattern, a_group_that_took_no_part_has_no_text)
{
  Pattern *pattern = compile ("(?<sign>-)?(?<digits>\\d+)(?<unit>%)?");
  gsize from = 0, to = 0;
  cr_assert (pattern_find (pattern, "72"));
  cr_expect_null (pattern_dup_group (pattern, "72", "sign"));
  cr_expect_null (pattern_dup_group (pattern, "72", "unit"));
  cr_expect_null (pattern_dup_group (pattern, "72", "no_such_group"));
  cr_expect_not (pattern_span (pattern, "unit", &from, &to));
  pattern_free (pattern);
}

Test (pattern, a_bad_one_says_where_it_went_wrong)
{
  g_autoptr (GError) error = NULL;
  cr_assert_null (pattern_new ("^(ref", &error));
  cr_expect (g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_DATA));
  cr_expect_str_eq (error->message, "'^(ref' is no regular expression: missing closing parenthesis"
                                    " at character 5");
}

Test (pattern, one_that_runs_away_finds_nothing_and_soon, .timeout = 5)
{
  Pattern *pattern = compile ("^(a+)+$");
  for (int i = 0; i < 20; i++)
    cr_expect_not (pattern_find (pattern, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab"));
  cr_expect (pattern_find (pattern, "aaaa"), "and it goes on to work");
  pattern_free (pattern);
}
