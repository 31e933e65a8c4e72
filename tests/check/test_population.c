/* tests/check/test_population.c - tests check/population.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>
#include <string.h>

#include "tests/check/sheet.h"

/* June 2016: 334 referrals are printed as 70 per 10,000; the other rates are those of one
 * population. */
static Sheet *
june (void)
{
  Sheet *sheet = sheet_new ();
  const struct
  {
    const char *ref, *counts, *rates;
  } rows[] = { { "M2", "267 324 334 373", "56 68 70 76" },
               { "CP1", "105 139 126 126", "22 29 26 26" },
               { "CP6", "310 306 317 335", "65 64 64 68" },
               { "LAC1", "592 609 611 612", "124 127 124 125" } };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *rate = g_strconcat (rows[i].ref, "r", NULL);
      g_autofree char *below = g_ascii_strdown (rows[i].ref, -1);
      g_autofree char *text = g_strdup_printf ("%sr = %s / population", below, below);
      sheet_add_row (sheet, rows[i].ref, UNIT_COUNT, rows[i].counts);
      sheet_add_row (sheet, rate, UNIT_RATE_PER_10000, rows[i].rates);
      sheet_relate_as (sheet, text);
    }
  return sheet;
}

Test (population, the_rate_that_cannot_share_the_population_of_its_month_is_found)
{
  g_autoptr (Sheet) sheet = june ();
  cr_expect_eq (sheet_check (sheet, "population"), 1);
  const Finding *finding = sheet_finding (sheet, "population");
  cr_expect_str_eq (
      finding->message,
      "rate printed 70 with M2, 334, gives a population of 47375 to 48058, but the 3 "
      "other rates of the month share 49147 to 49412, which makes it 67.595 to 67.959");
  cr_expect_str_eq (finding->suggestion, "", "for the count may be wrong as well");
}

/* Rates of 56,398 people, but for two of the third month, which are of 56,360. */
static Sheet *
two_of_another_population (guint n_months)
{
  Sheet *sheet = sheet_new ();
  const struct
  {
    const char *ref, *counts, *rates;
  } rows[] = { { "A", "2008 2010 2202 2246 2272", "356.0 356.4 390.4 398.2 402.9" },
               { "B", "1384 1330 1342 1339 1365", "245.4 235.8 238.1 237.4 242.0" },
               { "C", "432 442 449 463 479", "76.6 78.4 79.7 82.1 84.9" },
               { "D", "518 493 432 429 455", "91.8 87.4 76.6 76.1 80.7" },
               { "E", "325 310 305 312 326", "57.6 55.0 54.1 55.3 57.8" } };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *const texts[] = { rows[i].counts, rows[i].rates };
      g_autofree char *rate = g_strconcat (rows[i].ref, "r", NULL);
      for (guint j = 0; j < 2; j++)
        {
          g_auto (GStrv) months = g_strsplit (texts[j], " ", -1);
          g_autoptr (GString) first = g_string_new (months[0]);
          for (guint k = 1; k < n_months; k++)
            g_string_append_printf (first, " %s", months[k]);
          sheet_add_row (sheet, j == 0 ? rows[i].ref : rate,
                         j == 0 ? UNIT_COUNT : UNIT_RATE_PER_10000, first->str);
        }
      g_autofree char *below = g_ascii_strdown (rows[i].ref, -1);
      g_autofree char *text = g_strdup_printf ("%sr = %s / population", below, below);
      sheet_relate_as (sheet, text);
    }
  return sheet;
}

Test (population, what_nearly_all_months_share_tells_which_rates_of_one_are_wrong)
{
  g_autoptr (Sheet) sheet = two_of_another_population (5);
  cr_expect_eq (sheet_check (sheet, "population"), 2);
  const char *message = sheet_finding (sheet, "population")->message;
  cr_expect_not_null (strstr (message, "rate printed 238.1 with B, 1342"), "%s", message);
  cr_expect_not_null (strstr (message, "but the 23 rates of this month and others share"));
}

Test (population, without_months_on_both_sides_the_fewest_of_the_month_have_to_go)
{
  g_autoptr (Sheet) sheet = two_of_another_population (3);
  cr_expect_eq (sheet_check (sheet, "population"), 1);
  const char *message = sheet_finding (sheet, "population")->message;
  cr_expect_not_null (strstr (message, "rate printed 390.4 with A, 2202"), "%s", message);
}

Test (population, two_rates_alone_against_each_other_are_one_finding_that_names_both)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet_add_row (sheet, "A", UNIT_COUNT, "100 200 300");
  sheet_add_row (sheet, "Ar", UNIT_RATE_PER_10000, "20.0 40.0 60.0");
  sheet_add_row (sheet, "B", UNIT_COUNT, "110 210 310");
  sheet_add_row (sheet, "Br", UNIT_RATE_PER_10000, "22.0 42.0 66.6");
  sheet_relate_as (sheet, "ar = a / population");
  sheet_relate_as (sheet, "br = b / population");
  cr_expect_eq (sheet_check (sheet, "population"), 1);
  const char *message = sheet_finding (sheet, "population")->message;
  cr_expect_not_null (strstr (message, "60.0 with A, 300"));
  cr_expect_not_null (strstr (message, "Br printed 66.6 with B, 310"));
  cr_expect_str_eq (sheet_finding (sheet, "population")->suggestion, "");
}

Test (population, a_rate_alone_is_held_to_the_months_around_it)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet_add_row (sheet, "A", UNIT_COUNT, "100 200 300 250 150 175");
  sheet_add_row (sheet, "Ar", UNIT_RATE_PER_10000, "20.0 40.0 60.0 55.0 30.0 35.0");
  sheet_relate_as (sheet, "ar = a / population");
  cr_expect_eq (sheet_check (sheet, "population"), 1);
  cr_expect (period_equal (sheet_finding (sheet, "population")->period, period_month (2016, 9)));
}

/* Publishers take next year's population from some month on. */
Test (population, a_population_may_change_from_one_month_to_the_next)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet_add_row (sheet, "A", UNIT_COUNT, "100 200 300 250 150 175");
  sheet_add_row (sheet, "Ar", UNIT_RATE_PER_10000, "20.0 40.0 60.0 49.0 29.4 34.3");
  sheet_relate_as (sheet, "ar = a / population");
  cr_expect_eq (sheet_check (sheet, "population"), 0);
}

Test (population, of_two_counts_the_one_that_fits_is_meant)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet_add_row (sheet, "A", UNIT_COUNT, "100 200 300 250 150 175");
  sheet_add_row (sheet, "T", UNIT_COUNT, "0 0 30 20 0 0");
  sheet_add_row (sheet, "Ar", UNIT_RATE_PER_10000, "20.0 40.0 66.0 54.0 30.0 35.0");
  sheet_relate_as (sheet, "ar = a / population");
  sheet_relate_as (sheet, "ar = (a + t) / population");
  cr_expect_eq (sheet_check (sheet, "population"), 0);
}

Test (population, a_rate_of_something_else_proves_nothing)
{
  g_autoptr (Sheet) sheet = june ();
  for (guint i = 0; i < sheet->report->figures->len; i++)
    if (report_figure (sheet->report, i)->indicator == 1)
      report_figure (sheet->report, i)->value.mantissa *= 2;
  cr_expect_eq (sheet_check (sheet, "population"), 0);
}

Test (population, rates_of_zero_and_missing_months_tell_nothing)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet_add_row (sheet, "A", UNIT_COUNT, "0 1 - 0");
  sheet_add_row (sheet, "Ar", UNIT_RATE_PER_10000, "0 0 0 -");
  sheet_relate_as (sheet, "ar = a / population");
  cr_expect_eq (sheet_check (sheet, "population"), 0);
}

Test (population, rounding_alone_never_raises_it_and_a_planted_rate_does)
{
  for (guint32 seed = 0; seed < 1000; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      gint64 people = g_rand_int_range (rand, 20000, 120000);
      int places = g_rand_int_range (rand, 0, 2);
      g_autoptr (Sheet) good = sheet_new (), bad = sheet_new ();
      for (int row = 0; row < 4; row++)
        {
          g_autoptr (GString) counts = g_string_new (NULL), rates = g_string_new (NULL);
          for (int month = 0; month < 6; month++)
            {
              gint64 count = g_rand_int_range (rand, 200, 900);
              g_autofree char *rate = sheet_round (10000 * count, people, places);
              g_string_append_printf (counts, "%s%d", month > 0 ? " " : "", (int) count);
              g_string_append_printf (rates, "%s%s", month > 0 ? " " : "", rate);
            }
          g_autofree char *count_ref = g_strdup_printf ("c%d", row);
          g_autofree char *rate_ref = g_strdup_printf ("r%d", row);
          g_autofree char *text = g_strdup_printf ("%s = %s / population", rate_ref, count_ref);
          Sheet *sheets[] = { good, bad };
          for (int i = 0; i < 2; i++)
            {
              sheet_add_row (sheets[i], count_ref, UNIT_COUNT, counts->str);
              sheet_add_row (sheets[i], rate_ref, UNIT_RATE_PER_10000, rates->str);
              sheet_relate_as (sheets[i], text);
            }
        }
      Figure *figure = report_figure (bad->report, 6 + (guint) g_rand_int_range (rand, 0, 6));
      figure->value.mantissa += figure->value.mantissa / 2;
      cr_expect_eq (sheet_check (good, "population"), 0, "seed %u", seed);
      cr_expect_eq (sheet_check (bad, "population"), 1, "seed %u", seed);
    }
}

/* Referrals of 56,000 children and reviews of 160,000 people. */
Test (population, two_rates_that_never_share_a_population_are_of_different_people)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet_add_row (sheet, "A", UNIT_COUNT, "267 324 334 373");
  sheet_add_row (sheet, "AR", UNIT_RATE_PER_10000, "47.7 57.9 59.6 66.6");
  sheet_add_row (sheet, "B", UNIT_COUNT, "105 139 126 128");
  sheet_add_row (sheet, "BR", UNIT_RATE_PER_10000, "6.6 8.7 7.9 8.0");
  sheet_relate_as (sheet, "ar = a / population");
  sheet_relate_as (sheet, "br = b / population");
  cr_expect_eq (sheet_check (sheet, "population"), 0);
}
