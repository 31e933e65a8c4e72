/* tests/parse/test_single.c - tables of a single indicator.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/single.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/desk.h"

/* Expects the indicators of a table, one a line: reference, name, unit and figures. */
static void
assert_indicators (const char *table, const char *title, const char *expected)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Report) report = desk_report ();
  g_autoptr (Grid) grid = desk_grid (table);
  g_autoptr (GString) found = g_string_new (NULL);
  Reader reader = desk_reader (desk, report);
  report->period = desk_period ("2017-05");
  cr_assert (single_is (&desk->words, grid));
  single_read (&reader, 1, grid, title, "Assessment");
  for (guint i = 0; i < report->indicators->len; i++)
    {
      const Indicator *indicator = report_indicator (report, i);
      g_string_append_printf (found, "%s%s|%s|%s:", i > 0 ? "\n" : "", indicator->ref,
                              indicator->name, unit_code (indicator->unit));
      for (guint k = 0; k < report->figures->len; k++)
        {
          g_autofree char *figure = desk_figure (report_figure (report, k));
          if (report_figure (report, k)->indicator == (int) i)
            g_string_append_printf (found, " %s", figure);
        }
    }
  cr_expect_str_eq (found->str, expected);
  desk_expect_unplaced (report, "");
}

static void
assert_none (const char *table)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Grid) grid = desk_grid (table);
  cr_expect_not (single_is (&desk->words, grid));
}

Test (single, a_month_is_of_the_year_that_labels_its_row)
{
  assert_indicators ("Year | Apr | Dec | Jan | Mar\n"
                     "2015/16 | 534 | 381 | 339 | 427\n"
                     "2016/17 | 317 | 506 | 428\n",
                     "2.1 Number of referrals",
                     "2.1|Number of referrals|count: actual 2015-04 534 actual 2015-12 381 "
                     "actual 2016-01 339 actual 2016-03 427 actual 2016-04 317 actual 2016-12 506 "
                     "actual 2017-01 428");
}

Test (single, quarters_are_read_as_months_are)
{
  assert_indicators ("Financial year | Q1 | Q2 | Q3 | Q4\n"
                     "2015/16 | 81.5% | 82% | 79% | 80.1%\n",
                     "Assessments in time",
                     "|Assessments in time|percent: actual 2015-Q1 81.5% actual 2015-Q2 82% "
                     "actual 2015-Q3 79% actual 2015-Q4 80.1%");
}

Test (single, years_may_stand_side_by_side)
{
  assert_indicators ("Month | 2015/16 | 2016/17\n"
                     "April | 534 | 317\n"
                     "May | 381 | 506\n"
                     "June | 339 | 428\n",
                     "Referrals",
                     "|Referrals|count: actual 2015-04 534 actual 2015-05 381 actual 2015-06 339 "
                     "actual 2016-04 317 actual 2016-05 506 actual 2016-06 428");
}

Test (single, years_that_begin_in_january_are_calendar_years)
{
  assert_indicators ("Year | Jan | Feb | Apr | Dec\n"
                     "2016 | 5 | 6 | 7 | 8\n",
                     "Visits",
                     "|Visits|count: actual 2016-01 5 actual 2016-02 6 actual 2016-04 7 "
                     "actual 2016-12 8");
}

Test (single, a_total_is_that_of_the_year_or_to_date)
{
  assert_indicators ("Year | Apr | May | Jun | Total\n"
                     "2016/17 | 5 | 6 | 7 | 70\n"
                     "2017/18 | 8 | 9 | | 17\n",
                     "Visits",
                     "|Visits|count: actual 2016-04 5 actual 2016-05 6 actual 2016-06 7 "
                     "annual FY2016-17 70 actual 2017-04 8 actual 2017-05 9 ytd YTD2017-18 17");
}

Test (single, targets_and_benchmarks_stand_below_the_years)
{
  assert_indicators ("Year | Apr | May | Jun\n"
                     "2016/17 | 50% | 60% | 70%\n"
                     "Target | 80% | 80% | 80%\n"
                     "England | 75% | 76% | -\n",
                     "Visits in time",
                     "|Visits in time|percent: actual 2016-04 50% actual 2016-05 60% "
                     "actual 2016-06 70% target 80% target 80% target 80% benchmark national 75% "
                     "benchmark national 76% benchmark national missing");
}

Test (single, names_left_of_the_years_part_indicators)
{
  assert_indicators ("Ref | Measure | Year | Apr | May | Jun\n"
                     "1.1 | Visits | 2015/16 | 5 | 6 | 7\n"
                     " | | 2016/17 | 8 | 9 | 10\n"
                     "1.2 | Plans | 2015/16 | 1 | 2 | 3\n",
                     "A title",
                     "1.1|Visits|count: actual 2015-04 5 actual 2015-05 6 actual 2015-06 7 "
                     "actual 2016-04 8 actual 2016-05 9 actual 2016-06 10\n"
                     "1.2|Plans|count: actual 2015-04 1 actual 2015-05 2 actual 2015-06 3");
}

Test (single, the_corner_may_name_the_indicator)
{
  assert_indicators ("Visits made | Apr | May | Jun\n"
                     "2016/17 | 5 | 6 | 7\n",
                     "A title",
                     "|Visits made|count: actual 2016-04 5 actual 2016-05 6 actual 2016-06 7");
}

Test (single, tables_of_months_with_their_years_are_others)
{
  assert_none ("Measure | Apr-16 | May-16 | Jun-16\nVisits | 5 | 6 | 7\n");
  assert_none ("Month | Visits | Plans\nApr-16 | 5 | 6\nMay-16 | 7 | 8\n");
  assert_none ("Measure | Apr | May | Jun\nVisits | 5 | 6 | 7\n");
  assert_none ("Measure | 2014/15 | 2015/16 | 2016/17\nVisits | 5 | 6 | 7\n");
}

Test (single, the_line_above_names_the_indicator_and_those_below_are_about_it)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Report) report = desk_read (desk, "Monthly report for May 2017\n\n"
                                               "Number of referrals\n\n"
                                               "Year\tApr\tMay\tJun\n"
                                               "2015/16\t534\t381\t339\n"
                                               "2016/17\t317\t506\t428\n\n"
                                               "Referrals fell in the spring of this year.\n\n"
                                               "Number of visits\n\n"
                                               "Year\tApr\tMay\tJun\n"
                                               "2015/16\t5\t6\t7\n");
  cr_assert (eq (uint, report->indicators->len, 2));
  cr_expect_str_eq (report_indicator (report, 0)->name, "Number of referrals");
  cr_expect_str_eq (report_indicator (report, 1)->name, "Number of visits");
  cr_assert (eq (uint, report->texts->len, 1));
  cr_expect (eq (int, report_text (report, 0)->indicator, 0));
  cr_expect (eq (int, report_text (report, 0)->kind, TEXT_COMMENTARY));
}

#define CARD "Measure | Apr-16 | May-16 | Jun-16\n"

/* Expects whether @rows, on the next page, are more lines of @above. */
static void
assert_goes_on (const char *above, const char *rows, gboolean expected)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Grid) upper = desk_grid (above), lower = desk_grid (rows);
  cr_expect (eq (int, single_goes_on (&desk->words, upper, lower), expected), "%s", rows);
}

Test (single, lines_behind_a_page_break_are_of_the_same_table)
{
  assert_goes_on (CARD "Performance | 5 | 6 | 7\n", "Target | 4 | 4 | 4\nEngland | 3 | 3 | 3\n",
                  TRUE);
  assert_goes_on ("Year | Apr | Dec | Jan\n2015/16 | 5 | 6 | 7\n", "2016/17 | 4 | 4 | 4\n", TRUE);
}

Test (single, lines_behind_a_page_break_that_repeat_a_label_are_of_another)
{
  assert_goes_on (CARD "Performance | 5 | 6 | 7\n", "Performance | 4 | 4 | 4\n", FALSE);
}

Test (single, lines_behind_a_page_break_without_labels_are_of_another)
{
  assert_goes_on (CARD "Performance | 5 | 6 | 7\n", "Visits | 4 | 4 | 4\n", FALSE);
  assert_goes_on (CARD "Performance | 5 | 6 | 7\n", CARD "Target | 4 | 4 | 4\n", FALSE);
  assert_goes_on (CARD "Performance | 5 | 6 | 7\n", "Target | 4 | 4 | 4 | 4\n", FALSE);
}
