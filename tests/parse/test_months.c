/* tests/parse/test_months.c - tables with a month in each row and an indicator in each column.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/months.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

#include "tests/parse/desk.h"

/* The report's month is that of a summary, as in the reports that print such tables. */
#define SUMMARY                                                                                    \
  "NO.\tINDICATOR\tDec-16\tJan-17\n"                                                               \
  "9.9\tNumber of vacancies\t55\t66\n\n"

/* Returns (transfer full): the report that prints @table below the summary; its indicators come
 * behind that of the summary. */
static Report *
read_table (const char *table)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autofree char *text = g_strconcat (SUMMARY, table, NULL);
  return desk_read (desk, text);
}

/* Returns (transfer full): the same, read off an image. */
static Report *
read_image (const char *table)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autofree char *text = g_strconcat (SUMMARY, table, NULL);
  g_autoptr (Document) document = desk_document (text);
  Page *page = g_ptr_array_index (document->pages, 0);
  for (guint i = 0; i < page->words->len; i++)
    g_array_index (page->words, Word, i).origin = ORIGIN_OCR;
  return parser_read (desk->parser, document);
}

static void
assert_column (const Report *report, guint number, const char *ref, const char *name,
               const char *figures)
{
  cr_assert (lt (uint, number, report->indicators->len), "there are %u", report->indicators->len);
  cr_expect_str_eq (report_indicator (report, number)->ref, ref);
  cr_expect_str_eq (report_indicator (report, number)->name, name);
  desk_expect_figures (report, number, figures);
}

Test (months, a_row_is_a_month_and_a_column_an_indicator)
{
  g_autoptr (Report) report = read_table ("\t\t1.1\t1.2\n"
                                          "\t\tNo. Contacts\t% decided in one day\n"
                                          "IN MONTH PERFORMANCE\tDec-16\t1287\t80.2%\n"
                                          "\tJan-17\t1651\t79.8%\n");
  assert_column (report, 1, "1.1", "No. Contacts", "actual 2016-12 1287, 2017-01 1651");
  assert_column (report, 2, "1.2", "% decided in one day", "actual 2016-12 80.2%, 2017-01 79.8%");
  cr_expect (eq (int, report_indicator (report, 1)->unit, UNIT_COUNT));
  cr_expect (eq (int, report_indicator (report, 2)->unit, UNIT_PERCENT));
  desk_expect_unplaced (report, "");
}

Test (months, a_heading_over_the_months_names_no_column)
{
  g_autoptr (Report) report = read_table ("Month\tNo. Contacts\t% decided in one day\n"
                                          "Dec-16\t1287\t80.2%\n"
                                          "Jan-17\t1651\t79.8%\n");
  assert_column (report, 1, "", "No. Contacts", "actual 2016-12 1287, 2017-01 1651");
  assert_column (report, 2, "", "% decided in one day", "actual 2016-12 80.2%, 2017-01 79.8%");
}

Test (months, a_label_of_another_month_than_its_place_is_told_where_it_stands)
{
  g_autoptr (Report) report = read_table ("Month\tNo. Contacts\tNo. Referrals\n"
                                          "Aug-16\t1287\t80\n"
                                          "Sep-16\t1651\t79\n"
                                          "Sep-16\t1652\t78\n"
                                          "Nov-16\t1653\t77\n"
                                          "Dec-16\t1654\t76\n"
                                          "Jan-17\t1655\t75\n");
  const Finding *finding = desk_finding (report, "months");
  cr_assert_not_null (finding);
  cr_expect_str_eq (finding->printed, "Sep-16");
  cr_expect_str_eq (finding->suggestion, "2016-10");
  cr_expect (eq (int, finding->page, 1));
  cr_expect (box_equal (finding->box, (Box){ 0, 6, 6, 7 }), "%g %g", finding->box.x0,
             finding->box.y0);
}

Test (months, years_and_comparisons_stand_below_the_months)
{
  g_autoptr (Report) report = read_table ("\t\t1.1\t1.2\n"
                                          "\t\tNo. Contacts\t% decided in one day\n"
                                          "IN MONTH PERFORMANCE\tDec-16\t1287\t80.2%\n"
                                          "\tJan-17\t1651\t79.8%\n"
                                          "ANNUAL TREND\t2015/ 16\t12165\t96.5%\n"
                                          "\t2016/ 17 YTD\t11934\t70.8%\n"
                                          "LATEST BENCHMARKING\tSN AVE\t90\t5.5%\n"
                                          "\tNAT AVE\t\t6.5%\n");
  assert_column (report, 1, "1.1", "No. Contacts",
                 "actual 2016-12 1287, 2017-01 1651, annual FY2015-16 12165, ytd YTD2016-17 11934, "
                 "benchmark statistical_neighbours 90");
  assert_column (report, 2, "1.2", "% decided in one day",
                 "actual 2016-12 80.2%, 2017-01 79.8%, annual FY2015-16 96.5%, "
                 "ytd YTD2016-17 70.8%, benchmark statistical_neighbours 5.5%, national 6.5%");
}

Test (months, a_row_of_targets_stands_below_the_months)
{
  g_autoptr (Report) report = read_table ("Month\tNo. Contacts\t% decided in one day\n"
                                          "Dec-16\t1287\t80.2%\n"
                                          "Jan-17\t1651\t79.8%\n"
                                          "Target\t-\t85%\n"
                                          "England\t1300\t82.1%\n");
  assert_column (report, 1, "", "No. Contacts",
                 "actual 2016-12 1287, 2017-01 1651, target missing, benchmark national 1300");
  assert_column (report, 2, "", "% decided in one day",
                 "actual 2016-12 80.2%, 2017-01 79.8%, target 85%, benchmark national 82.1%");
  desk_expect_unplaced (report, "");
}

Test (months, the_year_that_is_not_over_is_one_to_date)
{
  g_autoptr (Report) report = read_table ("\t\tNo. Contacts\t% decided in one day\n"
                                          "\tJan-17\t1651\t79.8%\n"
                                          "\t2015/16\t12165\t96.5%\n"
                                          "\t2016/17\t11934\t70.8%\n");
  assert_column (report, 1, "", "No. Contacts",
                 "actual 2017-01 1651, annual FY2015-16 12165, ytd YTD2016-17 11934");
}

Test (months, what_a_name_does_not_tell_of_its_unit_the_cells_do)
{
  g_autoptr (Report) report = read_table ("\t\tContacts\tIn one day\n"
                                          "\tDec-16\t1287\t80.2%\n"
                                          "\tJan-17\t1651\t79.8%\n");
  cr_expect (eq (int, report_indicator (report, 1)->unit, UNIT_COUNT));
  cr_expect (eq (int, report_indicator (report, 2)->unit, UNIT_PERCENT));
}

Test (months, a_count_before_a_percentage_is_its_numerator)
{
  g_autoptr (Report) report = read_table ("\t\tNo. Contacts\t% decided in one day\n"
                                          "\tNov-16\t1469\t820\t55.8%\n"
                                          "\tDec-16\t1287\t1032\t80.2%\n"
                                          "\tJan-17\t1651\t1317\t79.8%\n");
  assert_column (report, 1, "", "No. Contacts", "actual 2016-11 1469, 2016-12 1287, 2017-01 1651");
  assert_column (report, 2, "", "% decided in one day",
                 "actual 2016-11 numerator 820, 2016-11 55.8%, 2016-12 numerator 1032, "
                 "2016-12 80.2%, 2017-01 numerator 1317, 2017-01 79.8%");
}

Test (months, a_fraction_before_a_percentage_has_both_its_parts)
{
  g_autoptr (Report) report = read_table ("\t\tNo. Contacts\t% decided in one day\n"
                                          "\tDec-16\t1287\t22 of 517\t4.3%\n"
                                          "\tJan-17\t1651\t20 of 400\t5.0%\n");
  assert_column (report, 2, "", "% decided in one day",
                 "actual 2016-12 numerator 22, 2016-12 denominator 517, 2016-12 4.3%, "
                 "2017-01 numerator 20, 2017-01 denominator 400, 2017-01 5.0%");
}

Test (months, a_count_with_the_reference_of_a_percentage_is_its_numerator)
{
  g_autoptr (Report) report
      = read_table ("\t\t5.9\t\t6.1\n"
                    "\t\tNo. of second plans\t% of second plans\tNo. in care\n"
                    "\tDec-16\t22\t7.3%\t484\n"
                    "\tJan-17\t26\t8.8%\t482\n");
  assert_column (report, 1, "5.9", "No. of second plans",
                 "actual 2016-12 numerator 22, 2017-01 numerator 26");
  assert_column (report, 2, "5.9", "% of second plans", "actual 2016-12 7.3%, 2017-01 8.8%");
  assert_column (report, 3, "6.1", "No. in care", "actual 2016-12 484, 2017-01 482");
}

Test (months, a_group_goes_before_the_names_below_it)
{
  g_autoptr (Report) report = read_table ("\t\tPOLICE\t\tSCHOOLS\t\n"
                                          "\t\tNumber\t% prog. to referral\tNumber\t% prog. to "
                                          "referral\n"
                                          "\tDec-16\t408\t21.1%\t168\t62.5%\n"
                                          "\tJan-17\t404\t30.0%\t133\t59.4%\n");
  assert_column (report, 1, "", "POLICE - Number", "actual 2016-12 408, 2017-01 404");
  assert_column (report, 4, "", "SCHOOLS - % prog. to referral",
                 "actual 2016-12 62.5%, 2017-01 59.4%");
}

Test (months, a_row_that_lost_a_cell_is_put_under_its_columns)
{
  g_autoptr (Report) report = read_table ("\t\tNo. Contacts\t% decided\tNo. Referrals\t% assessed\n"
                                          "\tNov-16\t1469\t55.8%\t478\t98.3%\n"
                                          "\tDec-16\t80.2%\t302\t99.0%\n"
                                          "\tJan-17\t1651\t79.8%\t292\t99.1%\n");
  assert_column (report, 1, "", "No. Contacts", "actual 2016-11 1469, 2017-01 1651");
  assert_column (report, 2, "", "% decided", "actual 2016-11 55.8%, 2016-12 80.2%, 2017-01 79.8%");
  assert_column (report, 3, "", "No. Referrals", "actual 2016-11 478, 2016-12 302, 2017-01 292");
  const Finding *moved = desk_finding (report, "moved");
  cr_assert_not_null (moved);
  cr_expect (period_equal (moved->period, period_month (2016, 12)));
}

Test (months, of_an_image_what_was_moved_is_doubtful)
{
  g_autoptr (Report) report = read_image ("\t\tNo. Contacts\t% decided\tNo. Referrals\t% assessed\n"
                                          "\tNov-16\t1469\t55.8%\t478\t98.3%\n"
                                          "\tDec-16\t80.2%\t302\t99.0%\n"
                                          "\tJan-17\t1651\t79.8%\t292\t99.1%\n");
  for (guint i = 0; i < report->figures->len; i++)
    {
      const Figure *figure = report_figure (report, i);
      gboolean is_moved
          = figure->table == 2 && period_equal (figure->period, period_month (2016, 12));
      cr_expect_eq (figure->confidence < CONFIDENCE_TRUSTED, is_moved, "%s", figure->raw);
    }
}

Test (months, a_table_goes_on_behind_a_blank_line)
{
  g_autoptr (Report) report = read_table ("\t\tNo. Contacts\t% decided in one day\n"
                                          "\tDec-16\t1287\t80.2%\n"
                                          "\tJan-17\t1651\t79.8%\n"
                                          "\n"
                                          "ANNUAL TREND\t2014/15\t10517\t42.9%\n"
                                          "\t2015/16\t12165\t40.5%\n");
  cr_expect (eq (int, report->n_tables, 2));
  assert_column (report, 1, "", "No. Contacts",
                 "actual 2016-12 1287, 2017-01 1651, annual FY2014-15 10517, FY2015-16 12165");
}

Test (months, headings_may_stand_above_a_blank_line)
{
  g_autoptr (Report) report = read_table ("\t1.1\t1.2\n"
                                          "\tNo. Contacts\t% decided in one day\n"
                                          "\n"
                                          "IN MONTH PERFORMANCE\tDec-16\t1287\t80.2%\n"
                                          "\tJan-17\t1651\t79.8%\n");
  assert_column (report, 1, "1.1", "No. Contacts", "actual 2016-12 1287, 2017-01 1651");
  assert_column (report, 2, "1.2", "% decided in one day", "actual 2016-12 80.2%, 2017-01 79.8%");
}

Test (months, the_next_headings_begin_another_table)
{
  g_autoptr (Report) report = read_table ("\t\tNo. Contacts\t% decided in one day\n"
                                          "\tDec-16\t1287\t80.2%\n"
                                          "\tJan-17\t1651\t79.8%\n"
                                          "\n"
                                          "\t\tNo. Referrals\t% assessed\n"
                                          "\tDec-16\t302\t99.0%\n"
                                          "\tJan-17\t292\t99.1%\n");
  cr_expect (eq (int, report->n_tables, 3));
  assert_column (report, 3, "", "No. Referrals", "actual 2016-12 302, 2017-01 292");
  cr_expect (eq (int, report_indicator (report, 3)->table, 3));
}

Test (months, a_table_stands_in_the_section_of_the_heading_above_it)
{
  g_autoptr (Report) report = read_table ("# CONTACTS\n"
                                          "\n"
                                          "\t\tNo. Contacts\t% decided in one day\n"
                                          "\tDec-16\t1287\t80.2%\n"
                                          "\tJan-17\t1651\t79.8%\n");
  cr_expect_str_eq (report_indicator (report, 1)->section, "CONTACTS");
}

Test (months, a_number_beyond_the_columns_is_unplaced)
{
  g_autoptr (Report) report = read_table ("\t\tNo. Contacts\t% decided in one day\n"
                                          "\tNov-16\t1469\t55.8%\n"
                                          "\tDec-16\t1287\t80.2%\n"
                                          "\tJan-17\t1651\t79.8%\t\t\t\tsee page 47\n");
  assert_column (report, 2, "", "% decided in one day",
                 "actual 2016-11 55.8%, 2016-12 80.2%, 2017-01 79.8%");
  desk_expect_unplaced (report, "47");
}

Test (months, of_an_image_numbers_beside_a_lost_label_are_unplaced_of_their_columns)
{
  g_autoptr (Report) report = read_image ("\t\tNo. Contacts\t% decided in one day\n"
                                          "\tNov-16\t1469\t55.8%\n"
                                          "\tqqvx 16\t1287\t80.2%\n"
                                          "\tJan-17\t1651\t79.8%\n");
  assert_column (report, 1, "", "No. Contacts", "actual 2016-11 1469, 2017-01 1651");
  cr_assert_eq (report->unplaced->len, 3);
  cr_expect_eq (report_unplaced (report, 0)->indicator, NO_INDICATOR);
  cr_expect_eq (report_unplaced (report, 1)->indicator, 1);
  cr_expect_str_eq (report_unplaced (report, 1)->text, "1287");
  cr_expect_eq (report_unplaced (report, 2)->indicator, 2);
}

/* ---- labels ---- */

typedef struct
{
  char row[48];
  char label[48]; /* "" if there is none */
} LabelCase;

static LabelCase labels[] = {
  { "Jan-16 | 1100 | 98.4%", "0 actual 2016-01" },
  { "IN MONTH PERFORMANCE | Jan-16 | 1100", "1 actual 2016-01" },
  { "| | Jan-16 | 1100", "2 actual 2016-01" },
  { "ANNUAL TREND | 2013/ 14 | 5", "1 annual FY2013-14" },
  { "| 2016/ 17 YTD | 5", "1 ytd YTD2016-17" },
  { "LATEST BENCHMARKING | SN AVE | 5", "1 benchmark statistical_neighbours" },
  { "| NAT TOP QTFLE | 5", "1 benchmark national_top_quartile" },
  { "Q3 2016/17 | 5", "0 actual 2016-Q3" },
  { "Number of contacts | 5", "" },
  { "| | | Jan-16", "" },
  { "1100 | 98.4%", "" },
  { "| |", "" },
};

ParameterizedTestParameters (months, a_label_is_a_period_or_the_name_of_a_comparison)
{
  return cr_make_param_array (LabelCase, labels, G_N_ELEMENTS (labels));
}

ParameterizedTest (LabelCase *expected, months, a_label_is_a_period_or_the_name_of_a_comparison)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Report) report = desk_report ();
  g_autoptr (Grid) grid = desk_grid (expected->row);
  Reader reader = desk_reader (desk, report);
  Label label = { 0 };
  gboolean has_label = months_read_label (&reader, grid_row (grid, 0), &label);
  g_autofree char *period = period_format (label.period);
  g_autofree char *found
      = !has_label ? g_strdup ("")
                   : g_strdup_printf ("%u %s %s%s", label.cell, measure_code (label.measure),
                                      comparator_code (label.comparator), period);
  cr_expect_str_eq (found, expected->label, "%s: %s", expected->row, found);
}
