/* tests/emit/test_tally.c - tests emit/tally.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/tally.h"

#include <criterion/criterion.h>

#include "tests/emit/sample.h"

Test (tally, a_cause_is_a_group_or_a_finding_alone)
{
  g_autoptr (Report) report = sample_new ();
  sample_add_finding (report, SEVERITY_WARNING, "", "a");
  sample_add_finding (report, SEVERITY_WARNING, "g", "b");
  sample_add_finding (report, SEVERITY_WARNING, "", "c");
  sample_add_finding (report, SEVERITY_WARNING, "g", "d");

  g_autoptr (GArray) causes = g_array_new (FALSE, FALSE, sizeof (Cause));
  tally_append_causes (causes, report, SEVERITY_WARNING);
  cr_assert_eq (causes->len, 3);
  cr_expect_str_eq (g_array_index (causes, Cause, 1).finding->message, "b");
  cr_expect_eq (g_array_index (causes, Cause, 1).n_findings, 2);
  cr_expect_eq (g_array_index (causes, Cause, 2).n_findings, 1);
  cr_expect_eq (tally_causes (report, SEVERITY_WARNING), 3);
  cr_expect_eq (tally_findings (report, SEVERITY_WARNING), 4);
}

Test (tally, causes_of_two_reports_are_two)
{
  g_autoptr (Report) first = sample_new ();
  g_autoptr (Report) second = sample_new ();
  sample_add_finding (first, SEVERITY_NOTE, "g", "a");
  sample_add_finding (second, SEVERITY_NOTE, "g", "b");

  g_autoptr (GArray) causes = g_array_new (FALSE, FALSE, sizeof (Cause));
  tally_append_causes (causes, first, SEVERITY_NOTE);
  tally_append_causes (causes, second, SEVERITY_NOTE);
  cr_assert_eq (causes->len, 2);
  cr_expect_eq (g_array_index (causes, Cause, 1).report, second);
}

Test (tally, severities_are_counted_apart)
{
  g_autoptr (Report) report = sample_new ();
  sample_add_finding (report, SEVERITY_CONTRADICTION, "", "a");
  sample_add_finding (report, SEVERITY_NOTE, "", "b");
  cr_expect_eq (tally_causes (report, SEVERITY_CONTRADICTION), 1);
  cr_expect_eq (tally_causes (report, SEVERITY_WARNING), 0);
  cr_expect_eq (tally_causes (report, SEVERITY_NOTE), 1);
}

Test (tally, a_cause_counts_as_severe_as_the_worst_of_its_findings)
{
  g_autoptr (Report) report = sample_new ();
  sample_add_finding (report, SEVERITY_CONTRADICTION, "g", "a");
  sample_add_finding (report, SEVERITY_NOTE, "g", "b");
  cr_expect_eq (tally_causes (report, SEVERITY_CONTRADICTION), 1);
  cr_expect_eq (tally_causes (report, SEVERITY_NOTE), 0);
}

Test (tally, values_are_figures_with_a_number)
{
  g_autoptr (Report) report = sample_new ();
  sample_add_figure (report, MEASURE_ACTUAL, NO_PERIOD, "0");
  sample_add_figure (report, MEASURE_ACTUAL, NO_PERIOD, NULL);
  cr_expect_eq (tally_values (report), 1);
}
