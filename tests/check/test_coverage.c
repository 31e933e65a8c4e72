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

Test (coverage, each_rule_counts_and_says_what_it_needs_even_if_there_is_nothing)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet_check (sheet, "twice");
  for (guint i = 0; i < sheet->report->coverage->len; i++)
    {
      const Coverage *coverage = report_coverage (sheet->report, i);
      cr_expect_eq (coverage->n_checked, 0, "%s", coverage->rule);
      cr_expect_str_neq (coverage->needs, "", "%s", coverage->rule);
    }
}

Test (coverage, rules_of_the_recovery_count_cells_values_and_what_is_in_no_cell)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet_add_row (sheet, "A", UNIT_COUNT, "5 ? new 7");
  report_set_text (&report_add_unplaced (sheet->report)->text, "9");
  sheet_check (sheet, "unplaced");
  cr_expect_eq (find (sheet->report, "unplaced")->n_checked, 3);
  cr_expect_eq (find (sheet->report, "unreadable")->n_checked, 4);
  cr_expect_eq (find (sheet->report, "doubtful")->n_checked, 2);
}

/* Each relation with three months that keep it and one month without a part. */
Test (coverage, a_relation_counts_what_was_held_to_it)
{
  static const struct
  {
    const char *rule, *relation;
    Unit unit;
    const char *months[3];
    int n_checked;
  } cases[] = {
    { "ratio", "a = b / c", UNIT_PERCENT, { "5 50 25 20", ". 5 5 5", "10 10 20 25" }, 3 },
    { "whole-number", "a = b / c", UNIT_PERCENT, { "50 50 25 20", ". . . .", "10 10 20 25" }, 4 },
    { "sum", "a = b + c", UNIT_COUNT, { "3 4 5 6", ". 2 3 4", "1 2 2 2" }, 3 },
    { "part", "b <= a", UNIT_COUNT, { "3 4 5 6", ". 2 3 4", "1 2 2 2" }, 3 },
    { "shares",
      "a + b + c = 100 %",
      UNIT_PERCENT,
      { "3 40 50 60", ". 20 30 20", "1 40 20 20" },
      3 },
    { "complement",
      "a + b = 100 %",
      UNIT_PERCENT,
      { "3 40.5 50.5 60.5", ". 59.5 49.5 39.5", "1" },
      3 },
    { "flow", "a = before a + b - c", UNIT_COUNT, { "3 4 5 6", ". 2 3 4", "1 1 2 3" }, 3 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Sheet) sheet = sheet_new ();
      gboolean is_share = g_str_has_suffix (cases[i].relation, "%");
      sheet_add_row (sheet, "a", cases[i].unit, cases[i].months[0]);
      sheet_add_row (sheet, "b", is_share ? UNIT_PERCENT : UNIT_COUNT, cases[i].months[1]);
      sheet_add_row (sheet, "c", is_share ? UNIT_PERCENT : UNIT_COUNT, cases[i].months[2]);
      sheet_relate_as (sheet, cases[i].relation);
      sheet_check (sheet, cases[i].rule);
      cr_expect_eq (find (sheet->report, cases[i].rule)->n_checked, cases[i].n_checked, "%s: %d",
                    cases[i].rule, find (sheet->report, cases[i].rule)->n_checked);
    }
}

Test (coverage, years_and_headings_are_counted)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  int row = sheet_add_row (sheet, "a", UNIT_COUNT, "1 2 3 4 5 6 7 8");
  sheet_add (sheet, row, MEASURE_YTD, "36")->period
      = period_year_to_date (period_year_began (SHEET_MONTH));
  sheet_add (sheet, row, MEASURE_CHANGE_PREV, "14")->period = period_add_months (SHEET_MONTH, -1);
  sheet_check (sheet, "ytd");
  cr_expect_eq (find (sheet->report, "ytd")->n_checked, 1);
  cr_expect_eq (find (sheet->report, "heading-base")->n_checked, 1);
  cr_expect_eq (find (sheet->report, "change-prev")->n_checked, 1);
}

Test (coverage, rates_and_rolling_years_are_counted)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet_add_row (sheet, "a", UNIT_COUNT, "1 1 1 1 1 1 1 1 1 1 1 100");
  sheet_add_row (sheet, "ar", UNIT_RATE_PER_10000, "20.0");
  sheet_add_row (sheet, "b", UNIT_COUNT, "50");
  sheet_add_row (sheet, "br", UNIT_RATE_PER_10000, "10.0");
  sheet_add_row (sheet, "r", UNIT_COUNT, "111");
  sheet_relate_as (sheet, "ar = a / population");
  sheet_relate_as (sheet, "br = b / population");
  sheet_relate_as (sheet, "r = 12 months a");
  sheet_check (sheet, "population");
  cr_expect_eq (find (sheet->report, "population")->n_checked, 2);
  cr_expect_eq (find (sheet->report, "rolling-12m")->n_checked, 1);
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
