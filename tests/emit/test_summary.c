/* tests/emit/test_summary.c - tests emit/summary.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/summary.h"

#include <string.h>

#include <criterion/criterion.h>

#include "tests/emit/sample.h"

#define FIRST_LINE "harnley.txt: Harnley Borough Council, 2016-11: 1 indicator, "
#define LONG                                                                                       \
  "the quick brown fox jumps over the lazy dog and back again to where it came from, and then it " \
  "jumps over the lazy dog and over the lazy dog once more"

static void
assert_summary (Report *report, const char *expected)
{
  g_autoptr (GPtrArray) reports = sample_list (report);
  g_autofree char *text = summary_text (reports);
  cr_expect_str_eq (text, expected);
}

Test (summary, a_clean_report_is_two_lines)
{
  g_autoptr (Report) report = sample_new ();
  sample_add_figure (report, MEASURE_ACTUAL, NO_PERIOD, "5");
  sample_add_figure (report, MEASURE_ACTUAL, NO_PERIOD, "6");
  assert_summary (report, FIRST_LINE "2 values, no unplaced numbers\n"
                                     "\n"
                                     "no contradictions, no warnings, no notes\n");
}

Test (summary, what_is_not_known_is_said)
{
  g_autoptr (Report) report = sample_new ();
  report_set_text (&report->authority, "");
  report->period = NO_PERIOD;
  report_add_unplaced (report);
  assert_summary (report, "harnley.txt: authority not known, period not known: 1 indicator, "
                          "no values, 1 unplaced number\n"
                          "\n"
                          "no contradictions, no warnings, no notes\n");
}

Test (summary, findings_come_worst_first_and_causes_once)
{
  g_autoptr (Report) report = sample_new ();
  report_add_finding (report, "months", SEVERITY_NOTE);
  sample_add_finding (report, SEVERITY_CONTRADICTION, "g", "3 / 4 = 75 %");
  sample_add_finding (report, SEVERITY_CONTRADICTION, "g", "4 / 4 = 100 %");
  report_set_text (&report_finding (report, 0)->message, "Feb twice");
  assert_summary (report,
                  FIRST_LINE "no values, no unplaced numbers\n"
                             "\n"
                             "1 contradiction, no warnings, 1 note\n"
                             "  contradiction  ratio  A1  2016-11  3 / 4 = 75 % (2 findings)\n"
                             "  notes: 1 months\n");
}

Test (summary, lines_keep_to_their_width_and_break_between_words)
{
  g_autoptr (Report) report = sample_new ();
  sample_add_finding (report, SEVERITY_WARNING, "", LONG);
  g_autoptr (GPtrArray) reports = sample_list (report);
  g_autofree char *text = summary_text (reports);
  const char *line = strstr (text, "  warning");
  cr_assert_not_null (line);
  cr_expect (g_str_has_suffix (line, " it jumps over the lazy ...\n"), "%s", line);
  cr_expect_leq (strlen (line), SUMMARY_WIDTH + 1);
}

Test (summary, notes_are_counted_by_their_rules)
{
  g_autoptr (Report) report = sample_new ();
  report_add_finding (report, "moved", SEVERITY_NOTE);
  report_add_finding (report, "meant", SEVERITY_NOTE);
  report_add_finding (report, "moved", SEVERITY_NOTE);
  g_autoptr (GPtrArray) reports = sample_list (report);
  g_autofree char *text = summary_text (reports);
  cr_expect (g_str_has_suffix (text, "\n  notes: 2 moved, 1 meant\n"), "%s", text);
}

Test (summary, says_how_many_findings_it_leaves_out)
{
  g_autoptr (Report) report = sample_new ();
  for (guint i = 0; i < SUMMARY_FINDINGS + 3; i++)
    sample_add_finding (report, SEVERITY_WARNING, "", "a");
  g_autoptr (GPtrArray) reports = sample_list (report);
  g_autofree char *text = summary_text (reports);
  cr_expect (g_str_has_suffix (text, "  a\n  and 3 more in findings.csv\n"));
}

Test (summary, names_the_source_where_there_are_several)
{
  g_autoptr (Report) first = sample_new ();
  g_autoptr (Report) second = sample_new ();
  report_set_text (&second->source.path, "upton.txt");
  sample_add_finding (first, SEVERITY_WARNING, "", "a");
  sample_add_finding (second, SEVERITY_CONTRADICTION, "", "b");
  sample_add_finding (second, SEVERITY_WARNING, "", "c");
  g_autoptr (GPtrArray) reports = sample_list (first);
  g_ptr_array_add (reports, second);

  g_autofree char *text = summary_text (reports);
  cr_expect (g_str_has_suffix (text, "upton.txt:\n  contradiction  ratio  A1  2016-11  b\n"
                                     "harnley.txt:\n  warning        ratio  A1  2016-11  a\n"
                                     "upton.txt:\n  warning        ratio  A1  2016-11  c\n"));
}

Test (summary, nothing_in_a_report_moves_the_cursor)
{
  g_autoptr (Report) report = sample_new ();
  report_set_text (&report->authority, "a\x1b[2Jb\nc");
  report_set_text (&report_indicator (report, 0)->ref, "\x1b]0;x\a");
  sample_add_finding (report, SEVERITY_WARNING, "", "\xe2\x80\xaez \r y");
  g_autoptr (GPtrArray) reports = sample_list (report);
  g_autofree char *text = summary_text (reports);
  cr_expect_not_null (strstr (text, "a?[2Jb?c"));
  cr_expect_not_null (strstr (text, "  ?]0;x?  2016-11  ?z ? y\n"));
  cr_expect_null (strpbrk (text, "\x1b\a\r"));
}

Test (summary, tells_which_contradictions_may_be_the_readers_of_an_image)
{
  g_autoptr (Report) report = sample_new ();
  sample_add_finding (report, SEVERITY_CONTRADICTION, "", "a");
  g_autoptr (GPtrArray) reports = sample_list (report);
  g_autofree char *of_text = summary_text (reports);
  cr_expect_null (strstr (of_text, "images"));

  sample_add_finding (report, SEVERITY_CONTRADICTION, "", "b")->confidence = 0.9;
  g_autofree char *of_image = summary_text (reports);
  cr_expect_not_null (strstr (of_image, "2 contradictions, no warnings, no notes\n"
                                        "  1 of the contradictions rests on figures read off "
                                        "images: compare the pages first\n"),
                      "%s", of_image);
}
