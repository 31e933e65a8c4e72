/* tests/parse/test_evidence.c - figures that a report prints in more than one table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/evidence.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/desk.h"

#define OCTOBER ((Period){ PERIOD_MONTH, 2016, 10 })
#define NOVEMBER ((Period){ PERIOD_MONTH, 2016, 11 })

static Figure *
add_figure (Report *report, int table, const char *ref, const char *value)
{
  Indicator *indicator = report_add_indicator (report);
  indicator->table = table;
  report_set_text (&indicator->ref, ref);
  report_set_text (&indicator->ref_printed, ref);
  Figure *figure = report_add_figure (report);
  figure->indicator = (int) report->indicators->len - 1;
  figure->table = table;
  figure->measure = MEASURE_ACTUAL;
  figure->period = NOVEMBER;
  figure->has_value = TRUE;
  figure->value = desk_decimal (value);
  return figure;
}

/* What table 2 asks. */
static EvidenceQuery
query (const char *ref, const char *value)
{
  return (EvidenceQuery){ .table = 2,
                          .ref = ref,
                          .measure = MEASURE_ACTUAL,
                          .period = NOVEMBER,
                          .component = COMPONENT_VALUE,
                          .value = desk_decimal (value) };
}

static gboolean
supports (const Report *report, EvidenceQuery asked)
{
  g_autoptr (Evidence) evidence = evidence_new (report);
  return evidence_supports (evidence, &asked);
}

Test (evidence, another_tables_figure_of_the_same_indicator_and_month_supports)
{
  g_autoptr (Report) report = desk_report ();
  add_figure (report, 1, "M1", "35.8");
  cr_expect (supports (report, query ("M1", "35.8")));
  cr_expect (supports (report, query ("M1", "35.80")), "however many decimals are printed");
  cr_expect_not (supports (report, query ("M1", "35.9")));
  cr_expect_not (supports (report, query ("M2", "35.8")));
}

Test (evidence, another_month_measure_or_part_does_not_support)
{
  g_autoptr (Report) report = desk_report ();
  add_figure (report, 1, "M1", "35.8");
  EvidenceQuery month = query ("M1", "35.8"), ytd = month, part = month;
  month.period = OCTOBER;
  ytd.measure = MEASURE_YTD;
  part.component = COMPONENT_NUMERATOR;
  cr_expect_not (supports (report, month));
  cr_expect_not (supports (report, ytd));
  cr_expect_not (supports (report, part));
}

Test (evidence, a_table_does_not_speak_for_itself)
{
  g_autoptr (Report) report = desk_report ();
  add_figure (report, 2, "M1", "35.8");
  cr_expect_not (supports (report, query ("M1", "35.8")));
}

Test (evidence, a_zero_proves_nothing)
{
  g_autoptr (Report) report = desk_report ();
  add_figure (report, 1, "M1", "0.0");
  cr_expect_not (supports (report, query ("M1", "0.0")));
}

Test (evidence, a_benchmark_needs_no_year_but_its_comparator)
{
  g_autoptr (Report) report = desk_report ();
  Figure *figure = add_figure (report, 1, "M1", "89");
  figure->measure = MEASURE_BENCHMARK;
  figure->comparator = COMPARATOR_NATIONAL;
  EvidenceQuery national = query ("M1", "89"), region = national;
  national.measure = region.measure = MEASURE_BENCHMARK;
  national.comparator = COMPARATOR_NATIONAL;
  region.comparator = COMPARATOR_REGION;
  cr_expect (supports (report, national));
  cr_expect_not (supports (report, region));
}

Test (evidence, an_indicator_is_found_by_its_reference_as_printed_and_as_meant)
{
  g_autoptr (Report) report = desk_report ();
  add_figure (report, 1, "EH1", "89");
  report_set_text (&report_indicator (report, 0)->ref_printed, "EHI");
  cr_expect (supports (report, query ("EH1", "89")));
  cr_expect (supports (report, query ("EHI", "89")));
}

Test (evidence, without_a_reference_or_any_reading_nothing_is_known)
{
  g_autoptr (Report) report = desk_report ();
  add_figure (report, 1, "", "89");
  EvidenceQuery asked = query ("M1", "89");
  cr_expect_not (supports (report, query ("", "89")));
  cr_expect_not (evidence_supports (NULL, &asked));
}

Test (evidence, a_figure_without_a_number_is_none)
{
  g_autoptr (Report) report = desk_report ();
  add_figure (report, 1, "M1", "89")->has_value = FALSE;
  cr_expect_not (supports (report, query ("M1", "89")));
}
