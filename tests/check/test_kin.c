/* tests/check/test_kin.c - tests check/kin.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>
#include <string.h>

#include "tests/check/sheet.h"

/* A row of a publisher that the catalogue does not know. */
static int
add_named (Sheet *sheet, const char *ref, const char *name, Unit unit, const char *months)
{
  int row = sheet_add_row (sheet, ref, unit, months);
  Indicator *indicator = report_indicator (sheet->report, (guint) row);
  report_set_text (&indicator->name, name);
  report_set_text (&indicator->canonical_id, "");
  return row;
}

static Sheet *
conferences (const char *percentages)
{
  Sheet *sheet = sheet_new ();
  add_named (sheet, "", "Percentage of conferences held on time", UNIT_PERCENT, percentages);
  add_named (sheet, "", "Number of meetings", UNIT_COUNT, "47 36 36 60 37 49 32 48 56 62");
  add_named (sheet, "", "Number of conferences held on time", UNIT_COUNT,
             "43 21 27 42 15 37 16 46 33 35");
  return sheet;
}

#define ON_TIME "91.5 58.3 75.0 70.0 40.5 75.5 50.0 95.8 58.9 56.5"

Test (kin, a_percentage_beside_the_number_of_its_name_is_held_to_it)
{
  g_autoptr (Sheet) good = conferences (ON_TIME);
  g_autoptr (Sheet) bad = conferences ("91.5 58.3 75.0 70.0 40.5 75.5 22.3 95.8 58.9 56.5");
  cr_expect_eq (sheet_check (good, "ratio"), 0);
  cr_expect_eq (sheet_check (bad, "ratio"), 1);
  cr_expect_str_eq (
      sheet_finding (bad, "ratio")->message,
      "percentage printed 22.3, but Number of conferences held on time / Number of meetings = 16 / "
      "32 = 50 %; 22.3 stands for 22.25 to 22.35 (a relation that this report shows: its names "
      "tell, and 9 of 10 months keep it)");
}

Test (kin, a_reference_may_tell_what_names_do_not)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  add_named (sheet, "X7-QL", "Timeliness", UNIT_PERCENT,
             "91.5 58.3 75.0 70.0 40.5 75.5 22.3 95.8 58.9 56.5");
  add_named (sheet, "X7 (val)", "In time", UNIT_COUNT, "43 21 27 42 15 37 16 46 33 35");
  add_named (sheet, "X2", "Held", UNIT_COUNT, "47 36 36 60 37 49 32 48 56 62");
  cr_expect_eq (sheet_check (sheet, "ratio"), 1);
}

Test (kin, figures_that_fit_without_names_prove_nothing)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  add_named (sheet, "", "Timeliness", UNIT_PERCENT,
             "91.5 58.3 75.0 70.0 40.5 75.5 22.3 95.8 58.9 56.5");
  add_named (sheet, "", "Staff", UNIT_COUNT, "43 21 27 42 15 37 16 46 33 35");
  add_named (sheet, "", "Visitors", UNIT_COUNT, "47 36 36 60 37 49 32 48 56 62");
  cr_expect_eq (sheet_check (sheet, "ratio"), 0);
}

Test (kin, names_without_figures_prove_nothing)
{
  g_autoptr (Sheet) sheet = conferences ("91.5 12.3 75.0 12.0 40.5 12.5 50.0 12.8 58.9 12.5");
  cr_expect_eq (sheet_check (sheet, "ratio"), 0);
}

Test (kin, steady_figures_may_fit_by_chance)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  add_named (sheet, "", "Percentage of visits on time", UNIT_PERCENT, "50 50 50 50 50 50 50 22");
  add_named (sheet, "", "Number of visits on time", UNIT_COUNT, "10 10 10 10 10 10 10 10");
  add_named (sheet, "", "Number of cars", UNIT_COUNT, "20 20 20 20 20 20 20 20");
  cr_expect_eq (sheet_check (sheet, "ratio"), 0);
}

Test (kin, a_near_miss_is_a_note_as_something_else_may_be_counted)
{
  g_autoptr (Sheet) sheet = conferences ("91.5 58.3 75.0 70.0 40.5 75.5 48.5 95.8 58.9 56.5");
  cr_expect_eq (sheet_check (sheet, "ratio"), 1); /* 16 / 33 */
  cr_expect_eq (sheet_finding (sheet, "ratio")->severity, SEVERITY_NOTE);
}

/* Some are neither late nor early, if few. */
Test (kin, shares_that_fall_short_may_leave_a_third_unless_many_months_make_100)
{
  static const struct
  {
    const char *on_time, *late;
    Severity severity;
  } cases[] = {
    { "61.5 58.3 75.0 70.0 40.5 75.5", "38.5 41.7 25.0 30.0 59.5 20.5", SEVERITY_NOTE },
    { "61.5 58.3 75.0 70.0 40.5 79.5", "38.5 41.7 25.0 30.0 59.5 24.5", SEVERITY_CONTRADICTION },
    { "61.5 58.3 75.0 70.0 40.5 75.5 61.2 58.1 75.3 70.7 40.9",
      "38.5 41.7 25.0 30.0 59.5 20.5 38.8 41.9 24.7 29.3 59.1", SEVERITY_CONTRADICTION },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Sheet) sheet = sheet_new ();
      add_named (sheet, "", "% of home visits early", UNIT_PERCENT, cases[i].on_time);
      add_named (sheet, "", "% of home visits late", UNIT_PERCENT, cases[i].late);
      cr_assert_eq (sheet_check (sheet, "complement"), 1);
      cr_expect_eq (sheet_finding (sheet, "complement")->severity, cases[i].severity, "%zu", i);
    }
}

Test (kin, a_rate_is_held_to_the_count_of_its_name)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  add_named (sheet, "", "Rate of referrals per 10,000", UNIT_RATE_PER_10000,
             "20.0 40.0 60.0 50.0 99.0 35.0 25.0 30.0");
  add_named (sheet, "", "Number of referrals", UNIT_COUNT, "100 200 300 250 150 175 125 150");
  cr_expect_eq (sheet_check (sheet, "population"), 1);
}

Test (kin, shares_of_akin_names_that_make_100_are_held_to_it)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  add_named (sheet, "", "% of reviews within 10 days", UNIT_PERCENT, "10 20 30 40 50 60");
  add_named (sheet, "", "% of reviews within 20 days", UNIT_PERCENT, "50 30 30 20 30 30");
  add_named (sheet, "", "% of reviews over 20 days", UNIT_PERCENT, "40 50 40 40 5 10");
  cr_expect_eq (sheet_check (sheet, "shares"), 1);
  const Finding *finding = sheet_finding (sheet, "shares");
  cr_expect_not_null (strstr (finding->message, "50 + 30 + 5 = 83.5 to 86.5"));
}

Test (kin, what_is_named_a_total_is_held_to_the_rows_beside_it)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  add_named (sheet, "", "Girls", UNIT_COUNT, "1 2 3 4 5 6");
  add_named (sheet, "", "Boys", UNIT_COUNT, "9 8 6 5 4 7");
  add_named (sheet, "", "Total", UNIT_COUNT, "10 10 9 9 9 31");
  cr_expect_eq (sheet_check (sheet, "shares"), 1);
  cr_expect_not_null (strstr (sheet_finding (sheet, "shares")->message,
                              "total printed 31, but Girls + Boys = 6 + 7 = 13"));
}

/* "5 of 10, 50 %" in month @back before the report's. */
static void
add_share_of_month (Sheet *sheet, int row, int back, const char *part, const char *share)
{
  sheet_add_share (sheet, row, part, "10", share);
  for (guint i = 1; i <= 3; i++)
    {
      Figure *figure = report_figure (sheet->report, sheet->report->figures->len - i);
      figure->period = period_add_months (figure->period, -back);
      figure->row = 10 + 10 * row + back;
    }
}

Test (kin, numbers_beside_shares_of_one_whole_make_it)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  static const char *const refs[] = { "A", "B", "C" };
  for (int i = 0; i < 3; i++)
    {
      int row = sheet_add_row (sheet, refs[i], UNIT_PERCENT, ".");
      add_share_of_month (sheet, row, 2, i == 0 ? "4" : "3", i == 0 ? "40" : "30");
      add_share_of_month (sheet, row, 1, i == 1 ? "4" : "3", i == 1 ? "40" : "30");
      add_share_of_month (sheet, row, 0, i == 2 ? "6" : "3", i == 2 ? "60" : "30");
    }
  sheet_relate_as (sheet, "a + b + c = 100 %");
  cr_expect_eq (sheet_check (sheet, "shares"), 2, "the shares and their numbers");
  cr_expect_str_neq (sheet_finding (sheet, "shares")->group, "", "are one cause");
}

/* Rows of unrelated random figures, with names that a relation might have. */
Test (kin, random_figures_are_related_to_nothing)
{
  for (guint32 seed = 0; seed < 300; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (Sheet) sheet = sheet_new ();
      for (int row = 0; row < 24; row++)
        {
          g_autoptr (GString) months = g_string_new (NULL);
          int level = g_rand_int_range (rand, 20, 80);
          for (int i = 0; i < 7; i++)
            g_string_append_printf (months, "%s%d", i > 0 ? " " : "",
                                    level + g_rand_int_range (rand, -15, 15));
          Unit unit = row % 3 == 0 ? UNIT_PERCENT : UNIT_COUNT;
          add_named (sheet, "", unit == UNIT_PERCENT ? "% of visits on time" : "Visits on time",
                     unit, months->str);
        }
      sheet_check (sheet, "ratio");
      for (guint i = 0; i < sheet->report->findings->len; i++)
        cr_expect_neq (report_finding (sheet->report, i)->severity, SEVERITY_CONTRADICTION,
                       "seed %u: %s", seed, report_finding (sheet->report, i)->message);
    }
}
