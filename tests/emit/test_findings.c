/* tests/emit/test_findings.c - tests emit/findings.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>

#include "tests/emit/sample.h"

Test (findings, say_what_is_printed_and_what_is_possible)
{
  g_autoptr (Report) report = sample_new ();
  Finding *finding
      = sample_add_finding (report, SEVERITY_CONTRADICTION, "A1 2016-11", "3 / 4 = 75 %");
  report_set_text (&finding->printed, "-57");
  report_set_text (&finding->expected_low, "-75.5");
  report_set_text (&finding->expected_high, "75");
  report_set_text (&finding->suggestion, "75");
  finding->page = 1;
  finding->confidence = 0.97;
  finding->box = (Box){ 1, 2, 3, 4 };

  g_autofree char *rows = sample_rows (&findings_table, report, TRUE);
  cr_expect_str_eq (rows, "1," SAMPLE_ID ",ratio,contradiction,1,A1,actual,2016-11,'-57,-75.5,75,"
                          "3 / 4 = 75 %,75,A1 2016-11,1,1,2,3,4,0.97\n");
}

Test (findings, may_be_of_the_report_as_a_whole)
{
  g_autoptr (Report) report = sample_new ();
  report_add_finding (report, "months", SEVERITY_WARNING);
  g_autofree char *rows = sample_rows (&findings_table, report, FALSE);
  cr_expect_str_eq (rows, "1," SAMPLE_ID ",months,warning,,,,,,,,,,,,,,,,1\n");
}
