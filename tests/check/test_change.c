/* tests/check/test_change.c - tests check/change.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include "tests/check/sheet.h"

typedef struct
{
  char base[8], now[8];
  Unit unit;
  char change[8];
  guint n_findings;
} ChangeCase;

ParameterizedTestParameters (change, follows_from_its_two_months)
{
  static ChangeCase cases[] = {
    { "131", "109", UNIT_COUNT, "-17", 0 },
    { "131", "109", UNIT_COUNT, "-16", 1 }, /* -16.79: cut, not rounded */
    { "131", "109", UNIT_COUNT, "-16.8", 0 },
    { "131", "109", UNIT_COUNT, "-16.7", 1 },
    { "1", "4", UNIT_COUNT, "300", 0 },
    { "8", "9", UNIT_COUNT, "12", 0 }, /* 12.5 is as near to the one as to the other */
    { "8", "9", UNIT_COUNT, "13", 0 },
    { "8", "9", UNIT_COUNT, "14", 1 },
    { "0", "7", UNIT_COUNT, "700", 0 },           /* not computable, so not checked */
    { "3", "10", UNIT_RATE_PER_10000, "182", 0 }, /* 9.5 / 3.5 to 10.5 / 2.5 */
    { "3", "10", UNIT_COUNT, "182", 1 },
    { "3", "10", UNIT_RATE_PER_10000, "170", 1 },
    { "58.3", "45.8", UNIT_PERCENT, "-21", 0 },
    { "new", "45.8", UNIT_PERCENT, "-21", 0 },
    { "-5", "5", UNIT_COUNT, "7", 0 }, /* of a fall below zero there is no common reading */
  };
  return cr_make_param_array (ChangeCase, cases, G_N_ELEMENTS (cases));
}

static int
add_change (Sheet *sheet, Unit unit, const char *base, const char *now, const char *change)
{
  g_autofree char *months = g_strdup_printf ("%s %s", base, now);
  int row = sheet_add_row (sheet, "A", unit, months);
  sheet_add (sheet, row, MEASURE_CHANGE_PREV, change);
  return row;
}

ParameterizedTest (ChangeCase *c, change, follows_from_its_two_months)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  add_change (sheet, c->unit, c->base, c->now, c->change);
  cr_expect_eq (sheet_check (sheet, "change-prev"), c->n_findings, "%s to %s printed as %s",
                c->base, c->now, c->change);
}

Test (change, a_year_goes_back_to_the_same_month)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  int row = sheet_add_row (sheet, "A", UNIT_COUNT, "100 . . . . . . . . . . 50 150");
  sheet_add (sheet, row, MEASURE_CHANGE_YEAR, "50");
  cr_expect_eq (sheet_check (sheet, "change-year"), 0);
  sheet_add (sheet, row, MEASURE_CHANGE_YEAR, "200");
  cr_expect_eq (sheet_check (sheet, "change-year"), 1);
}

Test (change, a_heading_that_names_no_other_month_leaves_the_usual_base)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  add_change (sheet, UNIT_COUNT, "100", "150", "99");
  report_figure (sheet->report, 2)->period = SHEET_MONTH;
  cr_expect_eq (sheet_check (sheet, "change-prev"), 1);
}

Test (change, a_down_arrow_may_stand_for_the_sign)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  add_change (sheet, UNIT_COUNT, "100", "70", "v30");
  cr_expect_eq (sheet_check (sheet, "change-prev"), 0);
}

Test (change, a_lost_sign_is_suggested)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  add_change (sheet, UNIT_COUNT, "100", "70", "30");
  cr_expect_eq (sheet_check (sheet, "change-prev"), 1);
  cr_expect_str_eq (sheet_finding (sheet, "change-prev")->suggestion, "-30");
}

Test (change, the_finding_can_be_checked_by_hand)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  add_change (sheet, UNIT_COUNT, "1905", "1834", "=9");
  sheet_check (sheet, "change-prev");
  const Finding *finding = sheet_finding (sheet, "change-prev");
  cr_expect_str_eq (finding->message,
                    "change from 2016-10 printed 9, but (1834 - 1905) / 1905 = -3.727 %; 9 stands "
                    "for 8.5 to 9.5");
  cr_expect_str_eq (finding->expected_low, "-3.728");
  cr_expect_str_eq (finding->expected_high, "-3.727");
}

Test (change, points_are_meant_where_the_column_shows_it)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  add_change (sheet, UNIT_PERCENT, "40", "50", "10");
  add_change (sheet, UNIT_PERCENT, "20", "50", "30");
  add_change (sheet, UNIT_PERCENT, "80", "50", "-30");
  add_change (sheet, UNIT_COUNT, "40", "50", "25");
  cr_expect_eq (sheet_check (sheet, "change-prev"), 0);
}

Test (change, a_single_row_of_percentages_may_be_of_points)
{
  static const struct
  {
    const char *change;
    guint n_findings;
  } cases[] = { { "10", 0 }, { "25", 0 }, { "17", 1 } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Sheet) sheet = sheet_new ();
      add_change (sheet, UNIT_PERCENT, "40", "50", cases[i].change);
      cr_expect_eq (sheet_check (sheet, "change-prev"), cases[i].n_findings, "%s", cases[i].change);
    }
}

/* -30 would be points, but the others are per cent. */
Test (change, one_row_that_fits_as_points_does_not_make_a_column_of_points)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  add_change (sheet, UNIT_PERCENT, "40", "50", "25");
  add_change (sheet, UNIT_PERCENT, "20", "50", "150");
  add_change (sheet, UNIT_PERCENT, "80", "50", "-30");
  cr_expect_eq (sheet_check (sheet, "change-prev"), 1);
}

Test (change, nothing_is_proved_where_most_of_a_column_fits_no_reading)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  add_change (sheet, UNIT_COUNT, "40", "50", "11");
  add_change (sheet, UNIT_COUNT, "40", "60", "12");
  add_change (sheet, UNIT_COUNT, "40", "70", "13");
  cr_expect_eq (sheet_check (sheet, "change-prev"), 0);
  cr_expect_null (sheet_finding (sheet, "heading-base"));
}

/* Headings: months 2015-10, 2015-11 and 2016-11, under a heading that names the first. */

static void
add_year (Sheet *sheet, const char *october, const char *november, const char *now,
          const char *change)
{
  g_autofree char *months
      = g_strdup_printf ("%s %s . . . . . . . . . . . %s", october, november, now);
  int row = sheet_add_row (sheet, "A", UNIT_COUNT, months);
  Figure *figure = sheet_add (sheet, row, MEASURE_CHANGE_YEAR, change);
  figure->period = period_month (2015, 10);
  figure->page = 3;
  figure->box = (Box){ 50, 10.0 * row, 60, 10.0 * row + 10 };
  report_set_text (&figure->label, "% change from Oct 15");
}

static Sheet *
wrong_heading (void)
{
  Sheet *sheet = sheet_new ();
  add_year (sheet, "131", "104", "109", "5");
  add_year (sheet, "47", "36", "48", "33");
  add_year (sheet, "5", "5", "15", "200");
  add_year (sheet, "347", "335", "344", "3");
  return sheet;
}

Test (change, a_heading_of_another_base_is_one_finding)
{
  g_autoptr (Sheet) sheet = wrong_heading ();
  cr_expect_eq (sheet_check (sheet, "heading-base"), 1);
  cr_expect_null (sheet_finding (sheet, "change-year"));
}

Test (change, the_finding_about_a_heading_has_its_words_its_proof_and_the_base)
{
  g_autoptr (Sheet) sheet = wrong_heading ();
  sheet_check (sheet, "heading-base");
  const Finding *finding = sheet_finding (sheet, "heading-base");
  cr_expect_str_eq (finding->printed, "% change from Oct 15");
  cr_expect_str_eq (finding->suggestion, "2015-11");
  cr_expect_eq (finding->indicator, NO_INDICATOR);
  cr_expect_eq (finding->page, 3);
  cr_expect_eq (finding->box.y1, 40, "the box is that of the column");
  cr_expect_str_eq (finding->message,
                    "3 of 4 figures cannot come from 2015-10, the month of the heading, and 4 of 4 "
                    "can come from 2015-11; 5 is printed where (109 - 131) / 131 = -16.794 % and "
                    "(109 - 104) / 104 = 4.808 %");
}

Test (change, the_box_of_a_column_is_that_on_its_first_page)
{
  g_autoptr (Sheet) sheet = wrong_heading ();
  report_figure (sheet->report, sheet->report->figures->len - 1)->page = 4;
  sheet_check (sheet, "heading-base");
  cr_expect_eq (sheet_finding (sheet, "heading-base")->box.y1, 30);
}

Test (change, a_base_that_few_rows_print_explains_nothing)
{
  g_autoptr (Sheet) sheet = wrong_heading ();
  for (int i = 0; i < 5; i++)
    add_year (sheet, "100", ".", "50", "77");
  cr_expect_eq (sheet_check (sheet, "heading-base"), 0);
}

Test (change, a_figure_that_no_base_explains_is_a_finding_beside_the_heading)
{
  g_autoptr (Sheet) sheet = wrong_heading ();
  add_year (sheet, "100", "50", "75", "99");
  cr_expect_eq (sheet_check (sheet, "heading-base"), 1);
  const Finding *finding = sheet_finding (sheet, "change-year");
  cr_assert_not_null (finding);
  cr_expect (g_str_has_prefix (finding->message, "change from 2015-11 printed 99"));
}

Test (change, a_heading_that_most_figures_follow_is_right)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  add_year (sheet, "131", "104", "109", "-17");
  add_year (sheet, "47", "36", "48", "2");
  add_year (sheet, "347", "335", "344", "-1");
  add_year (sheet, "100", "50", "75", "50");
  cr_expect_eq (sheet_check (sheet, "heading-base"), 0);
  cr_expect_not_null (sheet_finding (sheet, "change-year"));
}

/* Properties: figures made of random data, percentages in millionths of a per cent. */

#define MILLION 1000000

static guint
contradictions_of_random_rows (guint32 seed, Unit unit, gint64 divisor, int shift)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  int places = unit == UNIT_COUNT ? 0 : g_rand_int_range (rand, 0, 3);
  for (int i = 0; i < 6; i++)
    {
      gint64 base = g_rand_int_range (rand, 10 * (int) divisor, 100 * (int) divisor);
      gint64 now = g_rand_int_range (rand, 0, 100 * (int) divisor);
      gint64 printed_change = 100 * (now - base) + (i == 0 ? shift * base : 0);
      g_autofree char *base_text = sheet_round (base, divisor, places);
      g_autofree char *now_text = sheet_round (now, divisor, places);
      g_autofree char *change = sheet_round (printed_change, base, g_rand_int_range (rand, 0, 2));
      add_change (sheet, unit, base_text, now_text, change);
    }
  return sheet_check (sheet, "change-prev");
}

Test (change, rounding_alone_never_raises_it)
{
  for (guint32 seed = 0; seed < 300; seed++)
    {
      cr_expect_eq (contradictions_of_random_rows (seed, UNIT_COUNT, 1, 0), 0, "seed %u", seed);
      cr_expect_eq (contradictions_of_random_rows (seed, UNIT_PERCENT, MILLION, 0), 0, "seed %u",
                    seed);
    }
}

Test (change, an_error_beyond_rounding_always_raises_it)
{
  /* From a base of at least 10, rounding to whole per cent moves a change of less than 900 by less
   * than 60 points. */
  for (guint32 seed = 0; seed < 300; seed++)
    {
      cr_expect_eq (contradictions_of_random_rows (seed, UNIT_COUNT, 1, 2), 1, "seed %u", seed);
      cr_expect_eq (contradictions_of_random_rows (seed, UNIT_PERCENT, MILLION, 120), 1, "seed %u",
                    seed);
    }
}
