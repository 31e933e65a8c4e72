/* tests/check/test_outlier.c - tests check/outlier.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include "tests/check/sheet.h"

typedef struct
{
  Unit unit;
  char months[64];
  guint n_findings;
} OutlierCase;

ParameterizedTestParameters (outlier, a_month_far_off_the_others_is_a_warning)
{
  static OutlierCase cases[] = {
    { UNIT_COUNT, "10 11 12 13 14 15 16 46", 0 },
    { UNIT_COUNT, "10 11 12 13 14 15 16 47", 1 },
    { UNIT_COUNT, "47 10 11 12 13 14 15 16", 1 },
    { UNIT_COUNT, "40 41 42 43 44 45 46 9", 1 },
    { UNIT_COUNT, "10 11 12 13 14 15 47", 0 },    /* too few */
    { UNIT_COUNT, "10 11 12 13 14 15 47 48", 0 }, /* two hide each other */
    { UNIT_PERCENT, "50 50 50 50 50 50 50 100", 0 },
    { UNIT_COUNT, "0 0 0 0 1 0 0 10", 0 },
    { UNIT_COUNT, "0 0 0 0 1 0 0 12", 1 },
    { UNIT_COUNT, "- - - - - - - -", 0 },
    { UNIT_COUNT, "", 0 },
    { UNIT_COUNT, "1 2 1 2 1 2 1 1000000000000000", 1 },
  };
  return cr_make_param_array (OutlierCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (OutlierCase *c, outlier, a_month_far_off_the_others_is_a_warning)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet_add_row (sheet, "A", c->unit, c->months);
  cr_expect_eq (sheet_check (sheet, "outlier"), c->n_findings, "%s", c->months);
  if (c->n_findings > 0)
    cr_expect_eq (sheet_finding (sheet, "outlier")->severity, SEVERITY_WARNING);
}
