/* tests/parse/test_anchor.c - rows by lines that can be no other's.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/anchor.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/desk.h"

/* Expects the rows of @text, each by its own line and those it reaches over. */
static void
assert_rows (const char *text, const char *expected)
{
  g_autoptr (Document) document = desk_document (text);
  g_autoptr (GArray) lines = desk_word_lines (document);
  g_autoptr (GArray) columns = gutter_columns (lines, 0, lines->len);
  g_autoptr (GArray) rows = anchor_rows (lines, 0, lines->len, columns);
  g_autoptr (GString) found = g_string_new (NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      const Anchor *row = &g_array_index (rows, Anchor, i);
      g_string_append_printf (found, "%s%u(%u-%u)", i > 0 ? " " : "", row->line, row->first,
                              row->last);
    }
  cr_expect_str_eq (found->str, expected);
}

Test (anchor, figures_anchor_a_row)
{
  assert_rows ("Contacts   106   109   100\n"
               "received\n"
               "Referrals   17    48    50\n",
               "0(0-0) 2(2-2)");
}

Test (anchor, a_reference_beside_its_figures_is_of_their_row)
{
  assert_rows ("M1\n"
               "      Contacts    106   109   100\n"
               "M2\n"
               "      Referrals    17    48    50\n",
               "1(0-1) 3(2-3)");
}

Test (anchor, a_reference_without_figures_anchors_a_row_of_its_own)
{
  assert_rows ("M1    Contacts    106   109   100\n"
               "M2    Referrals   New measure\n"
               "M3    Visits       17    48    50\n",
               "0(0-0) 1(1-1) 2(2-2)");
}

Test (anchor, figures_on_two_lines_that_share_no_column_are_one_rows)
{
  assert_rows ("M1    Contacts    106   109   100\n"
               "                                      7     8     9\n"
               "\n"
               "M2    Referrals    17    48    50     1     2     3\n",
               "0(0-1) 2(2-2)");
}

Test (anchor, a_reference_may_be_two_words)
{
  assert_rows ("REF 1    Contacts    New measure\n"
               "REF 2    Referrals   New measure\n",
               "0(0-0) 1(1-1)");
}

Test (anchor, a_number_that_ends_a_text_is_no_figure)
{
  assert_rows ("M1    Contacts    New from   New from   New from\n"
               "                  Jan        Jan        Jan\n"
               "                  16         16         16\n"
               "\n"
               "M2    Referrals   17         48         50\n",
               "0(0-0) 3(3-3)");
}

Test (anchor, the_name_of_a_section_that_looks_like_a_reference_is_none)
{
  assert_rows ("       M1    Contacts    106   109   100\n"
               "S47's\n"
               "       M2\n"
               "             Referrals    17    48    50\n"
               "       M3    Visits        5     6     7\n",
               "0(0-0) 3(2-3) 4(4-4)");
}
