/* tests/parse/test_months_heading.c - the headings of tables of months by alignment.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/months_heading.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/desk.h"

/* Expects the rows of headings that @text makes over columns whose middles are @middles. */
static void
assert_headings (const char *text, const double *middles, guint n, const char *expected)
{
  g_autoptr (Document) document = desk_document (text);
  g_autoptr (GArray) lines = desk_word_lines (document);
  g_autoptr (GArray) seats = g_array_new (FALSE, FALSE, sizeof (Seat));
  for (guint i = 0; i < n; i++)
    {
      Seat seat = { i + 1, middles[i] - 2, middles[i] + 2 };
      g_array_append_val (seats, seat);
    }
  g_autoptr (Grid) grid = grid_new ();
  months_heading_add (grid, 1, lines, seats);
  g_autofree char *found = desk_rows (grid);
  cr_expect_str_eq (found, expected);
}

Test (months_heading, names_go_on_over_lines)
{
  assert_headings ("  Number of    Share of\n"
                   "  contacts     contacts\n",
                   (const double[]){ 6.5, 19 }, 2, "|Number of contacts|Share of contacts");
}

Test (months_heading, names_that_nearly_touch_are_parted_over_their_columns)
{
  assert_headings ("No. of visits % of visits No. of plans\n", (const double[]){ 6.5, 20, 33 }, 3,
                   "|No. of visits|% of visits|No. of plans");
}

Test (months_heading, a_name_may_stand_over_the_columns_of_its_reference)
{
  assert_headings ("     5.1             5.2\n"
                   "  Plans made     Plans ended\n",
                   (const double[]){ 3, 11, 18, 27 }, 4, "|5.1||5.2\n|Plans made||Plans ended");
}

Test (months_heading, groups_stand_over_as_many_columns_each)
{
  assert_headings ("     (1) POLICE      (2) SCHOOLS\n"
                   "   Total    Share   Total    Share\n",
                   (const double[]){ 5.5, 14.5, 22.5, 31.5 }, 4,
                   "|(1) POLICE||(2) SCHOOLS\n|Total|Share|Total|Share");
}

Test (months_heading, a_figure_alone_is_of_an_axis)
{
  assert_headings ("  Visits   400\n", (const double[]){ 5, 12 }, 2, "|Visits");
}

Test (months_heading, as_many_names_as_columns_are_theirs_in_order)
{
  assert_headings ("   Contacts       Referrals made    Plans\n"
                   "                    this month\n",
                   (const double[]){ 15, 34, 44 }, 3, "|Contacts|Referrals made this month|Plans");
}
