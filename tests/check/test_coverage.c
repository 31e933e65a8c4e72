/* tests/check/test_coverage.c - tests check/coverage.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "check/coverage.h"

#include <criterion/criterion.h>

#include "tests/check/sheet.h"

static const Coverage *
find (const Report *report, const char *rule)
{
  for (guint i = 0; i < report->coverage->len; i++)
    if (g_str_equal (report_coverage (report, i)->rule, rule))
      return report_coverage (report, i);
  cr_assert_fail ("no coverage of %s", rule);
  return NULL;
}

Test (coverage, each_rule_that_runs_is_noted_once)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet_check (sheet, "twice");
  gsize n_rules = 0, n_run = 0;
  const CheckRule *rules = check_rules (&n_rules);
  for (gsize i = 0; i < n_rules; i++)
    if (rules[i].run != NULL)
      {
        find (sheet->report, rules[i].name);
        n_run++;
      }
  cr_expect_eq (sheet->report->coverage->len, n_run);
}

Test (coverage, a_rule_with_nothing_to_hold_says_what_it_needs)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet_check (sheet, "arrow");
  cr_expect_eq (find (sheet->report, "arrow")->n_checked, 0);
  cr_expect_str_eq (find (sheet->report, "arrow")->needs,
                    "arrows beside changes, and a key that tells how large a change has one");
}

Test (coverage, what_is_held_is_counted)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  int row = sheet_add_row (sheet, "A", UNIT_COUNT, "1 2 3");
  sheet_add (sheet, row, MEASURE_MAX_12M, "3");
  sheet_check (sheet, "max-12m");
  cr_expect_eq (find (sheet->report, "max-12m")->n_checked, 1);
  cr_expect_str_eq (find (sheet->report, "max-12m")->needs, "");
  cr_expect_eq (find (sheet->report, "range")->n_checked, 4);
}

static void
hold_nothing (Check *check)
{
  (void) check;
}

Test (coverage, a_rule_that_does_not_count_is_noted_so)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  Check check = { .report = sheet->report };
  CheckRule rule = { "r", "s", "e", hold_nothing };
  coverage_run (&check, &rule);
  cr_expect_eq (report_coverage (sheet->report, 0)->n_checked, -1);
}
