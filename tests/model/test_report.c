/* tests/model/test_report.c - what a report says: indicators, figures, texts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/report.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

static Report *
make_report (void)
{
  char path[] = "a.txt", sha256[] = "0123456789abcdef0123456789abcdef";
  const Source source = { path, sha256 };
  return report_new (&source);
}

static Figure *
add_figure (Report *report, int indicator, Measure measure, Period period, Component component)
{
  Figure *figure = report_add_figure (report);
  figure->indicator = indicator;
  figure->measure = measure;
  figure->period = period;
  figure->component = component;
  return figure;
}

Test (report, a_new_report_says_nothing)
{
  g_autoptr (Report) report = make_report ();

  cr_expect_str_eq (report->source.path, "a.txt");
  cr_expect_str_eq (report->authority, "");
  cr_expect_str_eq (report->authority_code, "");
  cr_expect_str_eq (report->title, "");
  cr_expect_str_eq (report->family, "");
  cr_expect (period_equal (report->period, NO_PERIOD));
  cr_expect (eq (int, report->n_pages + report->n_tables + report->arrow_threshold, 0));
}

Test (report, a_new_indicator_has_empty_texts)
{
  g_autoptr (Report) report = make_report ();
  const Indicator *indicator = report_add_indicator (report);
  const char *const texts[]
      = { indicator->ref,         indicator->ref_printed, indicator->name,
          indicator->section,     indicator->owner,       indicator->good_performance,
          indicator->reporter,    indicator->outcome,     indicator->data_note,
          indicator->canonical_id };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    cr_expect_str_eq (texts[i], "");
  cr_expect (eq (int, indicator->table, -1));
  cr_expect (eq (int, indicator->page, -1));
}

Test (report, a_new_figure_is_of_no_indicator_and_place_and_certain)
{
  g_autoptr (Report) report = make_report ();
  const Figure *figure = report_add_figure (report);

  cr_expect_str_eq (figure->raw, "");
  cr_expect_str_eq (figure->label, "");
  cr_expect (eq (int, figure->indicator, NO_INDICATOR));
  cr_expect (eq (int, figure->page, -1));
  cr_expect (eq (int, figure->table, -1));
  cr_expect (eq (int, figure->row, -1));
  cr_expect (eq (int, figure->column, -1));
  cr_expect (eq (dbl, figure->confidence, 1));
  cr_expect (eq (int, figure->component, COMPONENT_VALUE));
  cr_expect (not(figure->has_value));
  cr_expect (box_is_empty (figure->box));
}

Test (report, a_new_text_finding_and_stray_number_are_of_no_place)
{
  g_autoptr (Report) report = make_report ();
  const Text *text = report_add_text (report);
  const Unplaced *unplaced = report_add_unplaced (report);
  const Finding *finding = report_add_finding (report, "ratio", SEVERITY_WARNING);

  cr_expect_str_eq (text->text, "");
  cr_expect_str_eq (text->section, "");
  cr_expect (eq (int, text->indicator, NO_INDICATOR));
  cr_expect (eq (int, text->page, -1));
  cr_expect_str_eq (unplaced->text, "");
  cr_expect (eq (int, unplaced->table, -1));
  cr_expect_str_eq (finding->rule, "ratio");
  cr_expect (eq (int, finding->severity, SEVERITY_WARNING));
  cr_expect_str_eq (finding->message, "");
  cr_expect (eq (int, finding->indicator, NO_INDICATOR));
}

Test (report, elements_are_found_by_their_index)
{
  g_autoptr (Report) report = make_report ();
  for (int i = 0; i < 100; i++)
    {
      report_add_indicator (report)->page = i;
      report_add_figure (report)->page = i;
      report_add_text (report)->page = i;
      report_add_unplaced (report)->page = i;
      report_add_finding (report, "ratio", SEVERITY_NOTE)->page = i;
    }

  cr_expect (eq (int, report_indicator (report, 42)->page, 42));
  cr_expect (eq (int, report_figure (report, 42)->page, 42));
  cr_expect (eq (int, report_text (report, 42)->page, 42));
  cr_expect (eq (int, report_unplaced (report, 42)->page, 42));
  cr_expect (eq (int, report_finding (report, 42)->page, 42));
}

Test (report, a_figure_is_found_by_all_that_it_is_of)
{
  g_autoptr (Report) report = make_report ();
  Period may = period_month (2016, 5), june = period_month (2016, 6);
  add_figure (report, 0, MEASURE_ACTUAL, june, COMPONENT_VALUE)->page = 1;
  add_figure (report, 1, MEASURE_YTD, june, COMPONENT_VALUE)->page = 2;
  add_figure (report, 1, MEASURE_ACTUAL, may, COMPONENT_VALUE)->page = 3;
  add_figure (report, 1, MEASURE_ACTUAL, june, COMPONENT_NUMERATOR)->page = 4;
  add_figure (report, 1, MEASURE_ACTUAL, june, COMPONENT_VALUE)->page = 5;
  add_figure (report, 1, MEASURE_ACTUAL, june, COMPONENT_VALUE)->page = 6;

  Figure *found = report_find_figure (report, 1, MEASURE_ACTUAL, june, COMPONENT_VALUE);
  cr_assert_not_null (found);
  cr_expect (eq (int, found->page, 5));
}

Test (report, no_period_finds_the_figure_of_any)
{
  g_autoptr (Report) report = make_report ();
  add_figure (report, 1, MEASURE_MEAN_12M, period_month (2016, 5), COMPONENT_VALUE);

  cr_expect_not_null (report_find_figure (report, 1, MEASURE_MEAN_12M, NO_PERIOD, COMPONENT_VALUE));
  cr_expect_null (report_find_figure (report, 0, MEASURE_MEAN_12M, NO_PERIOD, COMPONENT_VALUE));
}

Test (report, the_id_is_the_beginning_of_the_checksum)
{
  g_autoptr (Report) report = make_report ();
  g_autofree char *id = report_dup_id (report);

  cr_expect_str_eq (id, "0123456789ab");
}

Test (report, the_origin_is_what_all_figures_share)
{
  g_autoptr (Report) report = make_report ();
  gboolean is_mixed = TRUE;
  cr_expect (eq (int, report_origin (report, &is_mixed), ORIGIN_TEXT));
  cr_expect (not(is_mixed));

  report_add_figure (report)->origin = ORIGIN_OCR;
  report_add_figure (report)->origin = ORIGIN_CORRECTED;
  cr_expect (eq (int, report_origin (report, &is_mixed), ORIGIN_OCR));
  cr_expect (not(is_mixed));

  report_add_figure (report)->origin = ORIGIN_TEXT;
  report_origin (report, &is_mixed);
  cr_expect (is_mixed);
}

Test (report, a_text_can_be_set_from_itself_and_from_nothing)
{
  g_autoptr (Report) report = report_new (&(Source){ "a.txt", "00" });
  report_set_text (&report->title, "Number of referrals");

  report_set_text (&report->title, report->title + 10);
  cr_expect_str_eq (report->title, "referrals");
  report_set_text (&report->title, NULL);
  cr_expect_str_eq (report->title, "");
}
