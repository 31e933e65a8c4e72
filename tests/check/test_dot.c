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
  for (int i = 0; i < 2; i++)
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

Test (dot, the_finding_tells_the_months_and_the_right_arrow)
{
  g_autoptr (Sheet) sheet = sheet_with_arrows ();
  add_row (sheet, "Low", UNIT_COUNT, "10 12", "^");
  sheet_check (sheet, "dot");
  const Finding *finding = sheet_finding (sheet, "dot");
  cr_expect_str_eq (finding->message,
                    "arrow up beside a month of 12 after one of 10, which is down: 4 of 5 such "
                    "arrows where good performance is 'Low' point against the figures");
  cr_expect_str_eq (finding->suggestion, "down");
  cr_expect_eq (finding->measure, MEASURE_DOT);
}
