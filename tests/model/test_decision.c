/* tests/model/test_decision.c - tests model/decision.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/decision.h"

#include <criterion/criterion.h>
#include <string.h>

#define HEADER                                                                                     \
  "source_sha256,about,decision,rule,indicator_no,ref,measure,comparator,period,component,page,"   \
  "x0,y0,x1,y1,printed,value,who,when,why\n"
#define SHA "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define FINDING SHA ",finding,reject,ratio,7,CP3,actual,,2016-04,,1,199,21,204,22,22.3%,,Ada,"
#define CELL SHA ",cell,correct,,7,CP3,benchmark,national,,value,2,1.25,2.5,3.75,4,7,8.0,,,"

static const Decision *
decision_at (const Decisions *decisions, guint i)
{
  cr_assert (i < decisions->decisions->len);
  return g_ptr_array_index (decisions->decisions, i);
}

Test (decision, reads_each_column)
{
  const char *text = HEADER FINDING "2016-11-30,\"no, it\"\n" CELL "\n";
  g_autoptr (Decisions) decisions = decisions_new ();
  g_autoptr (GError) error = NULL;
  cr_assert (decisions_parse (decisions, "d.csv", text, strlen (text), &error), "%s",
             error != NULL ? error->message : "");
  const Decision *first = decision_at (decisions, 0), *second = decision_at (decisions, 1);
  cr_expect_str_eq (first->source_sha256, SHA);
  cr_expect (!first->is_of_cell && first->kind == DECISION_REJECT && first->line == 2);
  cr_expect_str_eq (first->rule, "ratio");
  cr_expect_eq (first->indicator, 6);
  cr_expect (period_equal (first->period, period_month (2016, 4)));
  cr_expect (first->page == 1 && first->box.x0 == 199 && first->box.y1 == 22);
  cr_expect_str_eq (first->printed, "22.3%");
  cr_expect_str_eq (first->who, "Ada");
  cr_expect_str_eq (first->when, "2016-11-30");
  cr_expect_str_eq (first->why, "no, it");
  cr_expect (second->is_of_cell && second->kind == DECISION_CORRECT);
  cr_expect (second->comparator == COMPARATOR_NATIONAL && second->measure == MEASURE_BENCHMARK);
  cr_expect (second->value.mantissa == 80 && second->value.scale == 1);
  cr_expect_eq (second->box.x0, 1.25);
}

/* A row with one thing wrong, and what is said of it. */
typedef struct
{
  const char *row, *message;
} Wrong;

static const Wrong wrongs[] = {
  { "x,finding,reject,ratio,,,,,,,,,,,,,,,,\n",
    "column 'source_sha256': 'x' is no SHA-256: 64 digits of 0-9 and a-f" },
  { SHA ",row,reject,ratio,,,,,,,,,,,,,,,,\n",
    "column 'about': 'row' is neither finding nor cell" },
  { SHA ",finding,maybe,ratio,,,,,,,,,,,,,,,,\n",
    "column 'decision': 'maybe' is none of accept, correct and reject" },
  { SHA ",finding,reject,,,,,,,,,,,,,,,,,\n",
    "column 'rule': '' names no rule, and the finding has one" },
  { SHA ",cell,accept,ratio,1,,actual,,,value,1,1,1,2,2,,,,,\n",
    "column 'rule': 'ratio' is a rule, and a cell has none" },
  { SHA ",finding,reject,ratio,0,,,,,,,,,,,,,,,\n",
    "column 'indicator_no': '0' is no whole number from 1 on" },
  { SHA ",cell,accept,,,,actual,,,value,1,1,1,2,2,,,,,\n",
    "column 'indicator_no': '' names no indicator, and the cell has one" },
  { SHA ",finding,reject,ratio,,,rise,,,,,,,,,,,,,\n", "column 'measure': 'rise' is no measure" },
  { SHA ",finding,reject,ratio,,,,mars,,,,,,,,,,,,\n",
    "column 'comparator': 'mars' is no comparator" },
  { SHA ",finding,reject,ratio,,,,,Apr-16,,,,,,,,,,,\n",
    "column 'period': 'Apr-16' is no period, such as 2016-11, 2016-Q3, FY2015-16 or YTD2016-17" },
  { SHA ",finding,reject,ratio,,,,,,half,,,,,,,,,,\n",
    "column 'component': 'half' is no component" },
  { SHA ",finding,reject,ratio,,,,,,,-1,,,,,,,,,\n",
    "column 'page': '-1' is no whole number from 1 on" },
  { SHA ",finding,reject,ratio,,,,,,,1,nan,1,2,2,,,,,\n", "column 'x0': 'nan' is no length" },
  { SHA ",cell,accept,,1,,actual,,,value,,,,,,,,,,\n",
    "column 'y1': '' ends a place that is not told, and there must be one: page, x0, y0, x1 and "
    "y1" },
  { SHA ",cell,correct,,1,,actual,,,value,1,1,1,2,2,7,7%,,,\n",
    "column 'value': '7%' is no plain number such as 95.8" },
  { SHA ",cell,accept,,1,,actual,,,value,1,1,1,2,2,7,7,,,\n",
    "column 'value': '7' is a value, and only a correction has one" },
  { SHA ",finding,reject,ratio,,,,,,,,,,,,,,,2016-02-30,\n",
    "column 'when': '2016-02-30' is no time such as 2016-11-30 or 2016-11-30T12:00:00Z" },
  { SHA ",finding,reject,ratio\n", "column 'indicator_no': the row has 4 fields, the header 20" },
  { FINDING ",\n" FINDING ",\n", "column 'decision': line 2 decided about this already" },
};

Test (decision, what_a_column_cannot_hold_is_named_with_file_line_and_column)
{
  for (gsize i = 0; i < G_N_ELEMENTS (wrongs); i++)
    {
      g_autofree char *text = g_strconcat (HEADER, wrongs[i].row, NULL);
      int line = strstr (wrongs[i].message, "already") != NULL ? 3 : 2;
      g_autofree char *expected = g_strdup_printf ("d.csv: line %d, %s", line, wrongs[i].message);
      g_autoptr (Decisions) decisions = decisions_new ();
      g_autoptr (GError) error = NULL;
      cr_assert_not (decisions_parse (decisions, "d.csv", text, strlen (text), &error), "%s", text);
      cr_expect (g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_DATA));
      cr_expect_str_eq (error->message, expected);
    }
}

static void
assert_refused (const char *text, const char *expected)
{
  g_autoptr (Decisions) decisions = decisions_new ();
  g_autoptr (GError) error = NULL;
  cr_assert_not (decisions_parse (decisions, "d.csv", text, strlen (text), &error));
  cr_expect_str_eq (error->message, expected);
}

Test (decision, another_file_is_not_taken_for_decisions)
{
  assert_refused ("", "d.csv: is empty");
  assert_refused ("report_id,source\n",
                  "d.csv: line 1, column 'report_id': column 1 should be 'source_sha256'");
  g_autofree char *more = g_strdup (HEADER);
  g_autofree char *longer = g_strdup_printf ("%.*s,x\n", (int) strlen (more) - 1, more);
  assert_refused (longer, "d.csv: line 1, column 'x': column 21 should be '(none)'");
}

Test (decision, the_file_that_is_given_last_decides)
{
  const char *first = HEADER FINDING ",\n", *second = HEADER FINDING "2017-01-01,\n";
  g_autoptr (Decisions) decisions = decisions_new ();
  cr_assert (decisions_parse (decisions, "a.csv", first, strlen (first), NULL));
  cr_assert (decisions_parse (decisions, "b.csv", second, strlen (second), NULL));
  cr_assert_eq (decisions->decisions->len, 1);
  cr_expect_str_eq (decision_at (decisions, 0)->file, "b.csv");
  cr_expect_str_eq (decision_at (decisions, 0)->when, "2017-01-01");
}

Test (decision, a_file_that_is_not_there_is_named)
{
  g_autoptr (Decisions) decisions = decisions_new ();
  g_autoptr (GError) error = NULL;
  cr_assert_not (decisions_load (decisions, "/nowhere/d.csv", &error));
  cr_expect (g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_DATA));
  cr_expect (g_str_has_prefix (error->message, "/nowhere/d.csv: "), "%s", error->message);
}

Test (decision, a_file_is_bounded)
{
  g_autofree char *text = g_strnfill (DECISIONS_MAX_BYTES + 1, 'x');
  g_autoptr (Decisions) decisions = decisions_new ();
  g_autoptr (GError) error = NULL;
  cr_assert_not (decisions_parse (decisions, "d.csv", text, strlen (text), &error));
  cr_expect (g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_LIMIT));
}
