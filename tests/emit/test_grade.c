/* tests/emit/test_grade.c - tests emit/grade.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/grade.h"

#include <criterion/criterion.h>

#include "tests/emit/sample.h"

static const GradeCounts plain = { .n_values = 100, .n_held = 3 };

static void
assert_grade (GradeCounts counts, Grade expected)
{
  cr_expect_str_eq (grade_letter (grade_of (&counts)), grade_letter (expected));
}

Test (grade, nothing_found_is_a) { assert_grade (plain, GRADE_A); }

Test (grade, anything_doubtful_is_b)
{
  GradeCounts warned = plain, unplaced = plain, unreadable = plain, doubtful = plain;
  warned.n_warnings = unplaced.n_unplaced = unreadable.n_unreadable = doubtful.n_doubtful = 1;
  assert_grade (warned, GRADE_B);
  assert_grade (unplaced, GRADE_B);
  assert_grade (unreadable, GRADE_B);
  assert_grade (doubtful, GRADE_B);
}

Test (grade, contradictions_are_c_up_to_one_in_fifty_figures_and_d_beyond)
{
  GradeCounts counts = plain;
  counts.n_findings = 2;
  assert_grade (counts, GRADE_C);
  counts.n_findings = 3;
  assert_grade (counts, GRADE_D);
}

Test (grade, what_could_not_be_checked_has_none)
{
  GradeCounts counts = plain;
  counts.n_held = 0;
  assert_grade (counts, GRADE_NONE);
  counts = plain;
  counts.n_values = 0;
  assert_grade (counts, GRADE_NONE);
}

Test (grade, counts_are_those_of_the_report)
{
  g_autoptr (Report) report = sample_new ();
  sample_add_figure (report, MEASURE_ACTUAL, report->period, "7")->confidence = 0.5;
  sample_add_figure (report, MEASURE_ACTUAL, report->period, NULL)->status = STATUS_UNREADABLE;
  sample_add_finding (report, SEVERITY_CONTRADICTION, "g", "a");
  sample_add_finding (report, SEVERITY_CONTRADICTION, "g", "b");
  sample_add_finding (report, SEVERITY_WARNING, "", "c");
  report_add_unplaced (report);
  report_add_coverage (report, "ratio")->n_checked = 4;
  report_add_coverage (report, "sum")->n_checked = 0;
  report_add_coverage (report, "cut")->n_checked = -1;

  GradeCounts counts = grade_count (report);
  cr_expect (counts.n_values == 1 && counts.n_doubtful == 1 && counts.n_unreadable == 1);
  cr_expect (counts.n_findings == 2 && counts.n_causes == 1 && counts.n_warnings == 1);
  cr_expect (counts.n_unplaced == 1 && counts.n_held == 1 && counts.n_idle == 1);
}
