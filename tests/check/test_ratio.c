/* tests/check/test_ratio.c - tests check/ratio.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <string.h>

#include "tests/check/sheet.h"

typedef struct
{
  char numerator[8], denominator[8], percent[8];
  guint n_findings;
} ShareCase;

ParameterizedTestParameters (ratio, a_percentage_follows_from_what_is_printed_beside_it)
{
  static ShareCase cases[] = {
    { "206", "492", "41.9", 0 }, { "206", "492", "41.8", 1 }, { "206", "492", "42", 0 },
    { "165", "492", "43.4", 1 }, { "1", "8", "12", 0 },       { "1", "8", "13", 0 },
    { "0", "0", "0.0", 0 },      { "0", "331", "0.0", 0 },    { "3", "8", "37", 0 },
  };
  return cr_make_param_array (ShareCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (ShareCase *c, ratio, a_percentage_follows_from_what_is_printed_beside_it)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  int row = sheet_add_row (sheet, "A", UNIT_PERCENT, ".");
  sheet_add_share (sheet, row, c->numerator, c->denominator, c->percent);
  cr_expect_eq (sheet_check (sheet, "ratio"), c->n_findings, "%s of %s is %s", c->numerator,
                c->denominator, c->percent);
}

Test (ratio, two_shares_of_one_month_in_a_row_are_not_told_apart)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  int row = sheet_add_row (sheet, "A", UNIT_PERCENT, ".");
  sheet_add_share (sheet, row, "1", "2", "50");
  sheet_add_share (sheet, row, "1", "4", "25");
  cr_expect_eq (sheet_check (sheet, "ratio"), 0);
}

Test (ratio, numbers_beside_percentages_that_most_break_are_something_else)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  int row = sheet_add_row (sheet, "A", UNIT_PERCENT, ".");
  for (int i = 0; i < 4; i++)
    {
      sheet_add_share (sheet, row, "1", "2", "77");
      guint last = sheet->report->figures->len - 1;
      for (guint part = 0; part < 3; part++)
        report_figure (sheet->report, last - part)->row = 20 + i;
    }
  cr_expect_eq (sheet_check (sheet, "ratio"), 0);
}

/* 16 of 32 and 46 of 48 are not what is printed. */
static Sheet *
conferences (const char *percentages)
{
  Sheet *sheet = sheet_new ();
  sheet_add_row (sheet, "CP3-QL", UNIT_PERCENT, percentages);
  sheet_add_row (sheet, "CP2", UNIT_COUNT, "47 36 36 60 37 49 32 48 56 62");
  sheet_add_row (sheet, "CP3-QL (val)", UNIT_COUNT, "43 21 27 42 15 37 16 46 33 35");
  sheet_relate (sheet, "CP3-QL", "CP3-QL (val)", "CP2");
  return sheet;
}

Test (ratio, a_relation_that_most_months_keep_is_held_against_the_others)
{
  g_autoptr (Sheet) sheet = conferences ("91.5 58.3 75.0 70.0 40.5 75.5 22.3 100.0 58.9 56.5");
  cr_expect_eq (sheet_check (sheet, "ratio"), 2);
  const Finding *finding = sheet_finding (sheet, "ratio");
  cr_expect_str_eq (finding->message,
                    "percentage printed 22.3, but CP3-QL (val) / CP2 = 16 / 32 = 50 %; 22.3 stands "
                    "for 22.25 to 22.35");
  cr_expect (period_equal (finding->period, period_month (2016, 8)));
}

Test (ratio, a_relation_that_most_months_break_is_not_the_reports_own)
{
  g_autoptr (Sheet) sheet = conferences ("91.5 58.3 75.0 70.0 40.5 1.0 1.0 1.0 1.0 1.0");
  cr_expect_eq (sheet_check (sheet, "ratio"), 0);
}

Test (ratio, a_month_that_is_missing_or_doubtful_is_not_checked)
{
  g_autoptr (Sheet) sheet = conferences ("91.5 58.3 75.0 70.0 40.5 75.5 new 22.3 58.9 56.5");
  report_figure (sheet->report, 7)->confidence = 0.5;
  cr_expect_eq (sheet_check (sheet, "ratio"), 0);
}

Test (ratio, a_row_that_stands_twice_need_fit_only_once)
{
  g_autoptr (Sheet) sheet = conferences ("91.5 58.3 75.0 70.0 40.5 75.5 50.0 95.8 58.9 56.5");
  sheet_add_row (sheet, "CP2", UNIT_COUNT, "40 30 30 50 30 40 30 40 50 60");
  cr_expect_eq (sheet_check (sheet, "ratio"), 0);
}

Test (ratio, of_rows_that_stand_twice_the_finding_names_the_first)
{
  g_autoptr (Sheet) sheet = conferences ("91.5 58.3 75.0 70.0 40.5 75.5 22.3 95.8 58.9 56.5");
  sheet_add_row (sheet, "CP2", UNIT_COUNT, "40 30 30 50 30 40 30 40 50 60");
  cr_expect_eq (sheet_check (sheet, "ratio"), 1);
  cr_expect_not_null (strstr (sheet_finding (sheet, "ratio")->message, "= 16 / 32 = 50 %"));
}

Test (ratio, what_is_printed_beside_a_percentage_goes_before_the_catalogue)
{
  g_autoptr (Sheet) sheet = conferences ("91.5 58.3 75.0 70.0 40.5 75.5 50.0 95.8 58.9 .");
  sheet_add_share (sheet, 0, "1", "4", "26");
  cr_expect_eq (sheet_check (sheet, "ratio"), 1, "and is checked once");
  cr_expect_not_null (strstr (sheet_finding (sheet, "ratio")->message, "1 / 4 beside it = 25 %"));
}

Test (ratio, rounding_alone_never_raises_it_and_more_always_does)
{
  for (guint32 seed = 0; seed < 300; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      gint64 denominator = g_rand_int_range (rand, 1, 3000);
      gint64 numerator = g_rand_int_range (rand, 0, (gint32) denominator + 1);
      int places = g_rand_int_range (rand, 0, 3);
      g_autofree char *above = sheet_round (numerator, 1, 0);
      g_autofree char *below = sheet_round (denominator, 1, 0);
      g_autofree char *right = sheet_round (100 * numerator, denominator, places);
      g_autofree char *wrong = sheet_round (100 * numerator + 2 * denominator, denominator, places);

      g_autoptr (Sheet) good = sheet_new (), bad = sheet_new ();
      sheet_add_share (good, sheet_add_row (good, "A", UNIT_PERCENT, "."), above, below, right);
      sheet_add_share (bad, sheet_add_row (bad, "A", UNIT_PERCENT, "."), above, below, wrong);
      cr_expect_eq (sheet_check (good, "ratio"), 0, "seed %u", seed);
      cr_expect_eq (sheet_check (bad, "ratio"), 1, "seed %u", seed);
    }
}

/* Cut figures fit by chance, or are told as what they are. */
Test (ratio, what_only_cutting_explains_is_told_as_cut)
{
  guint n_cut = 0;
  for (guint32 seed = 0; seed < 2000; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      gint64 denominator = g_rand_int_range (rand, 1, 3000);
      gint64 numerator = g_rand_int_range (rand, 0, (gint32) denominator + 1);
      g_autofree char *above = sheet_round (numerator, 1, 0);
      g_autofree char *below = sheet_round (denominator, 1, 0);
      g_autofree char *cut = sheet_round (1000 * numerator / denominator, 10, 1);

      g_autoptr (Sheet) sheet = sheet_new ();
      sheet_add_share (sheet, sheet_add_row (sheet, "A", UNIT_PERCENT, "."), above, below, cut);
      if (sheet_check (sheet, "ratio") == 0)
        continue;
      n_cut++;
      cr_expect_not_null (strstr (sheet_finding (sheet, "ratio")->message, "(cut, not rounded)"),
                          "seed %u", seed);
    }
  cr_expect_gt (n_cut, 500);
}
