/* tests/check/test_prose.c - tests check/prose.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <string.h>

#include "tests/check/sheet.h"

static Claim *
add_claim (Sheet *sheet, int row, ClaimKind kind, const char *value)
{
  Claim *claim = report_add_claim (sheet->report);
  claim->indicator = row;
  claim->kind = kind;
  claim->measure = MEASURE_ACTUAL;
  claim->period = SHEET_MONTH;
  claim->has_value = decimal_parse (value, &claim->value);
  report_set_text (&claim->words, value);
  return claim;
}

typedef struct
{
  Unit unit;
  char months[24], stated[8];
  guint n_findings;
} ValueCase;

ParameterizedTestParameters (prose, a_stated_number_is_the_printed_one_rounded_or_cut)
{
  static ValueCase cases[] = {
    { UNIT_COUNT, "12", "12", 0 },       { UNIT_COUNT, "12", "13", 1 },
    { UNIT_COUNT, "-", "13", 0 },        { UNIT_COUNT, "12 .", "13", 0 },
    { UNIT_PERCENT, "98.4", "98", 0 },   { UNIT_PERCENT, "98.6", "98", 0 },
    { UNIT_PERCENT, "98.6", "99", 0 },   { UNIT_PERCENT, "98.4", "99", 1 },
    { UNIT_PERCENT, "98.6", "98.6", 0 }, { UNIT_PERCENT, "98.6", "98.5", 1 },
    { UNIT_PERCENT, "99", "98.6", 0 },   { UNIT_PERCENT, "99", "98.4", 1 },
  };
  return cr_make_param_array (ValueCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (ValueCase *c, prose, a_stated_number_is_the_printed_one_rounded_or_cut)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  int row = sheet_add_row (sheet, "A", c->unit, c->months);
  add_claim (sheet, row, CLAIM_VALUE, c->stated);
  cr_expect_eq (sheet_check (sheet, "prose"), c->n_findings, "%s: %s", c->months, c->stated);
}

typedef struct
{
  Unit unit;
  char months[24], stated[8];
  gboolean is_percent;
  guint n_findings;
} ChangeCase;

ParameterizedTestParameters (prose, a_stated_change_is_that_of_the_months)
{
  static ChangeCase cases[] = {
    { UNIT_COUNT, "10 12", "2", FALSE, 0 },   { UNIT_COUNT, "12 10", "2", FALSE, 0 },
    { UNIT_COUNT, "10 12", "3", FALSE, 1 },   { UNIT_COUNT, "10 12", "1", FALSE, 1 },
    { UNIT_COUNT, "10 12", "20", TRUE, 0 },   { UNIT_COUNT, "10 12", "22", TRUE, 1 },
    { UNIT_COUNT, "0 12", "22", TRUE, 0 },    { UNIT_COUNT, "12", "22", TRUE, 0 },
    { UNIT_PERCENT, "50 60", "10", TRUE, 0 }, /* points */
    { UNIT_PERCENT, "50 60", "20", TRUE, 0 }, /* per cent */
    { UNIT_PERCENT, "50 60", "30", TRUE, 1 },
  };
  return cr_make_param_array (ChangeCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (ChangeCase *c, prose, a_stated_change_is_that_of_the_months)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  int row = sheet_add_row (sheet, "A", c->unit, c->months);
  Claim *claim = add_claim (sheet, row, CLAIM_CHANGE, c->stated);
  claim->base = period_add_months (SHEET_MONTH, -1);
  claim->unit = c->is_percent ? UNIT_PERCENT : UNIT_NONE;
  cr_expect_eq (sheet_check (sheet, "prose"), c->n_findings, "%s: %s", c->months, c->stated);
}

Test (prose, a_change_from_nothing_named_may_be_that_of_a_year)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  int row = sheet_add_row (sheet, "A", UNIT_COUNT, "10 . . . . . . . . . . 11 15");
  add_claim (sheet, row, CLAIM_CHANGE, "5");
  cr_expect_eq (sheet_check (sheet, "prose"), 0);
  add_claim (sheet, row, CLAIM_CHANGE, "6");
  cr_expect_eq (sheet_check (sheet, "prose"), 1);
}

Test (prose, statistics_are_held_too)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  int row = sheet_add_row (sheet, "A", UNIT_COUNT, "12");
  sheet_add (sheet, row, MEASURE_MEAN_12M, "14");
  add_claim (sheet, row, CLAIM_VALUE, "14")->measure = MEASURE_MEAN_12M;
  cr_expect_eq (sheet_check (sheet, "prose"), 0);
  add_claim (sheet, row, CLAIM_VALUE, "13")->measure = MEASURE_MEAN_12M;
  cr_expect_eq (sheet_check (sheet, "prose"), 1);
  const Finding *finding = sheet_finding (sheet, "prose");
  cr_expect_str_eq (finding->message, "the commentary states 13 for the mean_12m of 2016-11 "
                                      "('13'), but the table prints 14");
  cr_expect_str_eq (finding->suggestion, "14");
  cr_expect_eq (finding->severity, SEVERITY_CONTRADICTION);
}

Test (prose, a_number_of_the_next_row_may_be_a_shared_commentary)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  int row = sheet_add_row (sheet, "A", UNIT_COUNT, "12");
  sheet_add_row (sheet, "B", UNIT_COUNT, "40");
  add_claim (sheet, row, CLAIM_VALUE, "40");
  cr_expect_eq (sheet_check (sheet, "prose"), 0);

  for (int i = 0; i < 2; i++)
    {
      Text *text = report_add_text (sheet->report);
      text->indicator = i;
      text->kind = TEXT_COMMENTARY;
      report_set_text (&text->text, i == 0 ? "The figure is 40." : "All is well.");
    }
  cr_expect_eq (sheet_check (sheet, "prose"), 1, "the next row has a commentary of its own");
}

Test (prose, a_commentary_in_a_table_without_rules_may_be_of_the_row_beside)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  int row = sheet_add_row (sheet, "A", UNIT_COUNT, "12");
  sheet_add_row (sheet, "B", UNIT_RATE_PER_10000, "40");
  for (int i = 0; i < 2; i++)
    {
      Text *text = report_add_text (sheet->report);
      text->indicator = i;
      text->kind = TEXT_COMMENTARY;
      report_set_text (&text->text, i == 0 ? "The figure is 40." : "All is well.");
      report_indicator (sheet->report, (guint) i)->is_aligned = TRUE;
    }
  add_claim (sheet, row, CLAIM_VALUE, "40");
  cr_expect_eq (sheet_check (sheet, "prose"), 0);
}

Test (prose, what_most_claims_break_was_not_understood)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  for (int i = 0; i < 4; i++)
    add_claim (sheet, sheet_add_row (sheet, "A", UNIT_COUNT, "12"), CLAIM_VALUE,
               i == 0 ? "12" : "13");
  cr_expect_eq (sheet_check (sheet, "prose"), 0);
}

typedef struct
{
  ClaimKind kind;
  Direction direction;
  int n_months;
  char months[32];
  guint n_findings;
} MoveCase;

ParameterizedTestParameters (prose, a_stated_direction_is_that_of_the_months)
{
  static MoveCase cases[] = {
    { CLAIM_MOVE, DIRECTION_UP, 0, "10 12", 0 },
    { CLAIM_MOVE, DIRECTION_UP, 0, "12 10", 1 },
    { CLAIM_MOVE, DIRECTION_UP, 0, "12 12", 0 },
    { CLAIM_MOVE, DIRECTION_DOWN, 0, "10 12", 1 },
    { CLAIM_MOVE, DIRECTION_DOWN, 0, "- 12", 0 },
    { CLAIM_RUN, DIRECTION_UP, 3, "1 2 3 4", 0 },
    { CLAIM_RUN, DIRECTION_UP, 3, "1 3 2 4", 1 },
    { CLAIM_RUN, DIRECTION_UP, 3, "3 4", 0 },
    { CLAIM_RUN, DIRECTION_UP, 2, "3 2 3 4", 0 },
    { CLAIM_HIGHEST, DIRECTION_NONE, 3, "4 4", 0 },
    { CLAIM_HIGHEST, DIRECTION_NONE, 3, "5 4 4", 1 },
    { CLAIM_HIGHEST, DIRECTION_NONE, 2, "5 4 4", 0 },
  };
  return cr_make_param_array (MoveCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (MoveCase *c, prose, a_stated_direction_is_that_of_the_months)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  int row = sheet_add_row (sheet, "A", UNIT_COUNT, c->months);
  Claim *claim = add_claim (sheet, row, c->kind, "");
  claim->direction = c->direction;
  claim->n_months = c->n_months;
  claim->base = period_add_months (SHEET_MONTH, -1);
  cr_expect_eq (sheet_check (sheet, "prose-direction"), c->n_findings, "%s: %d", c->months,
                (int) c->kind);
  if (c->n_findings > 0)
    cr_expect_eq (sheet_finding (sheet, "prose-direction")->severity, SEVERITY_WARNING);
}

Test (prose, a_number_copied_rounded_or_cut_never_contradicts_and_another_always_does)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  for (int round = 0; round < 200; round++)
    {
      gint64 whole = g_rand_int_range (random, 200, 5000);
      gint64 part = g_rand_int_range (random, 0, (gint32) whole);
      g_autofree char *printed = sheet_round (part * 100, whole, 1);
      g_autofree char *rounded = sheet_round (part * 100, whole, 0);
      g_autofree char *cut = g_strndup (printed, strcspn (printed, "."));
      g_autofree char *other = sheet_round (part * 100 + whole * 2, whole, 0);
      g_autoptr (Sheet) sheet = sheet_new ();
      int row = sheet_add_row (sheet, "A", UNIT_PERCENT, printed);
      add_claim (sheet, row, CLAIM_VALUE, printed);
      add_claim (sheet, row, CLAIM_VALUE, rounded);
      add_claim (sheet, row, CLAIM_VALUE, cut);
      cr_assert_eq (sheet_check (sheet, "prose"), 0, "%s: %s, %s", printed, rounded, cut);
      add_claim (sheet, row, CLAIM_VALUE, other);
      cr_assert_eq (sheet_check (sheet, "prose"), 1, "%s: %s", printed, other);
    }
}
