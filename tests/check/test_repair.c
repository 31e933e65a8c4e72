/* tests/check/test_repair.c - what does the arithmetic say of figures that were read off an image?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "check/repair.h"

#include <criterion/criterion.h>
#include <string.h>

#include "check/check.h"
#include "tests/check/sheet.h"

#define LAST_MONTH 11
#define MEAN 12

/* A row of twelve months, the last of them @last, read off an image; the true one is 25. */
static Sheet *
row_with (const char *last)
{
  Sheet *sheet = sheet_new ();
  g_autofree char *months = g_strconcat ("11 16 16 18 17 19 11 14 11 18 10 ", last, NULL);
  int row = sheet_add_row (sheet, "CLA3", UNIT_COUNT, months);
  sheet_add (sheet, row, MEASURE_MEAN_12M, "16"); /* 161 + 25 = 186 */
  sheet_add (sheet, row, MEASURE_MAX_12M, "25");
  sheet_add (sheet, row, MEASURE_CHANGE_PREV, "150");
  sheet_read_off_image (sheet);
  return sheet;
}

static Figure *
figure_at (const Sheet *sheet, guint index)
{
  return report_figure (sheet->report, index);
}

static guint
count_contradictions (const Sheet *sheet)
{
  guint n = 0;
  for (guint i = 0; i < sheet->report->findings->len; i++)
    n += report_finding (sheet->report, i)->severity == SEVERITY_CONTRADICTION;
  return n;
}

static void
assert_value (const Figure *figure, const char *value, Origin origin)
{
  g_autofree char *actual = decimal_format (figure->value);
  cr_expect_str_eq (actual, value);
  cr_expect_eq (figure->origin, origin);
}

Test (repair, the_one_reading_that_mends_all_is_suggested_and_not_applied)
{
  g_autoptr (Sheet) sheet = row_with ("28");
  figure_at (sheet, LAST_MONTH)->confidence = 0.6;
  cr_expect_eq (sheet_check (sheet, "doubtful"), 1);
  const Finding *finding = sheet_finding (sheet, "doubtful");
  cr_expect_str_eq (finding->suggestion, "CLA3 in 2016-11: 25, not 28");
  cr_expect_not_null (strstr (finding->message, "would with 25"), "%s", finding->message);
  cr_expect_not_null (strstr (finding->message, "max-12m"), "%s", finding->message);
  assert_value (figure_at (sheet, LAST_MONTH), "28", ORIGIN_OCR);
  cr_expect_eq (count_contradictions (sheet), 0);
}

Test (repair, on_request_it_is_applied_and_marked_and_keeps_what_was_read)
{
  g_autoptr (Sheet) sheet = row_with ("28");
  figure_at (sheet, LAST_MONTH)->confidence = 0.6;
  sheet_repair (sheet);
  const Figure *figure = figure_at (sheet, LAST_MONTH);
  assert_value (figure, "25", ORIGIN_REPAIRED);
  cr_expect_str_eq (figure->raw, "28");
  cr_expect_eq (figure->confidence, REPAIR_MENDED);
  cr_expect_not_null (sheet_finding (sheet, "repaired"));
  cr_expect_null (sheet_finding (sheet, "doubtful"));
  cr_expect_eq (count_contradictions (sheet), 0);
}

Test (repair, a_figure_read_for_sure_is_mended_if_two_relations_speak_for_it)
{
  g_autoptr (Sheet) sheet = row_with ("28");
  sheet_repair (sheet);
  assert_value (figure_at (sheet, LAST_MONTH), "25", ORIGIN_REPAIRED);
}

Test (repair, a_figure_of_text_is_never_touched)
{
  g_autoptr (Sheet) sheet = row_with ("28");
  for (guint i = 0; i < sheet->report->figures->len; i++)
    {
      figure_at (sheet, i)->origin = ORIGIN_TEXT;
      figure_at (sheet, i)->confidence = 1;
    }
  sheet_repair (sheet);
  assert_value (figure_at (sheet, LAST_MONTH), "28", ORIGIN_TEXT);
  cr_expect_gt (count_contradictions (sheet), 0);
  cr_expect_eq (sheet_finding (sheet, "max-12m")->confidence, 1);
}

/* The average is 5 too high, 60 in the sum: the first 11 may have been 71, or the last. */
static Sheet *
two_that_could_mend (void)
{
  Sheet *sheet = sheet_new ();
  int row = sheet_add_row (sheet, "A", UNIT_COUNT, "11 20 20 22 24 22 20 22 24 20 22 11");
  sheet_add (sheet, row, MEASURE_MEAN_12M, "25"); /* 238 / 12 is 20 */
  sheet_read_off_image (sheet);
  return sheet;
}

Test (repair, where_two_figures_could_mend_as_much_neither_is_replaced)
{
  g_autoptr (Sheet) sheet = two_that_could_mend ();
  figure_at (sheet, 0)->confidence = figure_at (sheet, 11)->confidence = 0.5;
  sheet_repair (sheet);
  assert_value (figure_at (sheet, 0), "11", ORIGIN_OCR);
  assert_value (figure_at (sheet, 11), "11", ORIGIN_OCR);
}

Test (repair, a_doubtful_figure_goes_before_one_that_was_read_for_sure)
{
  g_autoptr (Sheet) sheet = two_that_could_mend ();
  figure_at (sheet, 0)->confidence = 0.5;
  sheet_repair (sheet);
  assert_value (figure_at (sheet, 0), "71", ORIGIN_REPAIRED);
  assert_value (figure_at (sheet, 11), "11", ORIGIN_OCR);
}

Test (repair, a_figure_that_is_no_likely_misreading_is_not_replaced)
{
  g_autoptr (Sheet) sheet = row_with ("42");
  figure_at (sheet, LAST_MONTH)->confidence = 0.5;
  sheet_repair (sheet);
  assert_value (figure_at (sheet, LAST_MONTH), "42", ORIGIN_OCR);
  cr_expect_str_eq (sheet_finding (sheet, "doubtful")->suggestion, "");
}

Test (repair, a_doubtful_figure_that_nothing_else_would_fit_is_confirmed)
{
  g_autoptr (Sheet) sheet = row_with ("25");
  figure_at (sheet, LAST_MONTH)->confidence = 0.4;
  cr_expect_eq (sheet_check (sheet, "doubtful"), 0);
  cr_expect_eq (figure_at (sheet, LAST_MONTH)->confidence, REPAIR_CONFIRMED);
}

Test (repair, a_doubtful_figure_that_nothing_speaks_of_stays_doubtful)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet_add_row (sheet, "A", UNIT_COUNT, "11 16 16 18 17 19 11 14 11 18 10 25");
  sheet_read_off_image (sheet);
  figure_at (sheet, 4)->confidence = 0.4;
  cr_expect_eq (sheet_check (sheet, "doubtful"), 1);
  cr_expect_eq (figure_at (sheet, 4)->confidence, 0.4);
}

Test (repair, what_may_be_misread_is_no_contradiction_but_doubtful)
{
  g_autoptr (Sheet) sheet = two_that_could_mend ();
  sheet_repair (sheet);
  cr_expect_eq (count_contradictions (sheet), 0);
  cr_expect_eq (figure_at (sheet, 0)->confidence, REPAIR_SUSPECTED);
  cr_expect_eq (figure_at (sheet, 11)->confidence, REPAIR_SUSPECTED);
  cr_expect_eq (figure_at (sheet, 5)->confidence, 0.95, "22 for 72 is no likely misreading");
  const Finding *finding = sheet_finding (sheet, "doubtful");
  cr_expect_str_eq (finding->suggestion, "");
  cr_expect_not_null (strstr (finding->message, "might with 71"), "%s", finding->message);
}

Test (repair, findings_of_the_trial_are_put_away)
{
  g_autoptr (Sheet) sheet = row_with ("25");
  sheet_check (sheet, "doubtful");
  cr_expect_eq (sheet->report->findings->len, 0);
  for (guint i = 1; i < sheet->report->coverage->len; i++)
    cr_expect_str_neq (report_coverage (sheet->report, i)->rule,
                       report_coverage (sheet->report, 0)->rule);
}

/* A summary and the page behind it print one row; the summary's 131 was read as 181. */
Test (repair, what_is_printed_twice_tells_which_reading_is_right)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet_add_row (sheet, "A", UNIT_COUNT, "181 142 127 155 160");
  sheet_add_row (sheet, "A", UNIT_COUNT, "131 142 127 155 160");
  report_indicator (sheet->report, 1)->table = 2;
  for (guint i = 5; i < 10; i++)
    figure_at (sheet, i)->table = 2;
  sheet_read_off_image (sheet);
  figure_at (sheet, 0)->confidence = figure_at (sheet, 1)->confidence = 0.5;
  sheet_repair (sheet);
  assert_value (figure_at (sheet, 0), "131", ORIGIN_REPAIRED);
  cr_expect_eq (figure_at (sheet, 1)->confidence, REPAIR_CONFIRMED);
  const Finding *finding = sheet_finding (sheet, "repaired");
  cr_assert_not_null (finding);
  cr_expect_not_null (strstr (finding->message, "twice did not hold"), "%s", finding->message);
}
