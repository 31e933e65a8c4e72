/* tests/model/test_review.c - tests model/review.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/review.h"

#include <criterion/criterion.h>
#include <string.h>

#define HEADER                                                                                     \
  "source_sha256,about,decision,rule,indicator_no,ref,measure,comparator,period,component,page,"   \
  "x0,y0,x1,y1,printed,value,who,when,why\n"
#define SHA "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define OTHER "f123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define CELL ",1,A1,actual,,2016-11,value,1,10.25,20,30,40,22.3%,"
#define FINDING ",ratio,1,A1,actual,,2016-11,,1,10.25,20,30,40,22.3%,"

/* A report of one figure and one finding about it. */
static Report *
make_report (void)
{
  char path[] = "harnley.txt", sha256[] = SHA;
  const Source source = { path, sha256 };
  Report *report = report_new (&source);
  report_set_text (&report_add_indicator (report)->ref, "A1");
  Figure *figure = report_add_figure (report);
  figure->indicator = 0;
  figure->measure = MEASURE_ACTUAL;
  figure->period = period_month (2016, 11);
  figure->page = 1;
  figure->box = (Box){ 10.2512, 20, 30, 40 };
  figure->has_value = TRUE;
  figure->value = (Decimal){ 223, 1 };
  figure->confidence = 0.5;
  report_set_text (&figure->raw, "22.3%");

  Finding *finding = report_add_finding (report, "ratio", SEVERITY_CONTRADICTION);
  finding->indicator = 0;
  finding->measure = MEASURE_ACTUAL;
  finding->period = period_month (2016, 11);
  finding->page = 1;
  finding->box = figure->box;
  report_set_text (&finding->printed, "22.3%");
  report_set_text (&finding->group, "g");
  return report;
}

/* Applies the rows of a file to @report.  Returns (transfer full): what is left. */
static GPtrArray *
apply (Report *report, const char *rows)
{
  g_autofree char *text = g_strconcat (HEADER, rows, NULL);
  g_autoptr (Decisions) decisions = decisions_new ();
  g_autoptr (GError) error = NULL;
  cr_assert (decisions_parse (decisions, "d.csv", text, strlen (text), &error), "%s",
             error != NULL ? error->message : "");
  review_cells (decisions, report);
  review_findings (decisions, report);
  return review_left (decisions);
}

/* Asserts that @rows leave one note, of that rule and message. */
static void
assert_note (const Report *report, const char *rule, const char *message)
{
  cr_assert_eq (report->findings->len, 2);
  const Finding *note = report_finding (report, 1);
  cr_expect_eq (note->severity, SEVERITY_NOTE);
  cr_expect_str_eq (note->rule, rule);
  cr_expect_str_eq (note->message, message);
  cr_expect_str_eq (note->printed, "22.3%");
  cr_expect_eq (note->page, 1);
}

Test (review, a_corrected_cell_has_the_new_value_and_keeps_what_is_printed)
{
  g_autoptr (Report) report = make_report ();
  g_autoptr (GPtrArray) left
      = apply (report, SHA ",cell,correct," CELL "50.0,Ada,2016-12-01,a slip\n");
  const Figure *figure = report_figure (report, 0);
  cr_expect_eq (left->len, 0);
  cr_expect (figure->value.mantissa == 500 && figure->value.scale == 1);
  cr_expect_eq (figure->origin, ORIGIN_CORRECTED);
  cr_expect_eq (figure->confidence, 1);
  cr_expect_str_eq (figure->raw, "22.3%");
  assert_note (report, "corrected",
               "the figure was read as 22.3 and corrected to 50.0 by Ada on 2016-12-01: a slip");
}

Test (review, a_finding_can_correct_the_cell_that_it_is_about)
{
  g_autoptr (Report) report = make_report ();
  g_autoptr (GPtrArray) left = apply (report, SHA ",finding,correct" FINDING "50,,,\n");
  cr_expect_eq (left->len, 0);
  cr_expect_eq (report_figure (report, 0)->value.mantissa, 50);
  assert_note (report, "corrected", "the figure was read as 22.3 and corrected to 50");
}

Test (review, a_rejected_reading_is_no_value_any_more)
{
  g_autoptr (Report) report = make_report ();
  g_autoptr (GPtrArray) left = apply (report, SHA ",cell,reject," CELL ",Ada,,\n");
  const Figure *figure = report_figure (report, 0);
  cr_expect_eq (left->len, 0);
  cr_expect (!figure->has_value && figure->status == STATUS_UNREADABLE);
  assert_note (report, "rejected", "the reading 22.3 was rejected by Ada");
}

Test (review, an_accepted_reading_is_sure)
{
  g_autoptr (Report) report = make_report ();
  g_autoptr (GPtrArray) left = apply (report, SHA ",cell,accept," CELL ",,2016-12-01,\n");
  cr_expect_eq (left->len, 0);
  cr_expect_eq (report_figure (report, 0)->confidence, 1);
  cr_expect_eq (report_figure (report, 0)->origin, ORIGIN_TEXT);
  assert_note (report, "accepted", "the reading 22.3 was accepted on 2016-12-01");
}

Test (review, a_rejected_finding_is_a_note_apart_from_its_cause)
{
  g_autoptr (Report) report = make_report ();
  g_autoptr (GPtrArray) left = apply (report, SHA ",finding,reject" FINDING ",Ada,,as agreed\n");
  const Finding *finding = report_finding (report, 0);
  cr_expect_eq (left->len, 0);
  cr_expect_eq (finding->severity, SEVERITY_NOTE);
  cr_expect_str_eq (finding->group, "decision-1");
  cr_expect_str_eq (report_finding (report, 1)->group, "decision-1");
  assert_note (report, "rejected",
               "the contradiction of rule ratio was rejected by Ada: as agreed");
}

Test (review, an_accepted_finding_stays_with_a_note_beside_it)
{
  g_autoptr (Report) report = make_report ();
  g_autoptr (GPtrArray) left = apply (report, SHA ",finding,accept" FINDING ",Ada,,\n");
  cr_expect_eq (left->len, 0);
  cr_expect_eq (report_finding (report, 0)->severity, SEVERITY_CONTRADICTION);
  cr_expect_str_eq (report_finding (report, 1)->group, "g");
  assert_note (report, "accepted", "the contradiction of rule ratio was accepted by Ada");
}

static void
assert_left (const char *row, const char *expected)
{
  g_autoptr (Report) report = make_report ();
  g_autoptr (GPtrArray) left = apply (report, row);
  cr_assert_eq (left->len, 1, "%s", row);
  cr_expect_str_eq (g_ptr_array_index (left, 0), expected);
  cr_expect_eq (report->findings->len, 1);
  cr_expect_eq (report_figure (report, 0)->value.mantissa, 223);
}

Test (review, what_does_not_apply_any_more_changes_nothing_and_is_told)
{
  assert_left (OTHER ",cell,correct," CELL "50,,,\n",
               "d.csv: line 2: no longer applies: no report that could be read has the bytes that "
               "it was made about");
  assert_left (SHA ",cell,correct,,1,A1,actual,,2016-11,value,1,11,20,30,40,22.3%,50,,,\n",
               "d.csv: line 2: no longer applies: there is no such cell, or it is corrected "
               "already");
  assert_left (SHA ",cell,correct,,1,A1,actual,,2016-11,value,1,10.25,20,30,40,22.4%,50,,,\n",
               "d.csv: line 2: no longer applies: there is no such cell, or it is corrected "
               "already");
  assert_left (SHA ",cell,correct,,1,A2,actual,,2016-11,value,1,10.25,20,30,40,22.3%,50,,,\n",
               "d.csv: line 2: no longer applies: there is no such cell, or it is corrected "
               "already");
  assert_left (SHA ",finding,reject,sum,1,A1,actual,,2016-11,,1,10.25,20,30,40,22.3%,,,,\n",
               "d.csv: line 2: no longer applies: there is no such finding");
}

Test (review, what_was_applied_before_is_recognised_by_its_note_alone)
{
  static const char *const rows[] = { SHA ",cell,correct," CELL "50.0,Ada,2016-12-01,a slip\n",
                                      SHA ",cell,accept," CELL ",Ada,,\n",
                                      SHA ",cell,reject," CELL ",Ada,,\n",
                                      SHA ",finding,correct" FINDING "50,,,\n",
                                      SHA ",finding,accept" FINDING ",Ada,,\n",
                                      SHA ",finding,reject" FINDING ",Ada,,no\n" };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Report) report = make_report ();
      g_autoptr (GPtrArray) left = apply (report, rows[i]);
      cr_assert_eq (left->len, 0, "%s", rows[i]);
      for (gsize k = 0; k < G_N_ELEMENTS (rows); k++)
        {
          g_autofree char *text = g_strconcat (HEADER, rows[k], NULL);
          g_autoptr (Decisions) decisions = decisions_new ();
          cr_assert (decisions_parse (decisions, "d.csv", text, strlen (text), NULL));
          review_recognise (decisions, report);
          g_autoptr (GPtrArray) inputs = review_inputs_left (decisions);
          cr_expect_eq (inputs->len, i != k, "%s by the note of %s", rows[k], rows[i]);
        }
    }
}

Test (review, what_another_run_applies_is_not_left)
{
  g_autofree char *text = g_strconcat (HEADER, SHA, ",cell,accept,", CELL, ",,,\n", NULL);
  g_autoptr (Decisions) decisions = decisions_new ();
  cr_assert (decisions_parse (decisions, "d.csv", text, strlen (text), NULL));
  g_autoptr (GPtrArray) left = review_left (decisions);
  cr_expect_eq (left->len, 1);
  ((Decision *) g_ptr_array_index (decisions->decisions, 0))->is_elsewhere = TRUE;
  g_autoptr (GPtrArray) none = review_left (decisions);
  cr_expect_eq (none->len, 0);
}

Test (review, a_cell_is_corrected_once)
{
  g_autoptr (Report) report = make_report ();
  g_autoptr (GPtrArray) left = apply (report, SHA ",cell,correct," CELL "50,,,\n" SHA
                                                  ",finding,correct" FINDING "60,,,\n");
  cr_assert_eq (left->len, 1);
  cr_expect_eq (report_figure (report, 0)->value.mantissa, 50);
}
