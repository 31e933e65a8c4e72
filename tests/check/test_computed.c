/* tests/check/test_computed.c - tests check/computed.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include "tests/check/sheet.h"

typedef struct
{
  char months[16];
  guint n_findings;
} ComputedCase;

ParameterizedTestParameters (computed, a_change_that_can_be_computed_is_printed)
{
  static ComputedCase cases[] = { { "15 44", 1 }, { "0 44", 0 }, { "- 44", 0 },
                                  { "15 -", 0 },  { "44", 0 },   { "15 15", 1 } };
  return cr_make_param_array (ComputedCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (ComputedCase *c, computed, a_change_that_can_be_computed_is_printed)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  int row = sheet_add_row (sheet, "A", UNIT_COUNT, c->months);
  Figure *change = sheet_add (sheet, row, MEASURE_CHANGE_PREV, "n/a");
  change->status = STATUS_NOT_APPLICABLE;
  change->period = period_add_months (SHEET_MONTH, -1);
  cr_expect_eq (sheet_check (sheet, "not-computed"), c->n_findings, "%s", c->months);
}

Test (computed, the_warning_tells_the_change)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  int row = sheet_add_row (sheet, "A", UNIT_COUNT, "15 44");
  Figure *change = sheet_add (sheet, row, MEASURE_CHANGE_PREV, "n/a");
  change->status = STATUS_NOT_APPLICABLE;
  change->period = period_add_months (SHEET_MONTH, -1);
  sheet_check (sheet, "not-computed");
  const Finding *finding = sheet_finding (sheet, "not-computed");
  cr_expect_str_eq (finding->message,
                    "'n/a' is printed for the change, but (44 - 15) / 15 = 193.3 %");
  cr_expect_eq (finding->severity, SEVERITY_WARNING);
}
