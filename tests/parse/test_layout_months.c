/* tests/parse/test_layout_months.c - tables of months that stand by alignment alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/layout_months.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/desk.h"

/* Expects the rows of the first table of @text. */
static void
assert_table (const char *text, const char *expected)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Document) document = desk_document (text);
  g_autoptr (GArray) lines = desk_word_lines (document);
  LayoutTable table = { .grid = NULL };
  g_autofree char *found = NULL;
  if (layout_months_find (&desk->words, 1, lines, 0, &table))
    found = desk_rows (table.grid);
  g_clear_pointer (&table.grid, grid_free);
  cr_expect_str_eq (found != NULL ? found : "", expected);
}

Test (layout_months, periods_below_each_other_label_the_rows)
{
  assert_table ("          Contacts   Referrals\n"
                "\n"
                "Jan-16       294         68\n"
                "Feb-16       318         67\n"
                "Mar-16                   51\n"
                "Apr-16       258         63\n"
                "\n"
                "2015/16     3691        795\n"
                "SN AVE       101\n",
                "|Contacts|Referrals\n"
                "Jan-16|294|68\n"
                "Feb-16|318|67\n"
                "Mar-16||51\n"
                "Apr-16|258|63\n"
                "2015/16|3691|795\n"
                "SN AVE|101");
}

Test (layout_months, the_axis_of_a_chart_beside_the_table_is_no_column)
{
  assert_table ("            Visits         Visits made, by month\n"
                "                   30\n"
                "Jan-16        29\n"
                "Feb-16        31   20\n"
                "                        Jan   Feb   Mar\n"
                "Mar-16        24\n"
                "Apr-16        25   10\n"
                "May-16        28\n"
                "                    0\n",
                "|Visits\n"
                "Jan-16|29\n"
                "Feb-16|31\n"
                "Mar-16|24\n"
                "Apr-16|25\n"
                "May-16|28");
}

Test (layout_months, a_sentence_above_is_no_heading)
{
  assert_table ("        The number of visits fell from 24 in March to 21 in April.\n"
                "          Visits   Plans\n"
                "Jan-16        29      7\n"
                "Feb-16        31      8\n"
                "Mar-16        24      9\n"
                "Apr-16        21      9\n",
                "|Visits|Plans\n"
                "Jan-16|29|7\n"
                "Feb-16|31|8\n"
                "Mar-16|24|9\n"
                "Apr-16|21|9");
}

Test (layout_months, months_beside_each_other_are_headings_of_another_table)
{
  assert_table ("Ref   Measure   Jan-16   Feb-16   Mar-16   Apr-16\n"
                "M1    Visits        29       31       24       21\n",
                "");
}

Test (layout_months, three_months_are_no_table)
{
  assert_table ("Jan-16    29\n"
                "Feb-16    31\n"
                "Mar-16    24\n",
                "");
}

Test (layout_months, figures_on_a_line_without_a_label_are_told)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Report) report = desk_read (desk, "          Visits\n"
                                               "Jan-16        29\n"
                                               "Feb-16        31\n"
                                               "              17\n"
                                               "Mar-16        24\n"
                                               "Apr-16        21\n");
  desk_expect_unplaced (report, "17");
}

Test (layout_months, what_heads_the_labels_is_no_name_however_long_the_names_are)
{
  assert_table (
      "Month     Visits made by the team to the homes of children     Plans     Open cases\n"
      "Jan-16                                               29         7             12\n"
      "Feb-16                                               31         8             13\n"
      "Mar-16                                               24         9             14\n"
      "Apr-16                                               21         9             15\n",
      "|Visits made by the team to the homes of children|Plans|Open cases\n"
      "Jan-16|29|7|12\n"
      "Feb-16|31|8|13\n"
      "Mar-16|24|9|14\n"
      "Apr-16|21|9|15");
}
