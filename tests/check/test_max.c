/* tests/check/test_max.c - tests check/max.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>

#include "tests/check/sheet.h"

static guint
contradictions (Unit unit, const char *months, const char *maximum)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet_add (sheet, sheet_add_row (sheet, "A", unit, months), MEASURE_MAX_12M, maximum);
  return sheet_check (sheet, "max-12m");
}

#define TWELVE "86 120 98 93 105 139 126 126 101 89 106 109"

Test (max, the_largest_of_the_twelve_months_to_the_reports_is_the_maximum)
{
  cr_expect_eq (contradictions (UNIT_COUNT, "150 104 " TWELVE, "139"), 0);
  cr_expect_eq (contradictions (UNIT_COUNT, "150 104 " TWELVE, "150"), 1, "it is too long ago");
  cr_expect_eq (contradictions (UNIT_COUNT, TWELVE, "126"), 1);
  cr_expect_eq (contradictions (UNIT_COUNT, TWELVE, "139.00"), 0);
}

Test (max, rounded_months_and_a_rounded_maximum_need_only_meet)
{
  cr_expect_eq (contradictions (UNIT_PERCENT, "1 1 1 1 1 1 1 1 1 1 1 36.5", "37"), 0);
  cr_expect_eq (contradictions (UNIT_PERCENT, "1 1 1 1 1 1 1 1 1 1 1 36.4", "37"), 1);
  cr_expect_eq (contradictions (UNIT_PERCENT, "1 1 1 1 1 1 1 1 1 1 1 37", "36.52"), 0);
}

Test (max, a_month_that_is_not_printed_may_be_larger_but_none_smaller)
{
  cr_expect_eq (contradictions (UNIT_COUNT, "10 30 20", "44"), 0);
  cr_expect_eq (contradictions (UNIT_COUNT, "10 30 20", "29"), 1);
  cr_expect_eq (contradictions (UNIT_COUNT, "? 9 9 9 9 9 9 9 9 9 9 9", "44"), 0);
}

Test (max, months_without_a_figure_have_no_part_in_it)
{
  cr_expect_eq (contradictions (UNIT_COUNT, "new new new new new new new new 6 9 13 30", "30"), 0);
  cr_expect_eq (contradictions (UNIT_COUNT, "new new new new new new new new 6 9 13 30", "31"), 1);
  cr_expect_eq (contradictions (UNIT_COUNT, "new new new new new new new new new new", "31"), 0);
}

Test (max, maxima_that_most_rows_break_are_of_other_months)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  for (int i = 0; i < 3; i++)
    sheet_add (sheet, sheet_add_row (sheet, "A", UNIT_COUNT, "150 " TWELVE), MEASURE_MAX_12M,
               "150");
  cr_expect_eq (sheet_check (sheet, "max-12m"), 0);
}

Test (max, the_finding_names_the_month)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet_add (sheet, sheet_add_row (sheet, "A", UNIT_COUNT, "10 30 20"), MEASURE_MAX_12M, "29");
  sheet_check (sheet, "max-12m");
  const Finding *finding = sheet_finding (sheet, "max-12m");
  cr_expect_str_eq (finding->message,
                    "12 month maximum printed 29, but the largest of the 3 months printed is 30 "
                    "(2016-10)");
  cr_expect_str_eq (finding->expected_low, "30");
  cr_expect_str_eq (finding->expected_high, "", "months not printed may be larger");
}

/* Percentages are drawn in millionths of a per cent. */
#define MILLION 1000000

static guint
contradictions_of_random_row (guint32 seed, Unit unit, int shift)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GString) months = g_string_new (NULL);
  gint32 divisor = unit == UNIT_COUNT ? 1 : MILLION, largest = 0;
  int places = unit == UNIT_COUNT ? 0 : g_rand_int_range (rand, 0, 3);
  for (int i = 0; i < 12; i++)
    {
      gint32 month = g_rand_int_range (rand, 0, 100 * divisor);
      g_autofree char *text = sheet_round (month, divisor, places);
      g_string_append_printf (months, "%s%s", i > 0 ? " " : "", text);
      largest = MAX (largest, month);
    }
  int max_places = unit == UNIT_COUNT ? 0 : g_rand_int_range (rand, 0, 3);
  g_autofree char *maximum = sheet_round (largest + (gint64) shift * divisor, divisor, max_places);
  return contradictions (unit, months->str, maximum);
}

Test (max, rounding_alone_never_raises_it_and_more_always_does)
{
  for (guint32 seed = 0; seed < 300; seed++)
    {
      cr_expect_eq (contradictions_of_random_row (seed, UNIT_COUNT, 0), 0, "seed %u", seed);
      cr_expect_eq (contradictions_of_random_row (seed, UNIT_PERCENT, 0), 0, "seed %u", seed);
      cr_expect_eq (contradictions_of_random_row (seed, UNIT_COUNT, -1), 1, "seed %u", seed);
      cr_expect_eq (contradictions_of_random_row (seed, UNIT_PERCENT, 2), 1, "seed %u", seed);
    }
}
