/* tests/parse/test_title.c - the line that names the table of one indicator below it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/title.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/desk.h"

/* Expects the title of a table that stands below the lines of @text; "" for none. */
static void
assert_title (const char *text, const char *expected)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Report) report = desk_report ();
  g_autoptr (Document) document = desk_document (text);
  g_autoptr (GPtrArray) blocks = desk_blocks (desk, document);
  Reader reader = desk_reader (desk, report);
  Title title;
  gboolean has_title = title_find (&reader, blocks, blocks->len, &title);
  g_autofree char *found = has_title ? title_text (blocks, &title) : g_strdup ("");
  cr_expect_str_eq (found, expected);
}

Test (title, the_last_line_above_a_table_names_it)
{
  assert_title ("Performance book\n\nNumber of referrals\n", "Number of referrals");
}

Test (title, axes_and_keys_of_charts_are_no_title)
{
  assert_title ("HB1 Number of referrals\n\n500\n\n250\n\n0\n\nApr May Jun\n\nActual\n\nTarget\n",
                "HB1 Number of referrals");
}

Test (title, a_sentence_between_a_title_and_its_table_is_none)
{
  assert_title ("Number of referrals\n\nReferrals that became open cases.\n",
                "Number of referrals");
}

Test (title, a_sentence_is_one_if_there_is_nothing_else)
{
  assert_title ("These are the referrals.\n", "These are the referrals.");
}

Test (title, a_line_in_lower_case_goes_on_from_the_one_above)
{
  assert_title ("% of referrals that are repeat referrals within 12\nmonths\n",
                "% of referrals that are repeat referrals within 12 months");
}

Test (title, figures_alone_name_nothing) { assert_title ("500\n\n250\n", ""); }
