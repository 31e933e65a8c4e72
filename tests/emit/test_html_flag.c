/* tests/emit/test_html_flag.c - tests emit/html_flag.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/html_flag.h"

#include <criterion/criterion.h>

#include "tests/emit/sample.h"

static void
place (int *page, Box *box, double x)
{
  *page = 1;
  *box = (Box){ x, 1, x + 1, 2 };
}

static Figure *
add_figure (Report *report, double x)
{
  Figure *figure = sample_add_figure (report, MEASURE_ACTUAL, report->period, "7");
  place (&figure->page, &figure->box, x);
  return figure;
}

static Finding *
add_finding (Report *report, Severity severity, double x)
{
  Finding *finding = sample_add_finding (report, severity, "", "a");
  place (&finding->page, &finding->box, x);
  return finding;
}

Test (html_flag, a_cell_bears_the_worst_of_its_findings)
{
  g_autoptr (Report) report = sample_new ();
  add_figure (report, 1);
  add_figure (report, 5);
  add_finding (report, SEVERITY_NOTE, 1);
  add_finding (report, SEVERITY_CONTRADICTION, 1);
  add_finding (report, SEVERITY_CONTRADICTION, 1);
  g_autoptr (Flags) flags = flags_new (report);
  cr_expect_eq (flags_of_figure (flags, report_figure (report, 0)), 1);
  cr_expect_eq (flags_of_figure (flags, report_figure (report, 1)), -1);
  cr_expect_null (flags_of_indicator (flags, 0));
}

Test (html_flag, a_finding_of_no_cell_is_its_rows)
{
  g_autoptr (Report) report = sample_new ();
  add_figure (report, 1);
  add_finding (report, SEVERITY_WARNING, 9);
  sample_add_finding (report, SEVERITY_NOTE, "", "b");
  sample_add_finding (report, SEVERITY_NOTE, "", "c")->indicator = NO_INDICATOR;
  g_autoptr (Flags) flags = flags_new (report);
  const GArray *row = flags_of_indicator (flags, 0);
  cr_assert_not_null (row);
  cr_expect_eq (row->len, 2);
  cr_expect_eq (flags_of_figure (flags, report_figure (report, 0)), -1);
}
