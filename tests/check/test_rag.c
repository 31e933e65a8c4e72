/* tests/check/test_rag.c - tests check/rag.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <string.h>

#include "tests/check/sheet.h"

/* Adds a tolerance "<80", ">24", "20-24" or a target "80". */
static void
add_range (Sheet *sheet, int row, Measure measure, const char *text)
{
  if (text[0] == '\0')
    return;
  Figure *figure = sheet_add (sheet, row, measure, text + strspn (text, "<>"));
  g_auto (GStrv) ends = g_strsplit (text + strspn (text, "<>"), "-", 2);
  figure->has_upper = text[0] == '<' || ends[1] != NULL;
  figure->has_lower = text[0] == '>' || ends[1] != NULL;
  decimal_parse (ends[0], &figure->lower);
  decimal_parse (ends[ends[1] != NULL], &figure->upper);
  figure->status = STATUS_OK;
  report_set_text (&figure->raw, text);
}

static int
add_row (Sheet *sheet, const char *month, const char *red, const char *green, Measure rating)
{
  int row = sheet_add_row (sheet, "A", UNIT_PERCENT, month);
  add_range (sheet, row, MEASURE_RED, red);
  add_range (sheet, row, MEASURE_GREEN, green);
  sheet_add (sheet, row, MEASURE_RAG, "")->rating = rating;
  return row;
}

static Sheet *
sheet_with_ratings (void)
{
  Sheet *sheet = sheet_new ();
  add_row (sheet, "97", "<90", ">95", MEASURE_GREEN);
  add_row (sheet, "92", "<90", ">95", MEASURE_AMBER);
  add_row (sheet, "71", "<90", ">95", MEASURE_RED);
  add_row (sheet, "27", ">26", "<23", MEASURE_RED);
  return sheet;
}

typedef struct
{
  char month[8], red[8], green[8];
  Measure rating;
  guint n_findings;
} RagCase;

ParameterizedTestParameters (rag, agrees_with_the_tolerances)
{
  static RagCase cases[] = {
    { "97", "<90", ">95", MEASURE_GREEN, 0 },   { "97", "<90", ">95", MEASURE_AMBER, 1 },
    { "97", "<90", ">95", MEASURE_RED, 1 },     { "92", "<90", ">95", MEASURE_GREEN, 1 },
    { "92", "<90", ">95", MEASURE_RED, 1 },     { "89.9", "<90", ">95", MEASURE_RED, 0 },
    { "90", "<90", ">95", MEASURE_RED, 0 },     { "90", "<90", ">95", MEASURE_AMBER, 0 },
    { "95", "<90", ">95", MEASURE_AMBER, 0 },   { "94.9", "<90", ">95", MEASURE_GREEN, 1 },
    { "94.9", "<90", ">95.0", MEASURE_RED, 1 }, { "24", ">26", "<23", MEASURE_AMBER, 0 },
    { "24", ">26", "<23", MEASURE_GREEN, 1 },   { "18", "", "16-22", MEASURE_GREEN, 0 },
    { "18", "", "16-22", MEASURE_RED, 1 },      { "23", "", "16-22", MEASURE_GREEN, 1 },
    { "23", "", "16-22", MEASURE_RED, 0 },      { "23", "", "16-22", MEASURE_NONE, 0 },
    { "18", "", "", MEASURE_RED, 0 },           { "-", "<90", ">95", MEASURE_RED, 0 },
  };
  return cr_make_param_array (RagCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (RagCase *c, rag, agrees_with_the_tolerances)
{
  g_autoptr (Sheet) sheet = sheet_with_ratings ();
  add_row (sheet, c->month, c->red, c->green, c->rating);
  cr_expect_eq (sheet_check (sheet, "rag"), c->n_findings, "%s: red %s, green %s, rated %s",
                c->month, c->red, c->green, measure_code (c->rating));
}

Test (rag, a_rating_may_be_of_the_year_to_date)
{
  g_autoptr (Sheet) sheet = sheet_with_ratings ();
  int row = add_row (sheet, "71", "<90", ">95", MEASURE_GREEN);
  sheet_add (sheet, row, MEASURE_YTD, "96");
  cr_expect_eq (sheet_check (sheet, "rag"), 0);
}

Test (rag, a_target_stands_for_green)
{
  g_autoptr (Sheet) sheet = sheet_with_ratings ();
  int row = add_row (sheet, "92", "<90", "", MEASURE_GREEN);
  add_range (sheet, row, MEASURE_TARGET, "95");
  cr_expect_eq (sheet_check (sheet, "rag"), 1);
  const Finding *finding = sheet_finding (sheet, "rag");
  cr_expect_str_eq (finding->message,
                    "rated green at 92, but the tolerances are target '95', red '<90'");
  cr_expect_str_eq (finding->suggestion, "amber");
}

Test (rag, ratings_that_follow_something_else_prove_nothing)
{
  g_autoptr (Sheet) sheet = sheet_with_ratings ();
  for (int i = 0; i < 4; i++)
    add_row (sheet, "97", "<90", ">95", MEASURE_RED);
  cr_expect_eq (sheet_check (sheet, "rag"), 0);
}
