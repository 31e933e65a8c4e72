/* tests/parse/test_overflow.c - rows that the end of a page cut off from their table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/overflow.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/desk.h"

#define ABOVE                                                                                      \
  "Ref   Measure             Oct-16   Nov-16   Target\n"                                           \
  "M1    Contacts made          294      310      300\n"                                           \
  "M2    Referrals               68       67       70\n"                                           \
  "M3    Assessments             51       50       55\n"                                           \
  "\f"

/* Expects the indicators of a document whose second page is @page, as "M1:3", the number of their
 * figures behind each. */
static void
assert_indicators (const char *page, const char *expected, guint n_unplaced)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autofree char *text = g_strconcat (ABOVE, page, NULL);
  g_autoptr (Report) report = desk_read (desk, text);
  g_autoptr (GString) found = g_string_new (NULL);
  for (guint i = 0; i < report->indicators->len; i++)
    {
      guint n = 0;
      for (guint k = 0; k < report->figures->len; k++)
        n += report_figure (report, k)->indicator == (int) i;
      g_string_append_printf (found, "%s%s:%u", i > 0 ? " " : "", report_indicator (report, i)->ref,
                              n);
    }
  cr_expect_str_eq (found->str, expected);
  cr_expect_eq (report->unplaced->len, n_unplaced);
}

Test (overflow, a_row_alone_on_the_next_page_is_of_the_table)
{
  assert_indicators ("M4    Visits                  21       25       20\n", "M1:3 M2:3 M3:3 M4:3",
                     0);
}

Test (overflow, the_head_of_the_page_may_stand_above_it)
{
  assert_indicators ("Monthly report\n\nM4    Visits                  21       25       20\n\n"
                     "Notes on the figures.\n",
                     "M1:3 M2:3 M3:3 M4:3", 0);
}

Test (overflow, figures_that_stand_below_no_column_are_no_row)
{
  assert_indicators ("The rest is      12          13          14          15 of them.\n",
                     "M1:3 M2:3 M3:3", 0);
}

Test (overflow, a_row_two_pages_on_is_none)
{
  assert_indicators ("Notes\n\n\fM4    Visits                  21       25       20\n",
                     "M1:3 M2:3 M3:3", 3);
}
