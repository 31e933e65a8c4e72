/* tests/parse/test_month.c - months, quarters and years as reports spell them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/month.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

#include "tests/parse/desk.h"

typedef struct
{
  char text[64];
  char code[16]; /* "" if it is none */
} MonthCase;

static void
assert_reads (const char *text, Period year, const char *code)
{
  g_autoptr (MonthReader) reader = month_reader_new ();
  Period period = NO_PERIOD;
  gboolean is_read = month_read (reader, text, year, &period);
  g_autofree char *read = period_format (period);
  cr_expect_str_eq (read, code, "'%s' reads '%s', not '%s'", text, read, code);
  cr_expect (eq (int, is_read, code[0] != '\0'), "'%s'", text);
}

static MonthCase periods[] = {
  /* headings of the reports in fixtures/ */
  { "Oct 15", "2015-10" },
  { "Jun 14", "2014-06" },
  { "Nov-16", "2016-11" },
  { "Jan-17", "2017-01" },
  { "Apr-20", "2020-04" },
  { "Dec-19", "2019-12" },
  { "Mar-18", "2018-03" },
  { "2013/14", "FY2013-14" },
  { "2016 / 17", "FY2016-17" },
  { "2015/ 16", "FY2015-16" },
  { "YTD 2016/17", "YTD2016-17" },
  { "Q3 2016/17", "2016-Q3" },
  { "March 2018", "2018-03" },
  /* all months */
  { "January 2017", "2017-01" },
  { "Feb 2017", "2017-02" },
  { "FEBRUARY 17", "2017-02" },
  { "mar 17", "2017-03" },
  { "April 2017", "2017-04" },
  { "May 17", "2017-05" },
  { "June 2017", "2017-06" },
  { "July 17", "2017-07" },
  { "Jul 17", "2017-07" },
  { "Aug-2017", "2017-08" },
  { "August 2017", "2017-08" },
  { "September 2019", "2019-09" },
  { "Sept 19", "2019-09" },
  { "SEP-19", "2019-09" },
  { "October 1998", "1998-10" },
  { "November 16", "2016-11" },
  { "December 2016", "2016-12" },
  /* other ways to join month and year */
  { "Nov. 16", "2016-11" },
  { "Nov '16", "2016-11" },
  { "Nov'16", "2016-11" },
  { "Nov/16", "2016-11" },
  { "Nov16", "2016-11" },
  { "Nov - 16", "2016-11" },
  { "November, 2016", "2016-11" },
  { "2016 Nov", "2016-11" },
  { "2016-11", "2016-11" },
  { "2017-01", "2017-01" },
  /* by their first or last day */
  { "31/08/2018", "2018-08" },
  { "30/11/16", "2016-11" },
  { "1/4/2018", "2018-04" },
  { "29/02/2020", "2020-02" },
  { "31 Aug 2018", "2018-08" },
  { "31st August 2018", "2018-08" },
  { "30-Nov-16", "2016-11" },
  { "As at 31/01/2019", "2019-01" },
  { "2018-08-31", "2018-08" },
  /* quarters */
  { "Q1 2016/17", "2016-Q1" },
  { "q4 16/17", "2016-Q4" },
  { "Q2 (2016/17)", "2016-Q2" },
  { "Q2, 2016-17", "2016-Q2" },
  { "Quarter 3 2016/17", "2016-Q3" },
  { "Qtr 3 2016-2017", "2016-Q3" },
  { "2016/17 Q3", "2016-Q3" },
  { "2016/17 Quarter 3", "2016-Q3" },
  /* financial years */
  { "2016/17", "FY2016-17" },
  { "16/17", "FY2016-17" },
  { "17-18", "FY2017-18" },
  { "2016-17", "FY2016-17" },
  { "2016–17", "FY2016-17" },
  { "2016/2017", "FY2016-17" },
  { "FY2015-16", "FY2015-16" },
  { "FY 15/16", "FY2015-16" },
  { "2099/00", "FY2099-00" },
  /* the year so far */
  { "2016/17 YTD", "YTD2016-17" },
  { "YTD (2016/17)", "YTD2016-17" },
  { "Year to date 2016/17", "YTD2016-17" },
};

ParameterizedTestParameters (month, reads_a_period_however_it_is_spelt)
{
  return cr_make_param_array (MonthCase, periods, G_N_ELEMENTS (periods));
}

ParameterizedTest (MonthCase *expected, month, reads_a_period_however_it_is_spelt)
{
  assert_reads (expected->text, NO_PERIOD, expected->code);
}

static MonthCase others[] = {
  { "", "" },
  { "Ref", "" },
  { "Nov", "" },
  { "Q3", "" },
  { "YTD", "" },
  { "16", "" },
  { "2016", "" },
  { "109", "" },
  { "5.10", "" },
  { "35.8%", "" },
  { "Monday 16", "" },
  { "Marsh 16", "" },
  { "Mayor 2016", "" },
  { "Decision 16", "" },
  { "Augmented", "" },
  { "2016-13", "" },
  { "2016-00", "" },
  { "Q5 2016/17", "" },
  { "Q0 2016/17", "" },
  { "2015/17", "" },
  { "2016/16", "" },
  { "206/492", "" },
  { "New measure from Sep 16", "" },
  { "% change from Oct 15", "" },
  { "Target 17-18", "" },
  { "Nov 16 109", "" },
  { "31 Nov 16", "" },
  { "05/01/2018", "" },
  { "28/02/2020", "" },
  { "31/13/2018", "" },
  { "2018-08-30", "" },
  { "Nov 1601", "" },
};

ParameterizedTestParameters (month, leaves_alone_what_is_no_period)
{
  return cr_make_param_array (MonthCase, others, G_N_ELEMENTS (others));
}

ParameterizedTest (MonthCase *other, month, leaves_alone_what_is_no_period)
{
  assert_reads (other->text, NO_PERIOD, other->code);
}

static MonthCase yearless[] = {
  { "Apr", "2016-04" },
  { "November", "2016-11" },
  { "Dec", "2016-12" },
  { "Jan", "2017-01" },
  { "March", "2017-03" },
  { "Q1", "2016-Q1" },
  { "Qtr 4", "2016-Q4" },
  { "YTD", "YTD2016-17" },
  { "Year to date", "YTD2016-17" },
  { "Nov 15", "2015-11" },
  { "Ref", "" },
};

ParameterizedTestParameters (month, a_month_without_a_year_is_that_of_the_group_above)
{
  return cr_make_param_array (MonthCase, yearless, G_N_ELEMENTS (yearless));
}

ParameterizedTest (MonthCase *expected, month, a_month_without_a_year_is_that_of_the_group_above)
{
  assert_reads (expected->text, period_financial_year (2016), expected->code);
}

static MonthCase mentions[] = {
  { "% change from Oct 15", "2015-10" },
  { "% change from Sep-20", "2020-09" },
  { "Target 17-18", "FY2017-18" },
  { "LATEST BENCHMARKING - 2014/15", "FY2014-15" },
  { "Commentary (Dec-19):", "2019-12" },
  { "As at Month End: January 2017", "2017-01" },
  { "Quarter 3 2016/17 (October to December 2016)", "2016-Q3" },
  { "from Oct 15 to Nov 16", "2015-10" },
  { "15/17 of them in Nov 16", "2016-11" },
  { "as at 30 November 2016", "2016-11" },
  { "New measure from Sep 16", "2016-09" },
  { "change from November", "" },
  { "M1 - Number of contacts", "" },
  { "held in 15 working days", "" },
  { "file Nov-16.xlsx", "2016-11" },
  { "on 16.11.2016", "" },
  { "between 12.10-11.5", "" },
  { "maybe 16 or 17", "" },
};

ParameterizedTestParameters (month, finds_a_period_within_a_text)
{
  return cr_make_param_array (MonthCase, mentions, G_N_ELEMENTS (mentions));
}

ParameterizedTest (MonthCase *expected, month, finds_a_period_within_a_text)
{
  g_autoptr (MonthReader) reader = month_reader_new ();
  Period period = NO_PERIOD;
  month_find (reader, expected->text, &period);
  g_autofree char *found = period_format (period);
  cr_expect_str_eq (found, expected->code, "'%s' names '%s'", expected->text, found);
}

Test (month, finds_the_first_of_two_periods_whatever_their_kinds)
{
  g_autoptr (MonthReader) reader = month_reader_new ();
  Period period = NO_PERIOD;
  cr_assert (month_find (reader, "Performance in November 2016 (2016/17)", &period));
  cr_expect (period_equal (period, period_month (2016, 11)));
}

Test (month, a_text_without_a_period_leaves_it_alone)
{
  g_autoptr (MonthReader) reader = month_reader_new ();
  Period period = period_month (2016, 11);
  cr_expect_not (month_read (reader, "Ref", NO_PERIOD, &period));
  cr_expect_not (month_read (reader, "2015/17", NO_PERIOD, &period));
  cr_expect_not (month_find (reader, "Ref", &period));
  cr_expect (period_equal (period, period_month (2016, 11)));
}

Test (month, is_read_with_digits_for_the_letters_that_they_were_taken_for)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (MonthReader) reader = month_reader_new ();
  Period period = NO_PERIOD;
  cr_expect_not (month_read (reader, "Nov-l6", NO_PERIOD, &period));
  month_reader_forgive (reader, desk->vocabulary);
  cr_assert (month_read (reader, "Nov-l6", NO_PERIOD, &period));
  cr_expect (period_equal (period, period_month (2016, 11)));
  cr_assert (month_find (reader, "% change from Oct-lS, 2O15", &period) == FALSE);
  cr_assert (month_find (reader, "% change from Oct-1S", &period));
  cr_expect (period_equal (period, period_month (2015, 10)));
}
