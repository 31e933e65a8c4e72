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
