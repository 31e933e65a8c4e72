/* tests/parse/test_wording.c - the words that patterns are made of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/wording.h"

#include <criterion/criterion.h>

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (a, b);
}

static void
assert_words (const char *pattern, const char *expected)
{
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  wording_add (words, pattern);
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (words), compare_texts);
  g_autoptr (GString) list = g_string_new (NULL);
  for (const GList *at = keys; at != NULL; at = at->next)
    g_string_append_printf (list, "%s%s", list->len > 0 ? " " : "", (const char *) at->data);
  cr_expect_str_eq (list->str, expected, "%s: %s, not %s", pattern, list->str, expected);
}

Test (wording, blanks_and_signs_part_words)
{
  assert_words ("^12-mnth avg value$", "avg mnth value");
  assert_words ("\\bchange\\b.*\\d", "change");
}

Test (wording, an_ending_in_brackets_may_follow_or_not)
{
  assert_words ("^max(?:imum)?$", "max maximum");
  assert_words ("^neigh(?:bou?r)?s?$", "neigh neighbor neighbors neighbour neighbours neighs");
  assert_words ("^(?:ave?|avg|mean) of$", "av ave avg mean of");
}

Test (wording, a_group_that_must_follow_leaves_no_stump)
{
  assert_words ("^report(?:er|ing)$", "reporter reporting");
}

Test (wording, a_broken_pattern_ends_where_it_breaks)
{
  assert_words ("avg(?:er", "avg er");
  assert_words ("avg\\", "avg");
}
