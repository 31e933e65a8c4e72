/* tests/parse/test_subject.c - tests parse/subject.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/subject.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include "tests/parse/desk.h"

static void
add_row (Report *report, int table, const char *ref, const char *name, Unit unit)
{
  Indicator *indicator = report_add_indicator (report);
  indicator->table = table;
  indicator->page = table;
  indicator->unit = unit;
  report_set_text (&indicator->ref, ref);
  report_set_text (&indicator->name, name);
  report_set_text (&indicator->section, table > 1 ? "PLANS" : "");
}

static void
add_month (Report *report, int indicator, Period month, const char *value)
{
  Figure *figure = report_add_figure (report);
  figure->indicator = indicator;
  figure->measure = MEASURE_ACTUAL;
  figure->period = month;
  figure->has_value = decimal_parse (value, &figure->value);
}

/* A summary and the page behind it. */
static Report *
report_of_plans (void)
{
  Report *report = desk_report ();
  add_row (report, 1, "1", "Number of plans reviewed in time", UNIT_COUNT);
  add_row (report, 1, "2", "% of plans reviewed in time", UNIT_PERCENT);
  add_row (report, 1, "3", "Number of plans reviewed in time - rolling year", UNIT_COUNT);
  add_row (report, 2, "2", "% of plans reviewed in time", UNIT_PERCENT);
  add_row (report, 2, "4", "Number of children who left (all)", UNIT_COUNT);
  add_month (report, 3, period_month (2016, 2), "81.5");
  add_month (report, 4, period_month (2016, 2), "415");
  add_month (report, 4, period_month (2016, 3), "40");
  return report;
}

static int
find (const char *before, int row, gboolean is_percent)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Report) report = report_of_plans ();
  g_autoptr (SubjectIndex) index = subject_index_new (desk->vocabulary, report);
  Subject subject = { desk->vocabulary, report, index, row, "PLANS", 2 };
  return subject_find (&subject, before, is_percent, period_month (2016, 2));
}

Test (subject, is_whom_the_sentence_names)
{
  cr_expect_eq (find ("The number of plans reviewed in time has ", NO_INDICATOR, FALSE), 0);
  cr_expect_eq (
      find ("The number of plans reviewed in time - rolling year has ", NO_INDICATOR, FALSE), 2);
  cr_expect_eq (find ("Staff left. It has ", NO_INDICATOR, FALSE), NO_INDICATOR);
}

Test (subject, is_the_place_that_prints_the_month)
{
  cr_expect_eq (find ("The percentage of plans reviewed in time has ", NO_INDICATOR, TRUE), 3);
}

Test (subject, may_be_named_by_how_its_name_begins_if_no_other_does)
{
  cr_expect_eq (find ("The number of children who left has ", NO_INDICATOR, FALSE), 4);
  cr_expect_eq (find ("The number of plans reviewed has ", NO_INDICATOR, FALSE), NO_INDICATOR);
  cr_expect_eq (find ("The children who left have ", NO_INDICATOR, FALSE), NO_INDICATOR);
}

Test (subject, is_the_row_unless_another_is_named)
{
  cr_expect_eq (find ("This has ", 4, FALSE), 4);
  cr_expect_eq (find ("This has ", 4, TRUE), NO_INDICATOR);
  cr_expect_eq (find ("The number of plans reviewed in time has ", 4, FALSE), NO_INDICATOR);
  cr_expect_eq (find ("The number of plans reviewed in time has ", 2, FALSE), 2, "in short");
}

static int
find_by (const char *now, const char *before, const char *section)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Report) report = report_of_plans ();
  g_autoptr (SubjectIndex) index = subject_index_new (desk->vocabulary, report);
  Subject subject = { desk->vocabulary, report, index, NO_INDICATOR, section, 2 };
  SubjectFigure figures[] = { { period_month (2016, 3), desk_decimal (now) },
                              { period_month (2016, 2), desk_decimal (before) } };
  return subject_find_by_figures (&subject, figures, FALSE);
}

Test (subject, may_be_told_by_its_figures)
{
  cr_expect_eq (find_by ("40", "415", "PLANS"), 4);
  cr_expect_eq (find_by ("44", "415", "PLANS"), 4, "a number of three digits tells");
  cr_expect_eq (find_by ("40", "414", "PLANS"), NO_INDICATOR, "one of two does not");
  cr_expect_eq (find_by ("40", "415", "VISITS"), NO_INDICATOR, "of another section");
  cr_expect_eq (find_by ("40", "415", ""), NO_INDICATOR);
}
