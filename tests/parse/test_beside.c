/* tests/parse/test_beside.c - tables that stand side by side.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/beside.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "parse/tables.h"
#include "tests/parse/paper.h"

#define ROWS "Month|Sales|City|Visits\nApril|12|Boise|132\nMay|13|Chico|140\nJune|14|Erie|151"

/* Returns (transfer full): a page with those rows, and rules from 45 to @x1 and from @x0 to @end
 * above them, below the first and below the last. */
static Page *
page_with (const char *rows, double x1, double x0, double end)
{
  static const double tops[] = { 98, 111, 148 };
  Page *page = paper_new ();
  paper_rows (page, 100, rows);
  for (gsize i = 0; i < G_N_ELEMENTS (tops); i++)
    {
      paper_rule (page, 45, tops[i], x1, tops[i] + 0.5);
      paper_rule (page, x0, tops[i], end, tops[i] + 0.5);
    }
  return page;
}

/* Returns: where the first table ends, 0 if all is one. */
static double
end_of_table (const Page *page)
{
  g_autoptr (Region) region = paper_region (page, 98, 5, 4);
  double x = 0;
  return beside_find (region, &x) ? x : 0;
}

Test (beside, rules_that_do_not_go_on_part_two_tables)
{
  g_autoptr (Page) page = page_with (ROWS, 200, 245, 445);
  cr_expect (epsilon_eq (dbl, end_of_table (page), 222.5, 0.1));
}

Test (beside, both_are_found_on_a_page)
{
  g_autoptr (Page) page = page_with (ROWS "\nJuly|15|Flint|149\nAugust|11|Erie|150", 200, 245, 445);
  paper_prose (page, 45, 200, 4);
  g_autoptr (GPtrArray) tables = tables_find (page);
  cr_expect (eq (uint, tables->len, 2));
}

Test (beside, a_rule_over_both_keeps_them_together)
{
  g_autoptr (Page) page = page_with (ROWS, 200, 245, 445);
  paper_rule (page, 45, 160, 445, 160.5);
  cr_expect (epsilon_eq (dbl, end_of_table (page), 0, 0.1));
}

Test (beside, columns_of_figures_that_have_rules_of_their_own_are_of_one_table)
{
  g_autoptr (Page) page = page_with (
      "Month|Sales|2011|2012\nApril|12|10|132\nMay|13|11|140\nJune|14|12|151", 200, 245, 445);
  cr_expect (epsilon_eq (dbl, end_of_table (page), 0, 0.1));
}
