/* tests/check/test_rules.c - tests check/rules.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>
#include <string.h>

#include "check/rule.h"
#include "tests/check/sheet.h"

Test (rules, each_explains_itself_and_has_a_name_of_its_own)
{
  gsize n_rules = 0;
  const CheckRule *rules = check_rules (&n_rules);
  cr_assert_gt (n_rules, 0);
  for (gsize i = 0; i < n_rules; i++)
    {
      cr_expect_eq (check_rule_find (rules[i].name), &rules[i], "%s stands twice", rules[i].name);
      cr_expect (rules[i].summary[0] != '\0' && rules[i].explains[0] != '\0', "%s", rules[i].name);
    }
  cr_expect_null (check_rule_find ("no-such-rule"));
}

Test (rules, each_stands_in_the_manual)
{
  g_autofree char *manual = NULL;
  cr_assert (g_file_get_contents ("docs/rules.md", &manual, NULL, NULL));
  gsize n_rules = 0;
  const CheckRule *rules = check_rules (&n_rules);
  for (gsize i = 0; i < n_rules; i++)
    {
      g_autofree char *name = g_strdup_printf ("`%s`", rules[i].name);
      cr_expect_not_null (strstr (manual, name), "docs/rules.md has no %s", name);
    }
}

Test (rules, findings_are_added_to_those_of_earlier_stages)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  report_add_finding (sheet->report, "months", SEVERITY_NOTE);
  sheet_add_row (sheet, "A", UNIT_COUNT, "?");
  cr_expect_eq (sheet_check (sheet, "months"), 1);
  cr_expect_eq (sheet->report->findings->len, 2);
}

/* What may stand in a row, and statistics that it allows, all that are printed. */
typedef struct
{
  const char *months, *share, *mean, *largest, *change, *year;
} BadCase;

static void
add_statistics (Sheet *sheet, int row, const BadCase *c)
{
  sheet_add (sheet, row, MEASURE_MEAN_12M, c->mean);
  sheet_add (sheet, row, MEASURE_MAX_12M, c->largest);
  sheet_add (sheet, row, MEASURE_CHANGE_PREV, c->change)->period
      = period_add_months (SHEET_MONTH, -1);
  sheet_add (sheet, row, MEASURE_CHANGE_YEAR, c->change)->period
      = period_add_months (SHEET_MONTH, -12);
  sheet_add (sheet, row, MEASURE_DOT, "= ");
  sheet_add (sheet, row, MEASURE_BENCHMARK, c->largest)->comparator = COMPARATOR_NATIONAL;
  sheet_add (sheet, row, MEASURE_YTD, c->year)->period = period_year_to_date (2016);
}

#define VAST "1000000000000000"

/* Each relation over rows of no months, of one, of cells without figures, of zeros that others are
 * divided by, and of figures as large as can be read. */
Test (rules, rows_without_figures_of_zeros_or_of_huge_ones_prove_nothing)
{
  static const char *const relations[]
      = { "p = a / w",         "q = a / (b + w)", "r = a / population", "p + q = 100 %",
          "p + q + s = 100 %", "a + b = t",       "t = a + b",          "a = before a + b - b",
          "t = 12 months a",   "a <= t" };
  static const BadCase cases[] = {
    { "", "", "n/a", "n/a", "n/a", "n/a" },
    { "", "", "5", "9", "3", "40" },
    { "5", "50", "n/a", "n/a", "n/a", "n/a" },
    { "- - - -", "- - - -", "-", "-", "-", "-" },
    { "? ? ? ?", "? ? ? ?", "5", "9", "3", "40" },
    { "new new new new", "new new new new", "n/a", "n/a", "n/a", "n/a" },
    { "0 0 0 0 0 0 0 0 0 0 0 0", "n/a n/a n/a n/a", "0", "0", "n/a", "0" },
    { VAST " " VAST " " VAST, "? ? ?", VAST, VAST, "0", "9000000000000000" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Sheet) sheet = sheet_new ();
      static const char *const counts[] = { "a", "b", "w", "t" }, *const shares[]
                                                                  = { "p", "q", "s" };
      for (gsize k = 0; k < G_N_ELEMENTS (counts); k++)
        add_statistics (sheet, sheet_add_row (sheet, counts[k], UNIT_COUNT, cases[i].months),
                        &cases[i]);
      for (gsize k = 0; k < G_N_ELEMENTS (shares); k++)
        sheet_add_row (sheet, shares[k], UNIT_PERCENT, cases[i].share);
      sheet_add_row (sheet, "r", UNIT_RATE_PER_10000, cases[i].share);
      for (gsize k = 0; k < G_N_ELEMENTS (relations); k++)
        sheet_relate_as (sheet, relations[k]);
      sheet_check (sheet, "");
      for (guint k = 0; k < sheet->report->findings->len; k++)
        cr_expect_neq (report_finding (sheet->report, k)->severity, SEVERITY_CONTRADICTION,
                       "'%s': %s", cases[i].months, report_finding (sheet->report, k)->message);
    }
}
