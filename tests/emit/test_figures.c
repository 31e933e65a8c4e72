/* tests/emit/test_figures.c - tests emit/figures.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>

#include "tests/emit/sample.h"

#define WHOSE SAMPLE_ID ",1,A1,\"Contacts, all\","
#define NOVEMBER "2016-11,2016-11-01,2016-11-30,"

static void
assert_rows (const Table *table, Report *report, const char *expected)
{
  g_autofree char *rows = sample_rows (table, report, FALSE);
  cr_expect_str_eq (rows, expected);
}

Test (figures, an_observation_keeps_its_digits_and_its_place)
{
  g_autoptr (Report) report = sample_new ();
  Figure *figure = sample_add_figure (report, MEASURE_ACTUAL, report->period, "1204.50");
  report_set_text (&figure->raw, "1,204.50");
  figure->confidence = 0.9;
  figure->origin = ORIGIN_OCR;
  figure->page = 2;
  figure->box = (Box){ 10, 20.256, 30.5, 40 };
  assert_rows (&observations_table, report,
               WHOSE "actual," NOVEMBER
                     "value,1204.50,count,ok,\"1,204.50\",0.9,ocr,2,10,20.26,30.5,40\n");
}

Test (figures, a_cell_without_a_number_is_a_row_with_a_status)
{
  g_autoptr (Report) report = sample_new ();
  Figure *figure = sample_add_figure (report, MEASURE_ANNUAL, period_financial_year (2015), NULL);
  figure->status = STATUS_MISSING;
  report_set_text (&figure->raw, "-");
  assert_rows (&observations_table, report,
               WHOSE "annual,FY2015-16,2015-04-01,2016-03-31,value,,count,missing,-,1,text,,,,,\n");
}

Test (figures, a_year_to_date_ends_with_the_month_of_the_report)
{
  g_autoptr (Report) report = sample_new ();
  sample_add_figure (report, MEASURE_YTD, period_year_to_date (2016), "8")->component
      = COMPONENT_NUMERATOR;
  assert_rows (&observations_table, report,
               WHOSE "ytd,YTD2016-17,2016-04-01,2016-11-30,numerator,8,count,ok,8,1,text,,,,,\n");
}

Test (figures, an_earlier_year_to_date_has_no_known_end)
{
  g_autoptr (Report) report = sample_new ();
  sample_add_figure (report, MEASURE_YTD, period_year_to_date (2015), "8")->component
      = COMPONENT_NUMERATOR;
  assert_rows (&observations_table, report,
               WHOSE "ytd,YTD2015-16,2015-04-01,,numerator,8,count,ok,8,1,text,,,,,\n");
}

Test (figures, a_statistic_has_a_direction)
{
  g_autoptr (Report) report = sample_new ();
  Figure *figure = sample_add_figure (report, MEASURE_CHANGE_PREV, period_month (2016, 10), "-12");
  figure->unit = UNIT_PERCENT;
  figure->direction = DIRECTION_DOWN;
  assert_rows (&statistics_table, report,
               WHOSE "change_prev,2016-10,2016-10-01,2016-10-31,-12,percent,down,ok,-12,1,text,"
                     ",,,,\n");
}

Test (figures, a_benchmark_has_a_comparator_and_its_heading)
{
  g_autoptr (Report) report = sample_new ();
  Figure *figure = sample_add_figure (report, MEASURE_BENCHMARK, NO_PERIOD, "45");
  figure->comparator = COMPARATOR_SN;
  report_set_text (&figure->label, "SN avg.");
  assert_rows (&benchmarks_table, report,
               WHOSE "statistical_neighbours,SN avg.,,,,45,count,ok,45,1,text,,,,,\n");
}

Test (figures, a_tolerance_has_bounds)
{
  g_autoptr (Report) report = sample_new ();
  Figure *figure = sample_add_figure (report, MEASURE_AMBER, report->period, NULL);
  report_set_text (&figure->raw, "80 to 89.5");
  figure->has_lower = figure->has_upper = TRUE;
  figure->lower = (Decimal){ 80, 0 };
  figure->upper = (Decimal){ 895, 1 };
  assert_rows (&targets_table, report,
               WHOSE "amber," NOVEMBER ",80,89.5,count,ok,80 to 89.5,1,text,,,,,\n");
}

Test (figures, each_stands_in_the_file_of_its_measure_alone)
{
  g_autoptr (Report) report = sample_new ();
  for (int measure = 0; measure < measure_codes.n_codes; measure++)
    sample_add_figure (report, (Measure) measure, NO_PERIOD, "1");

  const struct
  {
    const Table *table;
    int n_rows;
  } files[] = {
    { &observations_table, 4 }, /* with the measure that is not known */
    { &statistics_table, 6 },
    { &benchmarks_table, 1 },
    { &targets_table, 4 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *rows = sample_rows (files[i].table, report, FALSE);
      g_auto (GStrv) lines = g_strsplit (rows, "\n", -1);
      cr_expect_eq (g_strv_length (lines), files[i].n_rows + 1, "%s", files[i].table->name);
    }
}

Test (figures, formulas_are_guarded_in_text_and_never_in_numbers)
{
  g_autoptr (Report) report = sample_new ();
  report_set_text (&report_indicator (report, 0)->name, "=HYPERLINK(1)");
  report_set_text (&report_indicator (report, 0)->ref, "@A1");
  sample_add_figure (report, MEASURE_CHANGE_YEAR, NO_PERIOD, "-3");
  g_autofree char *rows = sample_rows (&statistics_table, report, TRUE);
  cr_expect_str_eq (rows, SAMPLE_ID ",1,'@A1,'=HYPERLINK(1),change_year,,,,-3,count,,ok,'-3,1,"
                                    "text,,,,,\n");
}
