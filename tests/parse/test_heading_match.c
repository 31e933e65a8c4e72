/* tests/parse/test_heading_match.c - the same columns in the headings of two parts of a table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/heading_match.h"

#include <criterion/criterion.h>

#include "tests/parse/desk.h"

/* Expects the column of @other, as desk_grid() reads it, that each column of @own is. */
static void
assert_matches (const char *own, const char *other, const char *expected)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Grid) left = desk_grid (own), right = desk_grid (other);
  g_autoptr (Heading) a = heading_find (&desk->words, left, 0);
  g_autoptr (Heading) b = heading_find (&desk->words, right, 0);
  g_autofree int *matches = heading_match (a, b);
  g_autoptr (GString) found = g_string_new (NULL);
  for (guint i = 0; i < a->columns->len; i++)
    g_string_append_printf (found, "%s%d", i > 0 ? " " : "", matches[i]);
  cr_expect_str_eq (found->str, expected);
}

Test (heading_match, the_same_headings_are_the_same_columns)
{
  assert_matches ("Ref|Measure|Oct 16|Nov 16|Target", "Ref|Measure|Oct 16|Nov 16|Target",
                  "0 1 2 3 4");
}

Test (heading_match, behind_two_columns_in_one_the_others_keep_their_months)
{
  assert_matches ("Ref|Measure|Jun 21 Jul 21|Aug 21|Sep 21|Target",
                  "Ref|Measure|Jun 21|Jul 21|Aug 21|Sep 21|Target", "0 1 2 4 5 6");
}

Test (heading_match, a_column_more_leaves_those_behind_it_what_they_are)
{
  assert_matches ("Ref|Measure|Lead|Oct 16|Nov 16|Target", "Ref|Measure|Oct 16|Nov 16|Target",
                  "0 1 2 2 3 4");
}

Test (heading_match, columns_of_which_nothing_is_the_same_stand_in_order)
{
  assert_matches ("Measure|Jan 17|Feb 17|Mar 17", "Ref|Oct 16|Nov 16|Target", "0 1 2 3");
}
