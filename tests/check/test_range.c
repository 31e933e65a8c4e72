/* tests/check/test_range.c - tests check/range.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include "tests/check/sheet.h"

typedef struct
{
  Unit unit;
  char months[32];
  guint n_findings;
} RangeCase;

ParameterizedTestParameters (range, figures_lie_where_their_unit_can)
{
  static RangeCase cases[] = {
    { UNIT_PERCENT, "0 50 100", 0 },
    { UNIT_PERCENT, "100.0", 0 },
    { UNIT_PERCENT, "100.1", 1 },
    { UNIT_PERCENT, "-1 101", 2 },
    { UNIT_COUNT, "0 5", 0 },
    { UNIT_COUNT, "-5", 1 },
    { UNIT_COUNT, "5 6 7 7.5", 1 },
    { UNIT_COUNT, "5 7.5", 0 },
    { UNIT_COUNT, "5 6 7 7.5 8.5", 0 },
    { UNIT_COUNT, "5 6 7 7.0", 0 },
    { UNIT_RATE_PER_10000, "-5 400.5 3", 0 },
    { UNIT_NONE, "-5 101", 0 },
    { UNIT_COUNT, "999999999999999", 0 },
    { UNIT_COUNT, ". - new", 0 },
  };
  return cr_make_param_array (RangeCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (RangeCase *c, range, figures_lie_where_their_unit_can)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet_add_row (sheet, "A", c->unit, c->months);
  cr_expect_eq (sheet_check (sheet, "range"), c->n_findings, "%s %s", unit_code (c->unit),
                c->months);
}

Test (range, a_percentage_that_may_be_no_share_is_a_warning)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  int row = sheet_add_row (sheet, "A", UNIT_PERCENT, "104");
  cr_expect_eq (sheet_check (sheet, "range"), 1);
  cr_expect_eq (sheet_finding (sheet, "range")->severity, SEVERITY_CONTRADICTION);

  report_cut (sheet->report, REPORT_FINDINGS, 0);
  report_set_text (&report_indicator (sheet->report, (guint) row)->canonical_id, "");
  cr_expect_eq (sheet_check (sheet, "range"), 1);
  cr_expect_eq (sheet_finding (sheet, "range")->severity, SEVERITY_WARNING);
}

Test (range, changes_may_have_any_size)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  int row = sheet_add_row (sheet, "A", UNIT_PERCENT, "10");
  sheet_add (sheet, row, MEASURE_CHANGE_PREV, "-300")->unit = UNIT_PERCENT;
  cr_expect_eq (sheet_check (sheet, "range"), 0);
}
