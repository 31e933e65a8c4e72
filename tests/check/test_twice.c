/* tests/check/test_twice.c - tests check/twice.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include "tests/check/sheet.h"

/* Adds a row to a table of that number. */
static int
add_row (Sheet *sheet, int table, const char *ref, Unit unit, const char *months)
{
  int row = sheet_add_row (sheet, ref, unit, months);
  report_indicator (sheet->report, (guint) row)->table = table;
  return row;
}

typedef struct
{
  Unit unit;
  char summary[32], detail[32];
  guint n_findings;
} TwiceCase;

ParameterizedTestParameters (twice, two_places_print_one_value)
{
  static TwiceCase cases[] = {
    { UNIT_COUNT, "1 2 3 4", "1 2 3 4", 0 },
    { UNIT_COUNT, "1 2 3 4", "1 2 3 5", 1 },
    { UNIT_COUNT, "15", "15.0", 0 },
    { UNIT_PERCENT, "97 98 99 20", "97.2 98.4 99.1 20.5", 0 },
    { UNIT_PERCENT, "97 98 99 20", "97.2 98.4 99.1 20.6", 1 },
    { UNIT_PERCENT, "40.4 1 2 3", "40.5 1 2 3", 0 }, /* 40.45 may be printed as either */
    { UNIT_PERCENT, "40.4 1 2 3", "40.6 1 2 3", 1 },
    { UNIT_COUNT, "1 2 3 4", ". . 3 -", 0 },
    { UNIT_COUNT, "1 2 3 4", "5 6 7 4", 0 }, /* of different things */
    { UNIT_COUNT, "4", "5", 0 },             /* nothing shows that they mean the same */
  };
  return cr_make_param_array (TwiceCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (TwiceCase *c, twice, two_places_print_one_value)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  add_row (sheet, 1, "6.3", c->unit, c->summary);
  add_row (sheet, 2, "6.3", c->unit, c->detail);
  cr_expect_eq (sheet_check (sheet, "twice"), c->n_findings, "%s | %s", c->summary, c->detail);
}

Test (twice, rows_of_another_unit_or_reference_or_of_one_table_are_not_compared)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  add_row (sheet, 1, "6.3", UNIT_COUNT, "1 2 3 4");
  add_row (sheet, 2, "6.3", UNIT_PERCENT, "1 2 3 5");
  add_row (sheet, 2, "6.4", UNIT_COUNT, "1 2 3 5");
  add_row (sheet, 1, "6.3", UNIT_COUNT, "1 2 3 5");
  cr_expect_eq (sheet_check (sheet, "twice"), 0);
}

Test (twice, without_references_the_name_tells_the_row)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  for (int table = 1; table <= 2; table++)
    {
      int row = add_row (sheet, table, "", UNIT_COUNT, table == 1 ? "1 2 3" : "1 2 4");
      report_set_text (&report_indicator (sheet->report, (guint) row)->name, "New referrals");
    }
  cr_expect_eq (sheet_check (sheet, "twice"), 1);
}

Test (twice, a_single_shared_figure_counts_where_the_tables_are_shown_to_agree)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  add_row (sheet, 1, "6.3", UNIT_COUNT, "1 2 3 4");
  add_row (sheet, 1, "7.2", UNIT_COUNT, "8");
  add_row (sheet, 2, "6.3", UNIT_COUNT, "1 2 3 4");
  add_row (sheet, 2, "7.2", UNIT_COUNT, "9");
  cr_expect_eq (sheet_check (sheet, "twice"), 1);
}

Test (twice, the_place_that_two_others_contradict_is_the_finding)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  add_row (sheet, 1, "6.3", UNIT_COUNT, "1 2 3 4");
  int wrong = add_row (sheet, 2, "6.3", UNIT_COUNT, "1 2 3 5");
  add_row (sheet, 3, "6.3", UNIT_COUNT, "1 2 3 4");
  cr_expect_eq (sheet_check (sheet, "twice"), 1);
  const Finding *finding = sheet_finding (sheet, "twice");
  cr_expect_eq (finding->indicator, wrong);
  cr_expect_str_eq (finding->message, "printed 5 on table 2, but 4 on table 1");
  cr_expect_str_eq (finding->suggestion, "4");
  cr_expect_eq (finding->severity, SEVERITY_CONTRADICTION);
}

Test (twice, years_copied_from_another_line_are_one_cause)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  for (int table = 1; table <= 2; table++)
    {
      int row = add_row (sheet, table, "5.9", UNIT_COUNT, "1 2 3 4");
      for (int year = 2013; year < 2016; year++)
        sheet_add (sheet, row, MEASURE_ANNUAL, table == 1 ? "11" : "12")->period
            = period_financial_year (year);
    }
  cr_expect_eq (sheet_check (sheet, "twice"), 3);
  const char *group = sheet_finding (sheet, "twice")->group;
  cr_expect_str_neq (group, "");
  for (guint i = 0; i < sheet->report->findings->len; i++)
    cr_expect_str_eq (report_finding (sheet->report, i)->group, group);
}

/* Adds six shares of a hidden whole, rounded to @places, to a table. */
static int
add_shares (Sheet *sheet, int table, const gint64 *parts, gint64 whole, int places)
{
  g_autoptr (GString) months = g_string_new (NULL);
  for (int i = 0; i < 6; i++)
    {
      g_autofree char *share = sheet_round (parts[i] * 100, whole, places);
      g_string_append_printf (months, "%s%s", i > 0 ? " " : "", share);
    }
  return add_row (sheet, table, "6.3", UNIT_PERCENT, months->str);
}

Test (twice, roundings_of_one_figure_never_contradict_and_a_wrong_one_always_does)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  for (int round = 0; round < 200; round++)
    {
      gint64 parts[6], whole = g_rand_int_range (random, 200, 5000);
      for (int i = 0; i < 6; i++)
        parts[i] = g_rand_int_range (random, 0, (gint32) whole / 2);
      g_autoptr (Sheet) sheet = sheet_new ();
      add_shares (sheet, 1, parts, whole, g_rand_int_range (random, 0, 3));
      add_shares (sheet, 2, parts, whole, g_rand_int_range (random, 0, 3));
      cr_assert_eq (sheet_check (sheet, "twice"), 0, "round %d", round);

      g_autoptr (Sheet) wrong = sheet_new ();
      add_shares (wrong, 1, parts, whole, 0);
      parts[g_rand_int_range (random, 0, 6)] += whole / 20; /* 5 points: beyond rounding */
      add_shares (wrong, 2, parts, whole, 0);
      cr_assert_eq (sheet_check (wrong, "twice"), 1, "round %d", round);
    }
}
