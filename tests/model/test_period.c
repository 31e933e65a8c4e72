/* tests/model/test_period.c - the time that a figure is about.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/period.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

static Period
period (const char *text)
{
  Period read = NO_PERIOD;
  cr_assert (period_parse (text, &read), "'%s' is no period", text);
  return read;
}

static void
assert_is (Period actual, const char *expected)
{
  g_autofree char *text = period_format (actual);
  cr_expect_str_eq (text, expected);
}

typedef struct
{
  char text[16];
  Period period;
  char first[16], last[16];
  int year_began;
} PeriodCase;

static PeriodCase periods[] = {
  { "2016-11", { PERIOD_MONTH, 2016, 11 }, "2016-11-01", "2016-11-30", 2016 },
  { "2016-03", { PERIOD_MONTH, 2016, 3 }, "2016-03-01", "2016-03-31", 2015 },
  { "2016-04", { PERIOD_MONTH, 2016, 4 }, "2016-04-01", "2016-04-30", 2016 },
  { "2016-02", { PERIOD_MONTH, 2016, 2 }, "2016-02-01", "2016-02-29", 2015 },
  { "1900-02", { PERIOD_MONTH, 1900, 2 }, "1900-02-01", "1900-02-28", 1899 },
  { "2016-Q1", { PERIOD_QUARTER, 2016, 1 }, "2016-04-01", "2016-06-30", 2016 },
  { "2016-Q3", { PERIOD_QUARTER, 2016, 3 }, "2016-10-01", "2016-12-31", 2016 },
  { "2016-Q4", { PERIOD_QUARTER, 2016, 4 }, "2017-01-01", "2017-03-31", 2016 },
  { "FY2015-16", { PERIOD_FINANCIAL_YEAR, 2015, 0 }, "2015-04-01", "2016-03-31", 2015 },
  { "FY1999-00", { PERIOD_FINANCIAL_YEAR, 1999, 0 }, "1999-04-01", "2000-03-31", 1999 },
  { "YTD2016-17", { PERIOD_YEAR_TO_DATE, 2016, 0 }, "2016-04-01", "", 2016 },
  { "", { PERIOD_NONE, 0, 0 }, "", "", 0 },
};

ParameterizedTestParameters (period, a_code_and_its_period_are_one_another)
{
  return cr_make_param_array (PeriodCase, periods, G_N_ELEMENTS (periods));
}

ParameterizedTest (PeriodCase *expected, period, a_code_and_its_period_are_one_another)
{
  cr_expect (period_equal (period (expected->text), expected->period), "%s", expected->text);
  assert_is (expected->period, expected->text);
}

ParameterizedTestParameters (period, first_and_last_day_are_those_of_the_financial_calendar)
{
  return cr_make_param_array (PeriodCase, periods, G_N_ELEMENTS (periods));
}

ParameterizedTest (PeriodCase *expected, period,
                   first_and_last_day_are_those_of_the_financial_calendar)
{
  g_autofree char *first = period_first_day (expected->period);
  g_autofree char *last = period_last_day (expected->period, NO_PERIOD);

  cr_expect_str_eq (first, expected->first);
  cr_expect_str_eq (last, expected->last);
  cr_expect (eq (int, period_year_began (expected->period), expected->year_began));
}

Test (period, a_year_to_date_ends_with_the_month_that_it_runs_until)
{
  g_autofree char *last = period_last_day (period ("YTD2016-17"), period ("2017-02"));
  g_autofree char *unknown = period_last_day (period ("YTD2016-17"), period ("2016-Q1"));

  cr_expect_str_eq (last, "2017-02-28");
  cr_expect_str_eq (unknown, "");
}

Test (period, only_a_year_to_date_minds_the_month_it_runs_until)
{
  g_autofree char *last = period_last_day (period ("FY2016-17"), period ("2016-06"));
  cr_expect_str_eq (last, "2017-03-31");
}

typedef struct
{
  char text[16];
} TextCase;

ParameterizedTestParameters (period, what_is_no_code_is_left_alone)
{
  static TextCase cases[] = {
    { "2016" },       { "2016-" },   { "2016-13" },   { "2016-00" },  { "2016-1" },
    { "2016-011" },   { "2016-Q0" }, { "2016-Q5" },   { "2016-Q" },   { "2016-Q1 " },
    { "FY2015-17" },  { "FY2015" },  { "fy2015-16" }, { "2015-16x" }, { "YTD2016-16" },
    { "YT2016-17" },  { "0000-01" }, { "-2016-01" },  { "12016-01" }, { " 2016-01" },
    { "XFY2015-16" }, { "2016/01" }, { "FY" },        { "20a6-01" },  { "Q1" },
  };
  return cr_make_param_array (TextCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (TextCase *refused, period, what_is_no_code_is_left_alone)
{
  Period untouched = period_month (1, 1);

  cr_expect (not(period_parse (refused->text, &untouched)), "'%s' was read", refused->text);
  cr_expect (period_equal (untouched, period_month (1, 1)));
}

Test (period, months_add_up_over_the_turn_of_a_year)
{
  assert_is (period_add_months (period ("2016-11"), 3), "2017-02");
  assert_is (period_add_months (period ("2016-01"), -1), "2015-12");
  assert_is (period_add_months (period ("2016-01"), -13), "2014-12");
  assert_is (period_add_months (period ("2016-12"), 0), "2016-12");
  assert_is (period_add_months (period ("2016-12"), 12), "2017-12");
}

Test (period, months_between_is_what_must_be_added)
{
  Period from = period ("2015-09");
  for (int months = -30; months <= 30; months++)
    cr_expect (eq (int, period_months_between (from, period_add_months (from, months)), months));
}

Test (period, periods_of_another_kind_are_not_equal)
{
  cr_expect (not(period_equal (period_financial_year (2016), period_year_to_date (2016))));
  cr_expect (not(period_equal (period ("2016-01"), period ("2016-Q1"))));
  cr_expect (period_equal (NO_PERIOD, NO_PERIOD));
}

Test (period, a_month_has_a_name)
{
  cr_expect_str_eq (period_month_name ((Period){ PERIOD_MONTH, 2016, 1 }), "January");
  cr_expect_str_eq (period_month_name ((Period){ PERIOD_MONTH, 2016, 12 }), "December");
}
