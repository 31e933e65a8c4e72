/* tests/parse/test_flat_mend.c - figures that a bad text layer damaged, restored.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/flat_mend.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/desk.h"

/* A row of which each figure was read as far as it goes. */
static Figure *
add (Report *report, Measure measure, Period period, const char *raw, const char *value)
{
  Figure *figure = report_add_figure (report);
  figure->measure = measure;
  figure->period = period;
  figure->has_value = value[0] != '\0';
  if (figure->has_value)
    figure->value = desk_decimal (value);
  figure->status = figure->has_value ? STATUS_OK : STATUS_UNREADABLE;
  report_set_text (&figure->raw, raw);
  return figure;
}

static Report *
row_of (const char *november, const char *december)
{
  Report *report = desk_report ();
  report->period = period_month (2019, 12);
  report_add_indicator (report);
  add (report, MEASURE_ACTUAL, period_month (2019, 11), november, november);
  add (report, MEASURE_ACTUAL, period_month (2019, 12), december, december);
  return report;
}

/* Expects the last figure once the row is mended; @is_touched tells whether it was. */
static void
assert_mends (Report *report, gboolean is_percent, const char *expected, gboolean is_touched)
{
  flat_mend_row (report, 0, is_percent);
  const Figure *last = report_figure (report, report->figures->len - 1);
  g_autofree char *words = desk_figure (last);
  cr_expect_str_eq (words, expected);
  cr_expect (eq (int, last->confidence < 1, is_touched));
}

Test (flat_mend, a_fall_that_the_months_show_has_lost_its_minus)
{
  g_autoptr (Report) report = row_of ("100", "33");
  add (report, MEASURE_CHANGE_PREV, period_month (2019, 11), "(¥ 67%", "67");
  assert_mends (report, FALSE, "change_prev 2019-11 -67", TRUE);
}

Test (flat_mend, a_rise_keeps_its_sign)
{
  g_autoptr (Report) report = row_of ("100", "167");
  add (report, MEASURE_CHANGE_PREV, period_month (2019, 11), "67%", "67");
  assert_mends (report, FALSE, "change_prev 2019-11 67", FALSE);
}

Test (flat_mend, a_change_of_another_size_is_not_touched)
{
  g_autoptr (Report) report = row_of ("100", "95");
  add (report, MEASURE_CHANGE_YEAR, period_month (2018, 12), "20%", "20");
  add (report, MEASURE_CHANGE_PREV, period_month (2019, 11), "20%", "20");
  assert_mends (report, FALSE, "change_prev 2019-11 20", FALSE);
}

Test (flat_mend, a_lone_change_that_cannot_be_from_last_month_is_from_last_year)
{
  g_autoptr (Report) report = row_of ("100", "101");
  add (report, MEASURE_CHANGE_PREV, period_month (2019, 11), "-61%", "-61");
  assert_mends (report, FALSE, "change_year 2018-12 -61", FALSE);
}

Test (flat_mend, digits_of_an_arrow_and_of_a_percent_sign_are_taken_off)
{
  g_autoptr (Report) report = row_of ("100", "78");
  add (report, MEASURE_CHANGE_PREV, period_month (2019, 11), "|IF 42204", "");
  assert_mends (report, FALSE, "change_prev 2019-11 -22", TRUE);
}

Test (flat_mend, rings_of_a_percent_sign_are_no_digits)
{
  g_autoptr (Report) report = row_of ("52", "4806");
  assert_mends (report, TRUE, "actual 2019-12 48", TRUE);
}

Test (flat_mend, a_percentage_that_prints_its_sign_is_whole)
{
  g_autoptr (Report) report = row_of ("52", "106");
  report_set_text (&report_figure (report, 1)->raw, "106%");
  assert_mends (report, TRUE, "actual 2019-12 106", FALSE);
}

Test (flat_mend, a_percent_sign_among_counts_is_the_digit_that_makes_the_maximum)
{
  g_autoptr (Report) report = row_of ("93", "9");
  report_set_text (&report_figure (report, 1)->raw, "9%");
  add (report, MEASURE_MAX_12M, period_month (2019, 12), "96", "96");
  flat_mend_row (report, 0, FALSE);
  g_autofree char *words = desk_figure (report_figure (report, 1));
  cr_expect_str_eq (words, "actual 2019-12 96");
}

Test (flat_mend, numbers_too_large_to_reckon_with_are_left_alone)
{
  g_autoptr (Report) report = row_of ("999999999999999999", "1");
  add (report, MEASURE_CHANGE_PREV, period_month (2019, 11), "999999999999999999",
       "999999999999999999");
  assert_mends (report, FALSE, "change_prev 2019-11 999999999999999999", FALSE);
}

Test (flat_mend, other_rows_are_not_touched)
{
  g_autoptr (Report) report = row_of ("52", "4806");
  flat_mend_row (report, 2, TRUE);
  cr_expect (eq (i64, report_figure (report, 1)->value.mantissa, 4806));
}
