/* tests/check/test_benchmark.c - tests check/benchmark.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include "tests/check/sheet.h"

/* Adds values of the neighbours, the nation and the region; "." is none. */
static int
add_row (Sheet *sheet, const char *ref, Unit unit, const char *months, const char *values)
{
  static const Comparator comparators[] = { COMPARATOR_SN, COMPARATOR_NATIONAL, COMPARATOR_REGION };
  int row = sheet_add_row (sheet, ref, unit, months);
  g_auto (GStrv) cells = g_strsplit (values, " ", -1);
  for (guint i = 0; i < G_N_ELEMENTS (comparators) && cells[i] != NULL; i++)
    if (!g_str_equal (cells[i], "."))
      sheet_add (sheet, row, MEASURE_BENCHMARK, cells[i])->comparator = comparators[i];
  return row;
}

typedef struct
{
  Unit unit;
  char months[16], values[16];
  guint n_findings;
} BenchmarkCase;

ParameterizedTestParameters (benchmark, values_are_of_the_scale_of_the_months)
{
  static BenchmarkCase cases[] = {
    { UNIT_RATE_PER_10000, "3 9 13", "77 62 60", 1 },
    { UNIT_RATE_PER_10000, "3 9 13", "52 62 60", 0 },
    { UNIT_RATE_PER_10000, "3 9 13", "77 . .", 0 },
    { UNIT_COUNT, "493 516", "41 41 44", 1 },
    { UNIT_COUNT, "160 516", "41 41 40", 0 },
    { UNIT_COUNT, "15 57", "34 35 817", 1 },
    { UNIT_COUNT, "15 57", "34 95 817", 0 },
    { UNIT_PERCENT, "17 22", "4 4 4", 0 },
    { UNIT_COUNT, "0 0", "4 4 4", 0 },
    { UNIT_COUNT, "- -", "4 4 4", 0 },
    { UNIT_COUNT, "0 10", "1 1 2", 0 },
  };
  return cr_make_param_array (BenchmarkCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (BenchmarkCase *c, benchmark, values_are_of_the_scale_of_the_months)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  add_row (sheet, "A", c->unit, c->months, c->values);
  cr_expect_eq (sheet_check (sheet, "benchmark"), c->n_findings, "%s: %s", c->months, c->values);
  if (c->n_findings > 0)
    cr_expect_eq (sheet_finding (sheet, "benchmark")->severity, SEVERITY_WARNING);
}

Test (benchmark, a_count_far_above_its_share_of_the_whole_is_a_sum)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet_relate (sheet, "share", "part", "whole");
  add_row (sheet, "share", UNIT_PERCENT, "20", ". . 27.7");
  add_row (sheet, "whole", UNIT_COUNT, "400", ". . 425");
  int part = add_row (sheet, "part", UNIT_COUNT, "98", ". . 314");
  cr_expect_eq (sheet_check (sheet, "benchmark"), 1);
  cr_expect_eq (sheet_finding (sheet, "benchmark")->indicator, part);
}

Test (benchmark, values_of_the_row_above_are_a_copy)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  add_row (sheet, "A", UNIT_PERCENT, "31", "80 83 83");
  add_row (sheet, "B", UNIT_PERCENT, "69", "80 83 83");
  cr_expect_eq (sheet_check (sheet, "benchmark"), 1);
  cr_expect_str_eq (sheet_finding (sheet, "benchmark")->message,
                    "the comparison values 80, 83, 83 are those of A as well");
}

Test (benchmark, values_that_are_all_alike_or_stand_far_apart_are_none)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  add_row (sheet, "A", UNIT_PERCENT, "31", "80 83 83");
  add_row (sheet, "B", UNIT_PERCENT, "69", "90 90 90");
  add_row (sheet, "C", UNIT_PERCENT, "69", "90 90 90");
  add_row (sheet, "D", UNIT_PERCENT, "69", "80 83 83");
  cr_expect_eq (sheet_check (sheet, "benchmark"), 0);
}
