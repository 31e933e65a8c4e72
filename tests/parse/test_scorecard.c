/* tests/parse/test_scorecard.c - tables with an indicator in each row.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/scorecard.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/desk.h"

#define HEADINGS                                                                                   \
  "Ref\tMeasure\tGood performance is\tSep 16\tOct 16\tNov 16\t% change from Oct 16\tRAG\tSN\t"     \
  "Nat.\tCommentary\n"

#define FIGURES                                                                                    \
  "actual 2016-09 89, 2016-10 106, 2016-11 109, change_prev 2016-10 3% flat, rag 2016-11, "        \
  "benchmark statistical_neighbours 88, national 125"

static Report *
read_table (const char *headings, const char *rows)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autofree char *text = g_strconcat (headings, rows, NULL);
  return desk_read (desk, text);
}

/* Expects that one row reads FIGURES. */
static void
assert_reads_figures (const char *row)
{
  g_autoptr (Report) report = read_table (HEADINGS, row);
  desk_expect_figures (report, 0, FIGURES);
  desk_expect_unplaced (report, "");
}

Test (scorecard, a_row_is_read_under_its_columns)
{
  assert_reads_figures ("M1\tNumber of contacts\tLow\t89\t106\t109\t→ 3\tGreen\t88\t125\tNo.\n");
}

Test (scorecard, cells_that_moved_are_put_back)
{
  assert_reads_figures ("M1\tNumber of contacts\t89\t106\t109\t→ 3\tGreen\t88\t125\tNo.\n");
  assert_reads_figures ("M1\tNumber of contacts\tLow\t\t89\t106\t109\t→ 3\tGreen\t88\t125\tNo.\n");
}

Test (scorecard, a_moved_figure_is_of_the_column_that_it_was_moved_to)
{
  g_autoptr (Report) report = read_table (
      HEADINGS, "M1\tNumber of contacts\tLow\t\t89\t106\t109\t→ 3\tGreen\t88\t125\tNo.\n");
  cr_expect (eq (int, report_figure (report, 0)->column, 3));
  cr_expect_str_eq (report_figure (report, 0)->label, "Sep 16");
  cr_expect (eq (dbl, report_figure (report, 0)->box.x0, 27), "its place is where it is printed");
}

Test (scorecard, a_heading_of_another_month_than_its_place_is_told_where_it_stands)
{
  g_autoptr (Report) report
      = read_table ("Ref\tMeasure\tJun 16\tJul 16\tJul 16\tSep 16\tOct 16\tNov 16\n",
                    "M1\tNumber of contacts\t89\t106\t109\t110\t111\t112\n");
  const Finding *finding = desk_finding (report, "months");
  cr_assert_not_null (finding);
  cr_expect_str_eq (finding->printed, "Jul 16");
  cr_expect_str_eq (finding->suggestion, "2016-08");
  cr_expect (eq (int, finding->page, 1));
  cr_expect (box_equal (finding->box, (Box){ 26, 0, 32, 1 }), "%g %g", finding->box.x0,
             finding->box.y0);
}

Test (scorecard, what_was_moved_is_told)
{
  g_autoptr (Report) report = read_table (
      HEADINGS, "M1\tNumber of contacts\tLow\t\t89\t106\t109\t→ 3\tGreen\t88\t125\tNo.\n");
  const Finding *moved = desk_finding (report, "moved");
  cr_assert_not_null (moved);
  cr_expect_str_eq (moved->message, "8 cells of the row stood 1 column right of the headings and "
                                    "were moved back: the first, '89', is of 'Sep 16'");
  cr_expect (eq (int, moved->severity, SEVERITY_NOTE));
  cr_expect (zero (int, moved->indicator));
}

Test (scorecard, a_row_that_stands_right_is_not_told_of)
{
  g_autoptr (Report) report
      = read_table (HEADINGS, "M1\tNumber of contacts\tLow\t89\t\t109\t→ 3\tGreen\t\t125\tNo.\n");
  cr_expect_null (desk_finding (report, "moved"));
  desk_expect_figures (report, 0,
                       "actual 2016-09 89, 2016-11 109, change_prev 2016-10 3% flat, "
                       "rag 2016-11, benchmark national 125");
}

Test (scorecard, the_other_rows_do_not_move_with_one)
{
  g_autoptr (Report) report = read_table (
      HEADINGS, "M1\tNumber of contacts\tLow\t89\t106\t109\t→ 3\tGreen\t88\t125\tNo.\n"
                "M2\tNumber of visits\t89\t106\t109\t→ 3\tGreen\t88\t125\tNo.\n"
                "M3\tNumber of plans\tLow\t89\t106\t109\t→ 3\tGreen\t88\t125\tNo.\n");
  for (guint i = 0; i < 3; i++)
    desk_expect_figures (report, i, FIGURES);
}

Test (scorecard, a_column_of_sections_may_have_no_heading)
{
  g_autoptr (Report) report = read_table (
      HEADINGS, "MASH\tM1\tNumber of contacts\tLow\t89\t106\t109\t→ 3\tGreen\t88\t125\tNo.\n"
                "\tM2\tNumber of visits\tLow\t89\t106\t109\t→ 3\tGreen\t88\t125\tNo.\n"
                "CIN\tM3\tNumber of plans\tLow\t89\t106\t109\t→ 3\tGreen\t88\t125\tNo.\n");
  static const char *const sections[] = { "MASH", "MASH", "CIN" };
  static const char *const refs[] = { "M1", "M2", "M3" };
  cr_assert (eq (uint, report->indicators->len, 3));
  for (guint i = 0; i < 3; i++)
    {
      cr_expect_str_eq (report_indicator (report, i)->section, sections[i]);
      cr_expect_str_eq (report_indicator (report, i)->ref, refs[i]);
      desk_expect_figures (report, i, FIGURES);
    }
  cr_expect_null (desk_finding (report, "moved"), "it is how the table is printed");
}

Test (scorecard, a_short_cell_alone_names_a_section_and_a_long_one_is_a_remark)
{
  g_autoptr (Report) report = read_table (
      HEADINGS, "Early Help\t\n"
                "M1\tNumber of contacts\tLow\t89\t106\t109\t→ 3\tGreen\t88\t125\tNo.\n"
                "\tAll of these figures were drawn from the system on the last day "
                "of the month.\n");
  cr_assert (eq (uint, report->indicators->len, 1));
  cr_expect_str_eq (report_indicator (report, 0)->section, "Early Help");
  cr_assert (eq (uint, report->texts->len, 2));
  cr_expect (eq (int, report_text (report, 1)->kind, TEXT_NOTE));
  cr_expect_str_eq (report_text (report, 1)->section, "Early Help");
}

Test (scorecard, a_table_goes_on_where_the_same_headings_stand_again)
{
  g_autoptr (Report) report
      = read_table (HEADINGS "M1\tNumber of contacts\tLow\t89\t106\t109\t→ 3\tGreen\t88\t125\tNo.\n"
                             "\f" HEADINGS,
                    "M2\tNumber of visits\tLow\t89\t106\t109\t→ 3\tGreen\t88\t125\tNo.\n");
  cr_expect (eq (int, report->n_tables, 1));
  desk_expect_figures (report, 1, FIGURES);
  cr_expect (eq (int, report_figure (report, report->figures->len - 1)->page, 2));
  cr_expect (eq (int, report_figure (report, report->figures->len - 1)->row, 1));
}

Test (scorecard, headings_that_a_page_has_lost_are_those_of_another_page)
{
  g_autoptr (Report) report
      = read_table (HEADINGS "M1\tNumber of contacts\tLow\t89\t106\t109\t→ 3\tGreen\t88\t125\tNo.\n"
                             "\f"
                             "Ref\tMeasure\tSep 16\tOct 16\tNov 16\t% change from Oct 16\tRAG\tSN\t"
                             "Nat.\tCommentary\n",
                    "M2\tNumber of visits\tLow\t89\t106\t109\t→ 3\tGreen\t88\t125\tNo.\n"
                    "M3\tNumber of plans\tLow\t89\t106\t109\t→ 3\tGreen\t88\t125\tNo.\n");
  desk_expect_figures (report, 1, FIGURES);
  cr_expect_str_eq (report_indicator (report, 1)->good_performance, "Low");
}

Test (scorecard, two_tables_of_one_document_are_two)
{
  g_autoptr (Report) report
      = read_table (HEADINGS "M1\tNumber of contacts\tLow\t89\t106\t109\t→ 3\tGreen\t88\t125\tNo.\n"
                             "\n",
                    "KPI\tDescription\tQ1 2016/17\tQ2 2016/17\tTarget\n"
                    "X1\tNumber of visits\t5\t6\t7\n");
  cr_expect (eq (int, report->n_tables, 2));
  cr_expect (eq (int, report_indicator (report, 1)->table, 2));
  desk_expect_figures (report, 1, "actual 2016-Q1 5, 2016-Q2 6, target 7");
}

/* The row has a cell too many: without the second table 106 and 109 might be of either side. */
Test (scorecard, figures_that_another_table_prints_settle_a_doubt)
{
  g_autoptr (Report) report
      = read_table ("Ref\tMeasure\tSep 16\tOct 16\tNov 16\tYTD\n"
                    "M1\tNumber of contacts\t\t106\t109\t\t304\n"
                    "\n",
                    "Ref\tDescription\tAug 16\tSep 16\tOct 16\tNov 16\tRAG\tTarget\n"
                    "M1\tNumber of contacts\t70\t89\t106\t109\tRed\t90\n");
  desk_expect_figures (report, 0, "actual 2016-10 106, 2016-11 109, ytd YTD2016-17 304");
}

Test (scorecard, a_number_without_a_column_is_unplaced)
{
  g_autoptr (Report) report = read_table (
      "Ref\tMeasure\tSep 16\tXyzzy\tNov 16\n",
      "M1\tNumber of contacts\t89\t106\t109\nM2\tNumber of visits\t5\tabout 6 of 7\t7\n");
  desk_expect_figures (report, 0, "actual 2016-09 89, 2016-11 109");
  desk_expect_figures (report, 1, "actual 2016-09 5, 2016-11 7");
  desk_expect_unplaced (report, "106 6 7");
  cr_expect (eq (int, report_unplaced (report, 0)->table, 1));
  cr_expect (eq (int, report_unplaced (report, 0)->indicator, 0));
  cr_expect (eq (int, report_unplaced (report, 2)->indicator, 1));
  cr_expect (eq (dbl, report_unplaced (report, 0)->box.x0, 25));
}

Test (scorecard, months_behind_two_that_run_together_on_a_later_page_stay_what_they_say)
{
  g_autoptr (Report) report
      = read_table ("Ref\tMeasure\tJul 16\tAug 16\tSep 16\tOct 16\tNov 16\tTarget\n"
                    "M1\tNumber of contacts\t71\t80\t89\t106\t109\t100\n",
                    "\f"
                    "Ref\tMeasure\tJul 16 Aug 16\tSep 16\tOct 16\tNov 16\tTarget\n"
                    "M2\tNumber of referrals\t\t18\t19\t20\t30\n");
  desk_expect_figures (report, 1, "actual 2016-09 18, 2016-10 19, 2016-11 20, target 30");
}
