/* tests/check/test_comparison.c - tests check/comparison.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>

#include "tests/check/sheet.h"

static Figure *
add_value (Sheet *sheet, int row, const char *value)
{
  Figure *figure = sheet_add (sheet, row, MEASURE_BENCHMARK, value);
  figure->comparator = COMPARATOR_NATIONAL;
  return figure;
}

/* Two percentages that make 100 in all months, and what stands for the nation. */
static guint
warnings (const char *late_months, const char *on_time, const char *late, int later_year)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  int first = sheet_add_row (sheet, "A", UNIT_PERCENT, "70.0 72.0 81.0");
  int second = sheet_add_row (sheet, "B", UNIT_PERCENT, late_months);
  sheet_relate_as (sheet, "a + b = 100 %");
  add_value (sheet, first, on_time)->period = period_financial_year (2015);
  add_value (sheet, second, late)->period = period_financial_year (2015 + later_year);
  guint n_found = sheet_check (sheet, "benchmark");
  if (n_found > 0)
    cr_expect_eq (sheet_finding (sheet, "benchmark")->severity, SEVERITY_WARNING);
  return n_found;
}

#define KEPT "30.0 28.0 19.0"

Test (comparison, values_of_one_comparator_keep_the_complement_of_the_months)
{
  cr_expect_eq (warnings (KEPT, "60.0", "40.0", 0), 0);
  cr_expect_eq (warnings (KEPT, "60.0", "20.0", 0), 0, "authorities may be others");
  cr_expect_eq (warnings (KEPT, "80.0", "80.0", 0), 1);
}

Test (comparison, values_of_two_years_prove_nothing)
{
  cr_expect_eq (warnings (KEPT, "80.0", "80.0", 1), 0);
}

Test (comparison, a_relation_that_the_months_do_not_keep_is_not_asked_of_others)
{
  cr_expect_eq (warnings ("10.0 11.0 13.0", "80.0", "80.0", 0), 0);
}

/* 35 / 37 beside 87.1 %: an average of shares is not the share of averages. */
Test (comparison, ratios_of_averages_are_not_asked)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  int share = sheet_add_row (sheet, "A", UNIT_PERCENT, "50.0 60.0 75.0");
  int part = sheet_add_row (sheet, "B", UNIT_COUNT, "5 6 6");
  int whole = sheet_add_row (sheet, "C", UNIT_COUNT, "10 10 8");
  sheet_relate (sheet, "a", "b", "c");
  add_value (sheet, share, "87.1");
  add_value (sheet, part, "8");
  add_value (sheet, whole, "11");
  cr_expect_eq (sheet_check (sheet, "benchmark"), 0);
}
