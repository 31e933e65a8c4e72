/* tests/parse/test_stated.c - tests parse/stated.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/stated.h"

#include <criterion/criterion.h>

#include "tests/parse/desk.h"

typedef struct
{
  const char *lines;
  guint n_findings;
} StatedCase;

/* The last column is of November 2016. */
Test (stated, a_month_that_is_not_the_last_of_the_tables_is_a_warning)
{
  static const StatedCase cases[] = {
    { "A title|As at month end: October 2016", 1 },
    { "Reporting period: Dec 16", 1 },
    { "As at Month End: November 2016|Month: October 2016", 0 }, /* the first one counts */
    { "Panel of 12 January 2017", 0 },
    { "October 2016", 0 }, /* it may be of anything */
    { "Reporting period: 2016/17", 0 },
    { "Target: Oct 16", 0 },
    { "Month:", 0 },
  };
  g_autoptr (Desk) desk = desk_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char path[] = "r.txt", sha256[] = "";
      const Source source = { path, sha256 };
      g_autoptr (Report) report = report_new (&source);
      g_auto (GStrv) lines = g_strsplit (cases[i].lines, "|", -1);
      g_autoptr (MonthReader) months = month_reader_new ();
      report->period = period_month (2016, 11);
      stated_hold (desk->vocabulary, months, (const char *const *) lines, report);
      cr_assert_eq (report->findings->len, cases[i].n_findings, "%s", cases[i].lines);
      if (cases[i].n_findings > 0)
        cr_expect_eq (report_finding (report, 0)->severity, SEVERITY_WARNING);
    }
}
