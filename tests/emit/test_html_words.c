/* tests/emit/test_html_words.c - tests emit/html_words.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/html_words.h"

#include <criterion/criterion.h>

#include "tests/emit/sample.h"

static void
assert_period (Period period, const char *expected)
{
  g_autoptr (GString) html = g_string_new (NULL);
  words_period (html, period);
  cr_expect_str_eq (html->str, expected);
}

Test (html_words, periods_are_said_as_people_say_them)
{
  assert_period (period_month (2016, 11), "November 2016");
  assert_period ((Period){ PERIOD_QUARTER, 2016, 3 }, "quarter 3 of 2016-17");
  assert_period (period_financial_year (1999), "1999-00");
  assert_period (period_year_to_date (2016), "2016-17 to date");
  assert_period (NO_PERIOD, "");
}

static void
assert_count (guint count, const char *expected)
{
  g_autoptr (GString) html = g_string_new (NULL);
  words_count (html, count, "figure");
  cr_expect_str_eq (html->str, expected);
}

Test (html_words, counts_agree_with_their_nouns)
{
  assert_count (0, "no figures");
  assert_count (1, "1 figure");
  assert_count (1204, "1,204 figures");
  assert_count (1000007, "1,000,007 figures");
}

static void
assert_subject (int indicator, Measure measure, Period period, const char *expected)
{
  g_autoptr (Report) report = sample_new ();
  g_autoptr (GString) html = g_string_new (NULL);
  words_subject (html, report, indicator, measure, period);
  cr_expect_str_eq (html->str, expected);
}

Test (html_words, a_subject_is_reference_measure_and_period)
{
  Period november = period_month (2016, 11);
  assert_subject (0, MEASURE_ACTUAL, november, "A1, November 2016");
  assert_subject (0, MEASURE_MEAN_12M, november, "A1, 12-month average, November 2016");
  assert_subject (0, MEASURE_CHANGE_YEAR, november, "A1, change since November 2016");
  assert_subject (0, MEASURE_YTD, period_year_to_date (2016), "A1, 2016-17 to date");
  assert_subject (0, MEASURE_BENCHMARK, NO_PERIOD, "A1, comparison");
  assert_subject (NO_INDICATOR, MEASURE_NONE, november, "November 2016");
  assert_subject (NO_INDICATOR, MEASURE_NONE, NO_PERIOD, "");
}

Test (html_words, severities_differ_in_sign_and_word)
{
  for (int a = 0; a < severity_codes.n_codes; a++)
    for (int b = 0; b < a; b++)
      {
        cr_expect_str_neq (words_sign ((Severity) a), words_sign ((Severity) b));
        cr_expect_str_neq (words_severity ((Severity) a), words_severity ((Severity) b));
      }
}
