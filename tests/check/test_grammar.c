/* tests/check/test_grammar.c - does a figure look like those that it stands among?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "check/grammar.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include "tests/check/sheet.h"

typedef struct
{
  char months[64];
  int doubtful; /* which month, -1 if none */
} GrammarCase;

static GrammarCase grammar_cases[] = {
  { "35.1 40.2 358 41.0 39.9 38.7", 2 },
  { "35.1 40.2 35.8 41.0 39.9 38.7", -1 },
  { "35.1 40 35.8 41 39.9 38", -1 }, /* as they like */
  { "120 131 1310 128 119 125", 2 },
  { "120 131 13 128 119 125", 2 },
  { "12 31 130 28 19 25", -1 }, /* less than five times the largest */
  { "1 3 2 40 2 0", -1 },       /* small counts go up and down */
  { "12 14 -13 15 11 12", 2 },
  { "-12 14 -13 15 11 12", -1 },
  { "35.1 40.2 358", -1 }, /* too few to tell */
};

ParameterizedTestParameters (grammar, a_month_printed_unlike_its_row_is_doubtful)
{
  return cr_make_param_array (GrammarCase, grammar_cases, G_N_ELEMENTS (grammar_cases));
}

static Sheet *
sheet_of (const char *months)
{
  Sheet *sheet = sheet_new ();
  sheet_add_row (sheet, "A", UNIT_NONE, months);
  sheet_read_off_image (sheet);
  return sheet;
}

static void
doubt (const Sheet *sheet)
{
  g_autoptr (Grammar) grammar = grammar_new (sheet->report);
  grammar_doubt (grammar, sheet->report);
}

ParameterizedTest (GrammarCase *one, grammar, a_month_printed_unlike_its_row_is_doubtful)
{
  g_autoptr (Sheet) sheet = sheet_of (one->months);
  doubt (sheet);
  for (guint i = 0; i < sheet->report->figures->len; i++)
    cr_expect_eq (report_figure (sheet->report, i)->confidence < CONFIDENCE_TRUSTED,
                  (int) i == one->doubtful, "%s, month %u", one->months, i);
}

Test (grammar, a_percent_sign_among_counts_and_a_figure_without_among_percentages_are_doubtful)
{
  g_autoptr (Sheet) sheet = sheet_of ("12 14 13 15 11 12");
  report_set_text (&report_figure (sheet->report, 3)->raw, "15%");
  doubt (sheet);
  cr_expect_eq (report_figure (sheet->report, 3)->confidence, GRAMMAR_DOUBT);
  cr_expect_eq (report_figure (sheet->report, 2)->confidence, 0.95);
}

Test (grammar, two_numbers_among_single_ones_are_doubtful)
{
  g_autoptr (Sheet) sheet = sheet_of ("12 14 13 15 11 12");
  report_set_text (&report_figure (sheet->report, 3)->raw, "1 (15)"); /* the 1 was an arrow */
  doubt (sheet);
  cr_expect_eq (report_figure (sheet->report, 3)->confidence, GRAMMAR_DOUBT);
  cr_expect_eq (report_figure (sheet->report, 2)->confidence, 0.95);
}

Test (grammar, one_without_an_arrow_among_those_with_one_is_doubtful)
{
  g_autoptr (Sheet) sheet = sheet_of ("12 14 13 15 11 12 9");
  for (guint i = 1; i < 7; i++)
    report_set_text (&report_figure (sheet->report, i)->raw, "\u2193 (15)");
  doubt (sheet);
  cr_expect_eq (report_figure (sheet->report, 0)->confidence, GRAMMAR_DOUBT);
  cr_expect_eq (report_figure (sheet->report, 2)->confidence, 0.95);
}

Test (grammar, an_arrow_that_lost_its_number_is_doubtful)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  for (int i = 0; i < 7; i++)
    {
      sheet_add_row (sheet, "A", UNIT_NONE, "12 14");
      sheet_add (sheet, i, MEASURE_CHANGE_PREV, "^17");
    }
  sheet_read_off_image (sheet);
  Figure *lone = report_figure (sheet->report, 2); /* the first row's change */
  cr_assert_eq (lone->measure, MEASURE_CHANGE_PREV);
  for (guint i = 2; i < sheet->report->figures->len; i += 3)
    report_set_text (&report_figure (sheet->report, i)->raw, "\u2191 17");
  doubt (sheet);
  cr_expect_eq (lone->confidence, 0.95);
  lone->has_value = FALSE;
  report_set_text (&lone->raw, "\u2191");
  doubt (sheet);
  cr_expect_eq (lone->confidence, GRAMMAR_DOUBT);
}

Test (grammar, an_average_far_from_its_months_is_doubtful)
{
  g_autoptr (Sheet) sheet = sheet_of ("120 131 131 128 119 125");
  Figure *mean = sheet_add (sheet, 0, MEASURE_MEAN_12M, "1256");
  mean->origin = ORIGIN_OCR;
  doubt (sheet);
  cr_expect_eq (mean->confidence, GRAMMAR_DOUBT);
}

Test (grammar, text_is_believed_however_it_is_printed)
{
  g_autoptr (Sheet) sheet = sheet_of ("35.1 40.2 358 41.0 39.9 38.7");
  Figure *odd = report_figure (sheet->report, 2);
  odd->origin = ORIGIN_TEXT;
  odd->confidence = 1;
  doubt (sheet);
  cr_expect_eq (odd->confidence, 1);
}

Test (grammar, tells_how_many_decimals_a_row_has)
{
  g_autoptr (Sheet) sheet = sheet_of ("35.1 40.2 358 41.0 39.9 38.7");
  g_autoptr (Grammar) grammar = grammar_new (sheet->report);
  cr_expect_eq (grammar_scale (grammar, report_figure (sheet->report, 2)), 1);
}

Test (grammar, an_arrow_where_numbers_stand_is_doubtful)
{
  g_autoptr (Sheet) sheet = sheet_of ("3 2 0 4 1 2");
  Figure *arrow = report_figure (sheet->report, 2);
  report_set_text (&arrow->raw, "\xE2\x86\x90");
  arrow->has_value = FALSE;
  doubt (sheet);
  cr_expect_lt (arrow->confidence, CONFIDENCE_TRUSTED);
  arrow->confidence = 1;
  arrow->measure = MEASURE_DOT;
  doubt (sheet);
  cr_expect_eq (arrow->confidence, 1);
}

Test (grammar, a_share_of_more_than_the_whole_is_doubtful_if_its_months_are_less)
{
  g_autoptr (Sheet) sheet = sheet_of ("91 93 90 92 94 101");
  Figure *bound = report_figure (sheet->report, 0);
  Figure *month = report_figure (sheet->report, 5);
  bound->measure = MEASURE_GREEN;
  bound->value = (Decimal){ 906, 0 };
  report_set_text (&bound->raw, "<906%");
  doubt (sheet);
  cr_expect_geq (bound->confidence, CONFIDENCE_TRUSTED);
  month->value = (Decimal){ 99, 0 };
  doubt (sheet);
  cr_expect_lt (bound->confidence, CONFIDENCE_TRUSTED);
}
