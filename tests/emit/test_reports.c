/* tests/emit/test_reports.c - tests emit/reports.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>

#include "tests/emit/sample.h"

#define BEGINNING SAMPLE_ID ",harnley.txt," SAMPLE_SHA256 ",Harnley Borough Council,E07000999,"

static void
assert_row (Report *report, const char *expected)
{
  g_autofree char *rows = sample_rows (&reports_table, report, FALSE);
  g_autofree char *line = g_strconcat (BEGINNING, expected, "," RECOUNT_VERSION "\n", NULL);
  cr_expect_str_eq (rows, line);
}

Test (reports, a_report_without_figures_counts_nothing)
{
  g_autoptr (Report) report = sample_new ();
  assert_row (report, ",2016-11,,2,text,1,1,0,0,0,0");
}

Test (reports, values_are_the_figures_that_have_one)
{
  g_autoptr (Report) report = sample_new ();
  report_set_text (&report->title, "Scorecard, monthly");
  report_set_text (&report->family, "harnley-2016");
  sample_add_figure (report, MEASURE_ACTUAL, NO_PERIOD, "5");
  sample_add_figure (report, MEASURE_TARGET, NO_PERIOD, "7");
  sample_add_figure (report, MEASURE_RAG, NO_PERIOD, NULL);
  report_add_unplaced (report);
  assert_row (report, "\"Scorecard, monthly\",2016-11,harnley-2016,2,text,1,1,2,0,0,1");
}

Test (reports, findings_of_one_group_count_once)
{
  g_autoptr (Report) report = sample_new ();
  sample_add_finding (report, SEVERITY_CONTRADICTION, "A1 2016-11", "a");
  sample_add_finding (report, SEVERITY_CONTRADICTION, "A1 2016-11", "b");
  sample_add_finding (report, SEVERITY_CONTRADICTION, "", "c");
  sample_add_finding (report, SEVERITY_WARNING, "", "d");
  sample_add_finding (report, SEVERITY_NOTE, "", "e");
  assert_row (report, ",2016-11,,2,text,1,1,0,2,1,0");
}

Test (reports, figures_of_both_origins_make_a_mixed_report)
{
  g_autoptr (Report) report = sample_new ();
  sample_add_figure (report, MEASURE_ACTUAL, NO_PERIOD, "5")->origin = ORIGIN_OCR;
  assert_row (report, ",2016-11,,2,ocr,1,1,1,0,0,0");
  sample_add_figure (report, MEASURE_ACTUAL, NO_PERIOD, "5")->origin = ORIGIN_TEXT;
  assert_row (report, ",2016-11,,2,mixed,1,1,2,0,0,0");
}
