/* tests/check/test_climb.c - tests check/climb.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "check/climb.h"

#include <criterion/criterion.h>

#include "tests/check/sheet.h"

/* The last month is November. */
typedef struct
{
  const char *months;
  gboolean is_climbing;
} ClimbCase;

Test (climb, a_row_that_counts_up_from_april_is_told_from_months)
{
  static const ClimbCase cases[] = {
    { "1431 1613 1808 2012 192 370 538 716 889 1109 1312 1494", TRUE },
    { "192 370 538 716 889 1109 1312 1494", TRUE },
    { "5 5 7 9 9 12 16 16", TRUE },
    { "192 370 538 716 889 1109 1312 1311", FALSE },           /* one falls */
    { "1431 1613 1808 2012 2192 2370 2538 2716 2889", FALSE }, /* April goes on */
    { "400 410 420 430 440 450 460 470", FALSE },              /* a stock that grows */
    { "10 11 12 13 14 15 16 47", FALSE },                      /* one slip */
    { "192 370 538 716", FALSE },                              /* too few */
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Sheet) sheet = sheet_new ();
      sheet_add_row (sheet, "A", UNIT_COUNT, cases[i].months);
      g_autoptr (GPtrArray) series = series_of_report (sheet->report);
      climb_mark (sheet->report, series);
      cr_expect_eq (((Series *) series->pdata[0])->is_climbing, cases[i].is_climbing, "%s",
                    cases[i].months);
    }
}

/* Sums of 2012 and 1494 have a maximum and an average, but not these. */
Test (climb, averages_maxima_and_changes_of_months_that_are_not_printed_prove_nothing)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  static const char *const rules[] = { "mean-12m", "max-12m", "change-prev", "dot", "outlier" };
  int row = sheet_add_row (sheet, "A", UNIT_COUNT,
                           "1431 1613 1808 2012 192 370 538 716 889 1109 1312 1494");
  sheet_add (sheet, row, MEASURE_MEAN_12M, "187");
  sheet_add (sheet, row, MEASURE_MAX_12M, "220");
  sheet_add (sheet, row, MEASURE_CHANGE_PREV, "v 10");
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    cr_expect_eq (sheet_check (sheet, rules[i]), 0, "%s", rules[i]);
}

Test (climb, where_counts_climb_percentages_may_be_of_the_year_too)
{
  for (int n_climbing = 1; n_climbing <= 2; n_climbing++)
    {
      g_autoptr (Sheet) sheet = sheet_new ();
      for (int i = 0; i < 2; i++)
        sheet_add_row (sheet, "A", UNIT_COUNT,
                       i < n_climbing ? "19 37 54 72 89 110 131 149" : "19 18 19 17 19 21 19 20");
      int row = sheet_add_row (sheet, "P", UNIT_PERCENT, "50.0 51.0 52.0 51.0 50.0 50.0 50.0 50.0");
      sheet_add (sheet, row, MEASURE_MAX_12M, "70.0");
      sheet_add (sheet, row, MEASURE_CHANGE_PREV, "20");
      cr_expect_eq (sheet_check (sheet, "change-prev"), n_climbing == 1);
    }
}
