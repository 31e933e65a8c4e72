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

/* A column of changes that follow from the month before, and one row that is not like them. */
static Sheet *
sheet_of_changes (const char *months, const char *change, guint n_like)
{
  Sheet *sheet = sheet_new ();
  for (guint i = 0; i < n_like; i++)
    {
      int row = sheet_add_row (sheet, "L", UNIT_COUNT, "10 15");
      sheet_add (sheet, row, MEASURE_CHANGE_PREV, "50")->period
          = period_add_months (SHEET_MONTH, -1);
    }
  int row = sheet_add_row (sheet, "A", UNIT_COUNT, months);
  sheet_add (sheet, row, MEASURE_CHANGE_PREV, change)->period = period_add_months (SHEET_MONTH, -1);
  return sheet;
}

Test (computed, a_change_from_a_month_of_none_is_a_contradiction_where_the_column_shows_its_base)
{
  static const struct
  {
    const char *months, *change;
    guint n_like;
    Severity severity;
    guint n_findings;
  } cases[] = {
    { "0 5", "100", 4, SEVERITY_CONTRADICTION, 1 },
    { "0 5", "100", 0, SEVERITY_WARNING, 1 }, /* nothing shows what the column is of */
    { "- 5", "100", 4, SEVERITY_WARNING, 1 },
    { "0 0", "0", 4, SEVERITY_NOTE, 0 },
    { ". 5", "100", 4, SEVERITY_NOTE, 0 },
    { "4 5", "25", 4, SEVERITY_NOTE, 0 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Sheet) sheet
          = sheet_of_changes (cases[i].months, cases[i].change, cases[i].n_like);
      cr_assert_eq (sheet_check (sheet, "not-computed"), cases[i].n_findings, "%s",
                    cases[i].months);
      if (cases[i].n_findings > 0)
        cr_expect_eq (sheet_finding (sheet, "not-computed")->severity, cases[i].severity, "%s",
                      cases[i].months);
    }
}

Test (computed, a_share_of_a_rounded_zero_is_no_finding)
{
  g_autoptr (Sheet) sheet = sheet_of_changes ("5 5", "0", 4);
  int row = sheet_add_row (sheet, "P", UNIT_PERCENT, "0 5");
  sheet_add (sheet, row, MEASURE_CHANGE_PREV, "900")->period = period_add_months (SHEET_MONTH, -1);
  cr_expect_eq (sheet_check (sheet, "not-computed"), 0);
}
