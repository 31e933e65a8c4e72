/* tests/check/test_dot.c - tests check/dot.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include "tests/check/sheet.h"

static int
add_row (Sheet *sheet, const char *good, Unit unit, const char *months, const char *arrow)
{
  int row = sheet_add_row (sheet, "A", unit, months);
  report_set_text (&report_indicator (sheet->report, (guint) row)->good_performance, good);
  sheet_add (sheet, row, MEASURE_DOT, arrow);
  return row;
}

/* A report whose arrows tell of performance: against the figures where low is good. */
static Sheet *
sheet_with_arrows (void)
{
  Sheet *sheet = sheet_new ();
  for (int i = 0; i < 3; i++)
    {
      add_row (sheet, "High", UNIT_COUNT, "100 101", "^");
      add_row (sheet, "High", UNIT_COUNT, "9 8", "v");
      add_row (sheet, "Low", UNIT_COUNT, "10 17", "v");
      add_row (sheet, "Low", UNIT_COUNT, "9 8", "^");
    }
  add_row (sheet, "High", UNIT_COUNT, "9 9", "=");
  return sheet;
}

typedef struct
{
  char good[8], months[16], arrow[4];
  Unit unit;
  guint n_findings;
} DotCase;

ParameterizedTestParameters (dot, agrees_with_its_months)
{
  static DotCase cases[] = {
    { "High", "10 12", "^", UNIT_COUNT, 0 },   { "High", "10 12", "v", UNIT_COUNT, 1 },
    { "High", "12 10", "^", UNIT_COUNT, 1 },   { "Low", "10 12", "v", UNIT_COUNT, 0 },
    { "low", "10 12", "^", UNIT_COUNT, 1 },    { "Low", "12 10", "v", UNIT_COUNT, 1 },
    { "High", "10 10", "^", UNIT_COUNT, 1 },   { "High", "10 10", "^", UNIT_PERCENT, 0 },
    { "High", "10 10", "=", UNIT_COUNT, 0 },   { "High", "10 12", "=", UNIT_COUNT, 1 },
    { "High", "999 998", "=", UNIT_COUNT, 0 }, /* no arrow tells of so small a change */
    { "Info", "10 12", "v", UNIT_COUNT, 0 },   /* no row shows what it means there */
    { "High", "- 12", "v", UNIT_COUNT, 0 },    { "High", "12", "v", UNIT_COUNT, 0 },
    { "High", "0 12", "^", UNIT_COUNT, 0 },    { "High", "0 12", "=", UNIT_COUNT, 0 },
  };
  return cr_make_param_array (DotCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (DotCase *c, dot, agrees_with_its_months)
{
  g_autoptr (Sheet) sheet = sheet_with_arrows ();
  add_row (sheet, c->good, c->unit, c->months, c->arrow);
  cr_expect_eq (sheet_check (sheet, "dot"), c->n_findings, "%s %s %s", c->good, c->months,
                c->arrow);
}

Test (dot, arrows_that_follow_neither_reading_prove_nothing)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  for (int i = 0; i < 4; i++)
    {
      add_row (sheet, "High", UNIT_COUNT, "100 101", "^");
      add_row (sheet, "High", UNIT_COUNT, "100 101", "v");
    }
  cr_expect_eq (sheet_check (sheet, "dot"), 0);
}

Test (dot, a_few_arrows_may_agree_by_chance)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  for (int i = 0; i < 3; i++)
    add_row (sheet, "High", UNIT_COUNT, "100 101", "^");
  add_row (sheet, "High", UNIT_COUNT, "101 100", "v");
  add_row (sheet, "High", UNIT_COUNT, "100 101", "v");
  cr_expect_eq (sheet_check (sheet, "dot"), 0);
}

Test (dot, arrows_that_all_point_one_way_may_say_where_figures_should_go)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  for (int i = 0; i < 12; i++)
    add_row (sheet, "High", UNIT_COUNT, i == 0 ? "12 10" : "10 12", "^");
  cr_expect_eq (sheet_check (sheet, "dot"), 0);
}

Test (dot, the_finding_tells_the_months_and_the_right_arrow)
{
  g_autoptr (Sheet) sheet = sheet_with_arrows ();
  add_row (sheet, "Low", UNIT_COUNT, "10 12", "^");
  sheet_check (sheet, "dot");
  const Finding *finding = sheet_finding (sheet, "dot");
  cr_expect_str_eq (finding->message,
                    "arrow up beside a month of 12 after one of 10, which is down: 6 of 7 such "
                    "arrows where good performance is 'Low' point against the figures");
  cr_expect_str_eq (finding->suggestion, "down");
  cr_expect_eq (finding->measure, MEASURE_DOT);
}

/* A report of figures made up, whose arrows point with them where high is good, and against them
 * where low is; one in @wrong is turned if that is not 0. */
static Sheet *
sheet_of_random (GRand *random, int wrong)
{
  Sheet *sheet = sheet_new ();
  for (int i = 0; i < 30; i++)
    {
      int before = g_rand_int_range (random, 0, 1000);
      int now = before + g_rand_int_range (random, 1, 500) * (g_rand_boolean (random) ? 1 : -1);
      gboolean is_low = i % 2, is_up = (now > before) != (is_low != 0);
      if (i + 1 == wrong)
        is_up = !is_up;
      g_autofree char *months = g_strdup_printf ("%d %d", before, now);
      add_row (sheet, is_low ? "Low" : "High", UNIT_COUNT, months, is_up ? "^" : "v");
    }
  return sheet;
}

Test (dot, arrows_of_figures_made_up_never_contradict_and_a_turned_one_always_does)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2);
  for (int round = 0; round < 100; round++)
    {
      g_autoptr (Sheet) right = sheet_of_random (random, 0);
      cr_assert_eq (sheet_check (right, "dot"), 0, "round %d", round);
      g_autoptr (Sheet) wrong = sheet_of_random (random, 1 + round % 30);
      cr_assert_eq (sheet_check (wrong, "dot"), 1, "round %d", round);
    }
}
