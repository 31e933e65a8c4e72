/* tests/check/test_sum.c - tests check/sum.c, and check/hold.c by it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>
#include <string.h>

#include "tests/check/sheet.h"

static Sheet *
sheet_of (const char *relation, Unit unit, const char *a, const char *b, const char *c)
{
  Sheet *sheet = sheet_new ();
  sheet_add_row (sheet, "A", unit, a);
  sheet_add_row (sheet, "B", unit, b);
  if (c != NULL)
    sheet_add_row (sheet, "C", unit, c);
  sheet_relate_as (sheet, relation);
  return sheet;
}

Test (sum, shares_that_do_not_make_100_are_a_contradiction)
{
  g_autoptr (Sheet) sheet = sheet_of ("a + b + c = 100 %", UNIT_PERCENT, "50.1 40.2 30.3 20.0",
                                      "30.1 40.2 30.3 40.0", "19.8 19.6 39.4 47.4");
  cr_expect_eq (sheet_check (sheet, "shares"), 1);
  cr_expect_str_eq (sheet_finding (sheet, "shares")->message,
                    "A + B + C should be 100 % in 2016-11, but 20.0 + 40.0 + 47.4 = 107.25 to "
                    "107.55, as each is rounded");
}

Test (sum, shares_may_miss_100_by_what_rounding_hides_of_each)
{
  g_autoptr (Sheet) sheet = sheet_of ("a + b + c = 100 %", UNIT_PERCENT, "33 34 33 33",
                                      "33 33 34 34", "33 33 33 34"); /* 99 to 101 */
  cr_expect_eq (sheet_check (sheet, "shares"), 0);
}

Test (sum, parts_make_their_total)
{
  g_autoptr (Sheet) sheet = sheet_of ("a + b = c", UNIT_COUNT, "5 6 7 8", "1 2 3 4", "6 8 10 13");
  cr_expect_eq (sheet_check (sheet, "shares"), 1);
  cr_expect_str_eq (sheet_finding (sheet, "shares")->message,
                    "total printed 13, but A + B = 8 + 4 = 12");
}

Test (sum, a_sum_takes_away_what_its_definition_takes_away)
{
  g_autoptr (Sheet) sheet = sheet_of ("a = b - c", UNIT_COUNT, "4 4 4 5", "5 6 7 8", "1 2 3 4");
  cr_expect_eq (sheet_check (sheet, "sum"), 1);
  cr_expect_str_eq (sheet_finding (sheet, "sum")->message, "sum printed 5, but B - C = 8 - 4 = 4");
  cr_expect_str_eq (sheet_finding (sheet, "sum")->expected_low, "4");
}

Test (sum, a_part_is_no_larger_than_its_whole)
{
  g_autoptr (Sheet) sheet = sheet_of ("a <= b", UNIT_COUNT, "5 6 7 8", "5 7 7 7", NULL);
  cr_expect_eq (sheet_check (sheet, "part"), 1);
  cr_expect_str_eq (sheet_finding (sheet, "part")->message,
                    "part printed 8, but it is part of B, which is 7");
}

Test (sum, two_months_at_one_decimal_show_that_figures_complement_each_other)
{
  g_autoptr (Sheet) sheet
      = sheet_of ("a + b = 100 %", UNIT_PERCENT, "79.9 72.0 67.9 62.7 61.2 62.6",
                  "20.1 30.5 31.9 35.0 39.2 37.4", NULL);
  cr_expect_eq (sheet_check (sheet, "complement"), 4);
  cr_expect_str_eq (sheet_finding (sheet, "complement")->group, "complement A + B");
}

Test (sum, two_months_of_whole_percentages_show_nothing)
{
  g_autoptr (Sheet) sheet
      = sheet_of ("a + b = 100 %", UNIT_PERCENT, "80 72 68 63 61 63", "20 31 36 35 48 37", NULL);
  cr_expect_eq (sheet_check (sheet, "complement"), 0);
}

Test (sum, what_most_months_break_is_told_once_as_another_definition)
{
  g_autoptr (Sheet) sheet
      = sheet_of ("a = b + c", UNIT_COUNT, "9 9 9 5 6", "1 2 3 4 5", "1 1 1 1 1");
  cr_expect_eq (sheet_check (sheet, "sum"), 0);
  cr_assert_not_null (sheet_finding (sheet, "definition"));
  cr_expect_not_null (strstr (sheet_finding (sheet, "definition")->message,
                              "3 of 5 months break a relation of the catalogue"));
  cr_expect_eq (sheet_finding (sheet, "definition")->severity, SEVERITY_NOTE);
}

Test (sum, of_two_definitions_the_report_is_held_to_the_one_that_it_keeps)
{
  g_autoptr (Sheet) sheet
      = sheet_of ("a = b + c", UNIT_COUNT, "3 4 5 6 9", "1 2 3 4 5", "1 1 1 1 1");
  sheet_add_row (sheet, "D", UNIT_COUNT, "1 1 1 1 1");
  sheet_relate_as (sheet, "a = b + c + d");
  cr_expect_eq (sheet_check (sheet, "sum"), 1);
  cr_expect_not_null (strstr (sheet_finding (sheet, "sum")->message, "B + C + D = 5 + 1 + 1 = 7"));
  cr_expect_null (sheet_finding (sheet, "definition"));
}

/* Adds a year's figure to each row. */
static void
add_year (Sheet *sheet, Measure measure, Period year, const char *a, const char *b, const char *c)
{
  const char *texts[] = { a, b, c };
  for (int row = 0; row < (int) G_N_ELEMENTS (texts) && texts[row] != NULL; row++)
    sheet_add (sheet, row, measure, texts[row])->period = year;
}

Test (sum, shares_make_100_in_a_year_as_in_its_months)
{
  g_autoptr (Sheet) sheet
      = sheet_of ("a + b = 100 %", UNIT_PERCENT, "40.2 38.1 44.4", "59.8 61.9 55.6", NULL);
  add_year (sheet, MEASURE_ANNUAL, period_financial_year (2015), "41.0", "59.1", NULL);
  add_year (sheet, MEASURE_YTD, period_year_to_date (2016), "41.0", "52.5", NULL);
  cr_expect_eq (sheet_check (sheet, "complement"), 1);
  cr_expect_str_eq (sheet_finding (sheet, "complement")->message,
                    "A + B should be 100 % in YTD2016-17, but 41.0 + 52.5 = 93.4 to 93.6, as each "
                    "is rounded");
}

Test (sum, one_year_that_fits_is_enough_where_the_months_show_the_sum)
{
  g_autoptr (Sheet) sheet = sheet_of ("a = b + c", UNIT_COUNT, "2 3 4 5", "1 2 3 4", "1 1 1 1");
  add_year (sheet, MEASURE_ANNUAL, period_financial_year (2014), "30", "20", "10");
  add_year (sheet, MEASURE_ANNUAL, period_financial_year (2015), "32", "20", "10");
  add_year (sheet, MEASURE_YTD, period_year_to_date (2016), "35", "20", "10");
  cr_expect_eq (sheet_check (sheet, "sum"), 2);
}

Test (sum, years_that_all_break_it_are_of_other_data)
{
  g_autoptr (Sheet) sheet = sheet_of ("a = b + c", UNIT_COUNT, "2 3 4 5", "1 2 3 4", "1 1 1 1");
  add_year (sheet, MEASURE_ANNUAL, period_financial_year (2015), "32", "20", "10");
  cr_expect_eq (sheet_check (sheet, "sum"), 0);
}

Test (sum, without_months_or_with_missing_ones_nothing_is_said)
{
  g_autoptr (Sheet) none = sheet_of ("a + b + c = 100 %", UNIT_PERCENT, ".", ".", ".");
  g_autoptr (Sheet) one = sheet_of ("a + b + c = 100 %", UNIT_PERCENT, "10", "10", "10");
  g_autoptr (Sheet) marks
      = sheet_of ("a = b + c", UNIT_COUNT, "- - - -", "new new new new", "- - - -");
  cr_expect_eq (sheet_check (none, "shares"), 0);
  cr_expect_eq (sheet_check (one, "shares"), 0);
  cr_expect_eq (sheet_check (marks, "sum"), 0);
}

Test (sum, numbers_of_fifteen_digits_are_added_exactly)
{
  g_autoptr (Sheet) sheet
      = sheet_of ("a = b + c", UNIT_COUNT,
                  "2000000000000000 2000000000000000 2000000000000000 2000000000000001",
                  "1000000000000000 1000000000000001 1000000000000000 1000000000000000",
                  "1000000000000000 999999999999999 1000000000000000 1000000000000000");
  cr_expect_eq (sheet_check (sheet, "sum"), 1);
  cr_expect_str_eq (sheet_finding (sheet, "sum")->expected_low, "2000000000000000");
}

Test (sum, a_thousand_relations_are_held)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  for (int i = 0; i < 1000; i++)
    {
      g_autofree char *ref = g_strdup_printf ("R%d", i);
      sheet_add_row (sheet, ref, UNIT_COUNT, i % 2 == 0 ? "1 2 3 4" : "2 3 4 4");
      g_autofree char *text = g_strdup_printf ("r%d <= r%d", i, i + 1);
      if (i % 2 == 0)
        sheet_relate_as (sheet, text);
      else
        {
          g_autofree char *sum = g_strdup_printf ("r%d = r%d + r%d", i, i - 1, (i + 1) % 1000);
          sheet_relate_as (sheet, sum);
        }
    }
  cr_expect_eq (sheet_check (sheet, "part"), 0);
}

/* Hidden counts are rounded to shares of their sum, half up, half to even or cut: only what is cut
 * can be told, and only as cut. */
typedef enum
{
  HALF_UP,
  HALF_EVEN,
  CUT,
} Rounding;

static char *
round_as (gint64 numerator, gint64 denominator, int places, Rounding rounding)
{
  gint64 unit = 1;
  for (int i = 0; i < places; i++)
    unit *= 10;
  gint64 whole = numerator * unit / denominator, rest = numerator * unit % denominator;
  gboolean is_half = 2 * rest == denominator;
  if (rounding != CUT && 2 * rest >= denominator
      && !(rounding == HALF_EVEN && is_half && whole % 2 == 0))
    whole++;
  return decimal_format ((Decimal){ whole, places });
}

Test (sum, rounded_shares_never_raise_it_and_planted_errors_do)
{
  for (guint32 seed = 0; seed < 1500; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      int n = g_rand_int_range (rand, 2, 7), places = g_rand_int_range (rand, 0, 3);
      Rounding rounding = seed % 2 == 0 ? HALF_UP : HALF_EVEN;
      g_autoptr (Sheet) good = sheet_new (), bad = sheet_new ();
      g_autoptr (GString) relation = g_string_new ("");
      GString *rows[8];
      for (int i = 0; i < n; i++)
        {
          rows[i] = g_string_new (NULL);
          g_string_append_printf (relation, "%sr%d", i > 0 ? " + " : "", i);
        }
      for (int month = 0; month < 6; month++)
        {
          gint64 parts[8], sum = 0;
          for (int i = 0; i < n; i++)
            sum += parts[i] = g_rand_int_range (rand, 1, 400);
          for (int i = 0; i < n; i++)
            {
              g_autofree char *share = round_as (100 * parts[i], sum, places, rounding);
              g_string_append_printf (rows[i], "%s%s", month > 0 ? " " : "", share);
            }
        }
      g_string_append (relation, " = 100 %");
      for (int i = 0; i < n; i++)
        {
          g_autofree char *ref = g_strdup_printf ("R%d", i);
          sheet_add_row (good, ref, UNIT_PERCENT, rows[i]->str);
          sheet_add_row (bad, ref, UNIT_PERCENT, rows[i]->str);
          g_string_free (rows[i], TRUE);
        }
      Decimal *value
          = &report_figure (bad->report, (guint) g_rand_int_range (rand, 0, 6 * n))->value;
      gint64 unit = places == 0 ? 1 : places == 1 ? 10 : 100;
      value->mantissa += (n + 1) * unit; /* more than rounding hides */
      sheet_relate_as (good, relation->str);
      sheet_relate_as (bad, relation->str);
      const char *rule = n == 2 ? "complement" : "shares";
      cr_expect_eq (sheet_check (good, rule), 0, "seed %u", seed);
      cr_expect_eq (sheet_check (bad, rule), 1, "seed %u", seed);
    }
}

Test (sum, sums_of_rounded_figures_never_raise_it)
{
  for (guint32 seed = 0; seed < 1000; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      int places = g_rand_int_range (rand, 0, 3);
      GString *rows[3];
      for (int i = 0; i < 3; i++)
        rows[i] = g_string_new (NULL);
      for (int month = 0; month < 6; month++)
        {
          gint64 parts[]
              = { 0, g_rand_int_range (rand, 0, 100000), g_rand_int_range (rand, 0, 100000) };
          parts[0] = parts[1] + parts[2];
          for (int i = 0; i < 3; i++)
            {
              g_autofree char *text = round_as (parts[i], 997, places, HALF_UP);
              g_string_append_printf (rows[i], "%s%s", month > 0 ? " " : "", text);
            }
        }
      g_autoptr (Sheet) sheet
          = sheet_of ("a = b + c", UNIT_RATE_PER_10000, rows[0]->str, rows[1]->str, rows[2]->str);
      cr_expect_eq (sheet_check (sheet, "sum"), 0, "seed %u", seed);
      for (int i = 0; i < 3; i++)
        g_string_free (rows[i], TRUE);
    }
}
