/* tests/check/test_mean.c - tests check/mean.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>

#include "tests/check/sheet.h"

static guint
contradictions (Unit unit, const char *months, const char *maximum, const char *mean)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  int row = sheet_add_row (sheet, "A", unit, months);
  sheet_add (sheet, row, MEASURE_MEAN_12M, mean);
  if (maximum[0] != '\0')
    sheet_add (sheet, row, MEASURE_MAX_12M, maximum);
  return sheet_check (sheet, "mean-12m");
}

#define TWELVE "86 120 98 93 105 139 126 126 101 89 106 109" /* add up to 1298: 108.17 */

Test (mean, counts_are_averaged_over_the_twelve_months_to_the_reports)
{
  cr_expect_eq (contradictions (UNIT_COUNT, "131 104 " TWELVE, "", "108"), 0);
  cr_expect_eq (contradictions (UNIT_COUNT, "131 104 " TWELVE, "", "109"), 1);
  cr_expect_eq (contradictions (UNIT_COUNT, TWELVE, "", "108.2"), 0);
  cr_expect_eq (contradictions (UNIT_COUNT, TWELVE, "", "108.1"), 1);
}

Test (mean, an_average_halfway_may_be_rounded_either_way)
{
  cr_expect_eq (contradictions (UNIT_COUNT, "new new new new new new new new 6 9 13 30", "", "15"),
                0);
  cr_expect_eq (contradictions (UNIT_COUNT, "new new new new new new new new 6 9 13 30", "", "14"),
                0);
  cr_expect_eq (contradictions (UNIT_COUNT, "new new new new new new new new 6 9 13 30", "", "16"),
                1);
}

Test (mean, months_without_a_figure_are_left_out)
{
  const char *months = "new new new new 77 57 58 24 21 39 35 49";
  cr_expect_eq (contradictions (UNIT_COUNT, months, "", "45"), 0);
  cr_expect_eq (contradictions (UNIT_COUNT, months, "", "30"), 1, "360 / 12 counts them as zeros");
}

Test (mean, a_dash_may_be_a_zero_or_left_out)
{
  const char *months = "- - - - - - 6 6 6 6 6 6";
  cr_expect_eq (contradictions (UNIT_COUNT, months, "", "3"), 0);
  cr_expect_eq (contradictions (UNIT_COUNT, months, "", "6"), 0);
  cr_expect_eq (contradictions (UNIT_COUNT, months, "", "7"), 1);
}

Test (mean, months_not_printed_range_from_zero_to_the_printed_maximum)
{
  const char *months = "10 10 10 10 10 10"; /* 60 and six months of 0 to 20: 5 to 15 */
  cr_expect_eq (contradictions (UNIT_COUNT, months, "20", "5"), 0);
  cr_expect_eq (contradictions (UNIT_COUNT, months, "20", "15"), 0);
  cr_expect_eq (contradictions (UNIT_COUNT, months, "20", "4"), 1);
  cr_expect_eq (contradictions (UNIT_COUNT, months, "20", "16"), 1);
  cr_expect_eq (contradictions (UNIT_COUNT, months, "", "16"), 0, "there may be any maximum");
  cr_expect_eq (contradictions (UNIT_COUNT, months, "9", "16"), 0, "the maximum is wrong itself");
}

Test (mean, an_unreadable_or_doubtful_month_is_not_known)
{
  cr_expect_eq (contradictions (UNIT_COUNT, "? 6 6 6 6 6 6 6 6 6 6 6", "18", "7"), 0);
  cr_expect_eq (contradictions (UNIT_COUNT, "? 6 6 6 6 6 6 6 6 6 6 6", "18", "8"), 1);
}

Test (mean, a_percentage_of_its_own_may_be_pooled)
{
  const char *months = "10 10 10 10 10 10 10 10 10 10 10 50";
  cr_expect_eq (contradictions (UNIT_PERCENT, months, "", "40"), 0);
  cr_expect_eq (contradictions (UNIT_PERCENT, months, "", "52"), 1);
  cr_expect_eq (contradictions (UNIT_PERCENT, months, "", "8"), 1);
}

static void
add_percentages (Sheet *sheet, guint n_rows, const char *mean)
{
  for (guint i = 0; i < n_rows; i++)
    sheet_add (sheet,
               sheet_add_row (sheet, "P", UNIT_PERCENT, "10 10 10 10 10 10 10 10 10 10 10 50"),
               MEASURE_MEAN_12M, mean);
}

Test (mean, percentages_are_averaged_plainly_where_the_report_shows_that_it_does)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  add_percentages (sheet, 4, "13");
  add_percentages (sheet, 1, "40");
  cr_expect_eq (sheet_check (sheet, "mean-12m"), 1);
}

Test (mean, percentages_are_not_held_to_plain_averages_where_the_report_pools)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  add_percentages (sheet, 3, "13");
  add_percentages (sheet, 4, "40");
  cr_expect_eq (sheet_check (sheet, "mean-12m"), 0);
}

Test (mean, rows_with_unknown_months_do_not_show_how_a_report_averages)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  for (int i = 0; i < 4; i++)
    sheet_add (sheet, sheet_add_row (sheet, "P", UNIT_PERCENT, "10 20 30"), MEASURE_MEAN_12M, "20");
  add_percentages (sheet, 1, "40");
  cr_expect_eq (sheet_check (sheet, "mean-12m"), 0);
}

Test (mean, a_pooled_average_may_be_near_an_unknown_month)
{
  cr_expect_eq (contradictions (UNIT_PERCENT, "80 85 90", "99", "98"), 0);
  cr_expect_eq (contradictions (UNIT_PERCENT, "80 85 90", "92", "98"), 1);
  cr_expect_eq (contradictions (UNIT_PERCENT, "- 8 8 8 8 8 8 8 8 8 8 9", "9", "1"), 0);
}

Test (mean, a_pooled_average_is_right_where_others_are_plain)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  add_percentages (sheet, 4, "13");
  int of = sheet_add_row (sheet, "R", UNIT_PERCENT, "50 50 50 50 50 50 50 50 50 50 50 10");
  sheet_add_row (sheet, "N", UNIT_COUNT, "1 1 1 1 1 1 1 1 1 1 1 10");
  sheet_add_row (sheet, "D", UNIT_COUNT, "2 2 2 2 2 2 2 2 2 2 2 100");
  sheet_relate (sheet, "R", "N", "D");
  sheet_add (sheet, of, MEASURE_MEAN_12M, "17"); /* 21 / 122 */
  cr_expect_eq (sheet_check (sheet, "mean-12m"), 0);
}

Test (mean, averages_that_most_rows_break_are_of_other_months)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  for (int i = 0; i < 4; i++)
    sheet_add (sheet, sheet_add_row (sheet, "A", UNIT_COUNT, TWELVE), MEASURE_MEAN_12M, "112");
  cr_expect_eq (sheet_check (sheet, "mean-12m"), 0);
}

Test (mean, the_finding_can_be_checked_by_hand)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  int row = sheet_add_row (sheet, "A", UNIT_COUNT, "new new new new 77 57 58 24 21 39 35 49");
  sheet_add (sheet, row, MEASURE_MEAN_12M, "48");
  sheet_check (sheet, "mean-12m");

  const Finding *finding = sheet_finding (sheet, "mean-12m");
  cr_expect_str_eq (finding->message,
                    "12 month average printed 48, but (77 + 57 + 58 + 24 + 21 + 39 + 35 + 49) / 8 "
                    "= 45; 48 stands for 47.5 to 48.5");
  cr_expect_str_eq (finding->printed, "48");
  cr_expect_str_eq (finding->expected_low, "45");
  cr_expect_str_eq (finding->expected_high, "45");
  cr_expect_eq (finding->severity, SEVERITY_CONTRADICTION);
  cr_expect_eq (finding->indicator, row);
}

Test (mean, the_finding_tells_what_it_took_unknown_months_for)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  int row = sheet_add_row (sheet, "A", UNIT_COUNT, "84 80 76");
  sheet_add (sheet, row, MEASURE_MEAN_12M, "169");
  sheet_add (sheet, row, MEASURE_MAX_12M, "84");
  sheet_check (sheet, "mean-12m");
  cr_expect_str_eq (sheet_finding (sheet, "mean-12m")->message,
                    "12 month average printed 169, but (84 + 80 + 76 + 9 unknown months) / 12 = 20 "
                    "to 83, an unknown month being 0 to 84; 169 stands for 168.5 to 169.5");
}

Test (mean, a_figure_that_only_cutting_explains_is_called_so)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  int row = sheet_add_row (sheet, "A", UNIT_COUNT, "1 1 1 1 1 1 1 1 1 1 1 12");
  sheet_add (sheet, row, MEASURE_MEAN_12M, "1"); /* 23 / 12 = 1.92 */
  cr_expect_eq (sheet_check (sheet, "mean-12m"), 1);
  cr_expect (g_str_has_suffix (sheet_finding (sheet, "mean-12m")->message, "(cut, not rounded)"));
}

/* Properties: figures made of random data.  Percentages are drawn in millionths of a per cent. */

#define N_SEEDS 300
#define MILLION 1000000

typedef struct
{
  gint64 months[12];
  gint64 total;
  GString *printed; /* as a sheet's row takes them */
} RandomYear;

static RandomYear
random_year (GRand *rand, gint32 limit, gint64 divisor, int places)
{
  RandomYear year = { .printed = g_string_new (NULL) };
  for (int i = 0; i < 12; i++)
    {
      year.months[i] = g_rand_int_range (rand, 0, limit);
      year.total += year.months[i];
      g_autofree char *text = sheet_round (year.months[i], divisor, places);
      g_string_append_printf (year.printed, "%s%s", i > 0 ? " " : "", text);
    }
  return year;
}

/* Prints averages @shift units of their last place off the true ones. */
static guint
contradictions_of_random_rows (guint32 seed, Unit unit, gint64 divisor, int shift)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  int places = unit == UNIT_COUNT ? 0 : g_rand_int_range (rand, 0, 3);
  for (int i = 0; i < 5; i++)
    {
      int mean_places = g_rand_int_range (rand, 0, 3);
      RandomYear year = random_year (rand, 100 * (gint32) divisor, divisor, places);
      int row = sheet_add_row (sheet, "A", unit, year.printed->str);
      g_autofree char *mean = sheet_round (year.total, 12 * divisor, mean_places);
      if (i == 0 && shift != 0)
        {
          Decimal planted;
          decimal_parse (mean, &planted);
          planted.mantissa += shift;
          g_free (mean);
          mean = decimal_format (planted);
        }
      sheet_add (sheet, row, MEASURE_MEAN_12M, mean);
      g_string_free (year.printed, TRUE);
    }
  return sheet_check (sheet, "mean-12m");
}

Test (mean, rounding_alone_never_raises_it)
{
  for (guint32 seed = 0; seed < N_SEEDS; seed++)
    {
      cr_expect_eq (contradictions_of_random_rows (seed, UNIT_COUNT, 1, 0), 0, "seed %u", seed);
      cr_expect_eq (contradictions_of_random_rows (seed, UNIT_PERCENT, MILLION, 0), 0, "seed %u",
                    seed);
    }
}

Test (mean, an_error_beyond_rounding_always_raises_it)
{
  /* Counts are exact: two units of the average's last place are too many.  Months printed whole
   * leave half a unit to their average, 50 hundredths, and its own rounding half a unit more. */
  for (guint32 seed = 0; seed < N_SEEDS; seed++)
    {
      cr_expect_eq (contradictions_of_random_rows (seed, UNIT_COUNT, 1, 2), 1, "seed %u", seed);
      cr_expect_eq (contradictions_of_random_rows (seed, UNIT_PERCENT, MILLION, 102), 1, "seed %u",
                    seed);
    }
}

/* Off by 0.6 where the months spread over 20: their numbers, which are not printed, may weigh them
 * so. */
Test (mean, an_average_of_percentages_near_a_plain_one_is_a_warning_unless_many_rows_are_plain)
{
  static const struct
  {
    int n_rows;
    const char *mean;
    Severity severity;
  } cases[] = { { 4, "60.6", SEVERITY_WARNING },
                { 4, "65.6", SEVERITY_CONTRADICTION },
                { 15, "60.6", SEVERITY_CONTRADICTION } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Sheet) sheet = sheet_new ();
      const char *months = "50.0 70.0 50.0 70.0 50.0 70.0 50.0 70.0 50.0 70.0 50.0 70.0";
      for (int k = 0; k < cases[i].n_rows; k++)
        sheet_add (sheet, sheet_add_row (sheet, "A", UNIT_PERCENT, months), MEASURE_MEAN_12M,
                   "60.0");
      sheet_add (sheet, sheet_add_row (sheet, "B", UNIT_PERCENT, months), MEASURE_MEAN_12M,
                 cases[i].mean);
      cr_assert_eq (sheet_check (sheet, "mean-12m"), 1);
      cr_expect_eq (sheet_finding (sheet, "mean-12m")->severity, cases[i].severity, "%s of %d",
                    cases[i].mean, cases[i].n_rows);
    }
}

/* A month that is withheld ("<5") is in the average all the same: 84 to 90 by 12, not 84 by 11. */
Test (mean, a_month_that_is_withheld_is_unknown)
{
  static const struct
  {
    const char *mean;
    guint n_findings;
  } cases[] = { { "7.2", 0 }, { "7.6", 0 }, { "6.8", 1 } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Sheet) sheet = sheet_new ();
      int row = sheet_add_row (sheet, "A", UNIT_COUNT, "8 7 8 7 8 7 8 7 8 ? 8 8");
      report_figure (sheet->report, 9)->status = STATUS_NOT_AVAILABLE;
      sheet_add (sheet, row, MEASURE_MEAN_12M, cases[i].mean);
      cr_expect_eq (sheet_check (sheet, "mean-12m"), cases[i].n_findings, "%s", cases[i].mean);
    }
}

/* The averages are those of the months before the last. */
Test (mean, a_column_that_is_a_month_behind_is_one_warning)
{
  static const char *const months[]
      = { "10 20 30 40 50 60 70 80 90 100 110 120 130", "7 5 5 4 9 4 7 3 5 6 9 8 50",
          "31 33 35 38 29 30 34 33 37 38 31 35 70" };
  static const char *const means[] = { "65.0", "6.0", "33.7" };
  g_autoptr (Sheet) sheet = sheet_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (months); i++)
    sheet_add (sheet, sheet_add_row (sheet, "A", UNIT_COUNT, months[i]), MEASURE_MEAN_12M,
               means[i]);
  cr_assert_eq (sheet_check (sheet, "mean-12m"), 1);
  const Finding *finding = sheet_finding (sheet, "mean-12m");
  cr_expect_eq (finding->severity, SEVERITY_WARNING);
  cr_expect_str_eq (finding->suggestion, "2016-10");
  cr_expect_str_eq (finding->message,
                    "3 of 3 averages of counts cannot come from the twelve months to 2016-11, and "
                    "3 of 3 can from those to 2016-10: the column is of another month");
}
