/* tests/parse/test_card.c - what a row of a scorecard says of its indicator.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/card.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

#include "tests/parse/desk.h"

#define DATASET                                                                                    \
  "Ref\tDescription\tData owner\tData accountability\tOct 16\tNov 16\t% change from Oct 16\t"      \
  "% change from Nov 15\t12 month average\t12-mnth max value\tSN\tNat.\tNovember commentary\n"

#define SUMMARY                                                                                    \
  "NO.\tINDICATOR\tGOOD PERF IS\tDATA NOTE (Monthly)\t2016 / 17\t\t\tDOT\tRAG\t"                   \
  "Target and Tolerances\t\t\tYR ON YR TREND\tLATEST BENCHMARKING - 2014/15\t\n"                   \
  "\t\t\t\tDec-16\tJan-17\tYTD\t\t\tRed\tAmber\tTarget Green\t2015/16\tSTAT NEIGH AVE\tNAT AVE\n"

/* Returns (transfer full): the report that prints @row below @headings. */
static Report *
read_row (const char *headings, const char *row)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autofree char *text = g_strconcat (headings, row, "\n", NULL);
  Report *report = desk_read (desk, text);
  cr_assert (eq (uint, report->indicators->len, 1));
  return report;
}

static void
assert_row (const char *headings, const char *row, const char *expected)
{
  g_autoptr (Report) report = read_row (headings, row);
  desk_expect_figures (report, 0, expected);
  desk_expect_unplaced (report, "");
}

Test (card, each_figure_has_the_measure_and_period_of_its_column)
{
  assert_row (DATASET,
              "M1\tNumber of contacts\tHead of MASH\tManager\t106\t109\t→ 3\t↓ -28\t108\t139\t89\t"
              "88\tThey rose.",
              "actual 2016-10 106, 2016-11 109, change_prev 2016-10 3% flat, "
              "change_year 2015-11 -28% down, mean_12m 2016-11 108, max_12m 2016-11 139, "
              "benchmark statistical_neighbours 89, national 88");
}

Test (card, years_targets_and_ratings_are_told_apart)
{
  assert_row (SUMMARY,
              "1.2\t% decided in one day\tHigh\tPercentage\t80.2%\t79.8%\t70.8%\t↓\tAmber\t<92%\t"
              "92%>\t95%+\t96.5%\t5.5%\t6.0%",
              "actual 2016-12 80.2%, 2017-01 79.8%, ytd YTD2016-17 70.8%, dot 2017-01 down, "
              "rag 2017-01, red 92% <=92, amber 92% >=92, green 95% >=95, annual FY2015-16 96.5%, "
              "benchmark statistical_neighbours FY2014-15 5.5%, national FY2014-15 6.0%");
}

#define BLOCKS "Ref\tMeasure\t\tOct 16\tNov 16\tYTD 2016/17\n"

Test (card, rows_below_an_indicator_may_be_its_counts)
{
  assert_row (BLOCKS,
              "N1\t% decided in one day\t%\t50.0%\t25.0%\t37.5%\n"
              "\t\tNumerator\t5\t2\t9\n"
              "\t\tDenominator\t10\t8\t24",
              "actual 2016-10 50.0%, 2016-11 25.0%, ytd YTD2016-17 37.5%, "
              "actual 2016-10 numerator 5, 2016-11 numerator 2, ytd YTD2016-17 numerator 9, "
              "actual 2016-10 denominator 10, 2016-11 denominator 8, "
              "ytd YTD2016-17 denominator 24");
}

Test (card, rows_below_an_indicator_may_be_targets_and_comparisons)
{
  assert_row (BLOCKS,
              "N1\t% decided in one day\tActual\t50.0%\t25.0%\t37.5%\n"
              "\t\tTarget\t60%\t60%\t60%\n"
              "\tEngland\t\t40%\t41%\t40.5%",
              "actual 2016-10 50.0%, 2016-11 25.0%, ytd YTD2016-17 37.5%, "
              "target 2016-10 60%, 2016-11 60%, YTD2016-17 60%, "
              "benchmark national 2016-10 40%, national 2016-11 41%, national YTD2016-17 40.5%");
}

Test (card, a_bound_is_a_target_and_elsewhere_a_suppressed_count)
{
  assert_row ("Ref\tMeasure\tOct 16\tNov 16\tEngland\tTarget\n",
              "N1\tNumber of visits\t<5\t7\t<5\t<5",
              "actual 2016-10 not_available, 2016-11 7, benchmark national not_available, "
              "target 5 <=5");
}

Test (card, a_cell_may_print_a_percentage_and_its_counts)
{
  assert_row ("Ref\tMeasure\tOct 16\tNov 16\n", "N1\t% in time\t35.1% (54/154)\t20% (8)",
              "actual 2016-10 35.1%, 2016-10 numerator 54, 2016-10 denominator 154, "
              "2016-11 20%, 2016-11 numerator 8");
}

Test (card, an_empty_cell_is_no_figure)
{
  assert_row (DATASET, "M1\tNumber of contacts\t\t\t\t109\t\t↓ -28\t108\t139\t\t88",
              "actual 2016-11 109, change_year 2015-11 -28% down, mean_12m 2016-11 108, "
              "max_12m 2016-11 139, benchmark national 88");
}

Test (card, a_mark_says_why_there_is_no_number)
{
  assert_row (DATASET,
              "M1\tNumber of contacts\tA\tB\tNew measure from Nov 16\t109\tn/a\t- n/a\t-\tTBC\t"
              "Local\tnot available",
              "actual 2016-10 new_measure, 2016-11 109, change_prev 2016-10 not_applicable, "
              "change_year 2015-11 not_applicable, mean_12m 2016-11 missing, "
              "max_12m 2016-11 pending, benchmark statistical_neighbours local_measure, "
              "national not_available");
}

Test (card, what_cannot_be_read_is_a_figure_all_the_same)
{
  g_autoptr (Report) report
      = read_row (DATASET, "M1\tNumber of contacts\tA\tB\t106\t1,2O4\t→ 3\t→ 5\t108\t139\t89\t88");
  const Figure *november
      = report_find_figure (report, 0, MEASURE_ACTUAL, period_month (2016, 11), COMPONENT_VALUE);
  cr_assert_not_null (november);
  cr_expect (eq (int, november->status, STATUS_UNREADABLE));
  cr_expect_str_eq (november->raw, "1,2O4");
}

Test (card, a_fraction_is_a_numerator_and_a_denominator)
{
  assert_row (DATASET,
              "M1\tPercentage of contacts\tA\tB\t206 of 492\t20 of 40\t→ 3\t→ 5\t-\t-\t9%\t8%",
              "actual 2016-10 numerator 206, 2016-10 denominator 492, 2016-11 numerator 20, "
              "2016-11 denominator 40, change_prev 2016-10 3% flat, change_year 2015-11 5% flat, "
              "mean_12m 2016-11 missing, max_12m 2016-11 missing, "
              "benchmark statistical_neighbours 9%, national 8%");
}

Test (card, words_of_the_row_go_to_the_indicator)
{
  g_autoptr (Report) report = read_row (
      SUMMARY, "1.1\tNumber of contacts\tInfo\tCount\t1287\t1651\t11934\t↑\t\t\t\t\tn/a\t\t");
  const Indicator *indicator = report_indicator (report, 0);
  cr_expect_str_eq (indicator->ref, "1.1");
  cr_expect_str_eq (indicator->name, "Number of contacts");
  cr_expect_str_eq (indicator->good_performance, "Info");
  cr_expect_str_eq (indicator->data_note, "Count");
  cr_expect_str_eq (indicator->canonical_id, "contacts");
}

Test (card, people_are_told_apart)
{
  g_autoptr (Report) report = read_row (
      DATASET, "M1\tNumber of contacts\tHead of MASH\tService Manager\t106\t109\t→ 3\t→ 5\t1\t2");
  cr_expect_str_eq (report_indicator (report, 0)->owner, "Head of MASH");
  cr_expect_str_eq (report_indicator (report, 0)->reporter, "Service Manager");
}

Test (card, columns_of_one_kind_are_joined)
{
  g_autoptr (Report) report
      = read_row ("Ref\tMeasure\tOct 16\tNov 16\tData note\tReporting frequency\n",
                  "M1\tNumber of contacts\t106\t109\tSnapshot\tMonthly");
  cr_expect_str_eq (report_indicator (report, 0)->data_note, "Snapshot; Monthly");
}

Test (card, a_commentary_is_a_text_of_the_indicator)
{
  g_autoptr (Report) report
      = read_row (DATASET, "M1\tNumber of contacts\tA\tB\t106\t109\t→ 3\t→ 5\t108\t139\t89\t88\t"
                           "They rose by 3, to 109.");
  cr_assert (eq (uint, report->texts->len, 1));
  cr_expect (eq (int, report_text (report, 0)->kind, TEXT_COMMENTARY));
  cr_expect (zero (int, report_text (report, 0)->indicator));
  cr_expect_str_eq (report_text (report, 0)->text, "They rose by 3, to 109.");
}

Test (card, a_figure_keeps_its_place_and_what_is_printed)
{
  g_autoptr (Report) report
      = read_row (DATASET, "M1\tNumber of contacts\tA\tB\t106\t1,109\t→ 3\t→ 5\t108\t139\t89\t88");
  const Figure *november = report_figure (report, 1);
  cr_expect_str_eq (november->raw, "1,109");
  cr_expect_str_eq (november->label, "Nov 16");
  cr_expect (eq (int, november->page, 1));
  cr_expect (eq (int, november->table, 1));
  cr_expect (zero (int, november->row));
  cr_expect (eq (int, november->column, 5));
  cr_expect (eq (dbl, november->box.x0, 30));
  cr_expect (eq (dbl, november->box.y0, 1));
}

typedef struct
{
  char name[64];
  char note[24];
  char cell[16];
  Unit unit;
} UnitCase;

static UnitCase units[] = {
  { "Number of contacts", "", "35.8", UNIT_COUNT },
  { "Percentage of contacts", "", "35.8", UNIT_PERCENT },
  { "Contacts per 10,000 children", "", "35.8", UNIT_RATE_PER_10000 },
  { "Contacts", "Percentage", "35.8", UNIT_PERCENT },
  { "Contacts", "Count", "35.8%", UNIT_COUNT },
  { "Contacts", "", "35.8%", UNIT_PERCENT },
  { "Contacts", "", "109", UNIT_COUNT },
};

ParameterizedTestParameters (card, the_unit_is_told_by_the_name_else_a_note_else_the_cells)
{
  return cr_make_param_array (UnitCase, units, G_N_ELEMENTS (units));
}

ParameterizedTest (UnitCase *expected, card,
                   the_unit_is_told_by_the_name_else_a_note_else_the_cells)
{
  g_autofree char *row = g_strdup_printf ("M1\t%s\t%s\t%s\t%s", expected->name, expected->note,
                                          expected->cell, expected->cell);
  g_autoptr (Report) report = read_row ("Ref\tMeasure\tData note\tOct 16\tNov 16\n", row);
  cr_expect (eq (int, report_indicator (report, 0)->unit, expected->unit), "%s", row);
}

Test (card, a_change_is_in_per_cent_and_other_figures_in_the_indicators_unit)
{
  g_autoptr (Report) report
      = read_row (DATASET, "M1\tPercentage of contacts\tA\tB\t35.8\t36\t→ 3\tn/a\t35.1\t57.00");
  desk_expect_figures (report, 0,
                       "actual 2016-10 35.8%, 2016-11 36%, change_prev 2016-10 3% flat, "
                       "change_year 2015-11 not_applicable, mean_12m 2016-11 35.1%, "
                       "max_12m 2016-11 57.00%");
}

/* ---- what a column measures ---- */

typedef struct
{
  char heading[40];
  char measure[40];
} ColumnCase;

static ColumnCase columns[] = {
  { "Nov 16", "actual 2016-11" },
  { "2015/16", "annual FY2015-16" },
  { "Q2 2016/17", "actual 2016-Q2" },
  { "YTD 2016/17", "ytd YTD2016-17" },
  { "% change from Oct 16", "change_prev 2016-10" },
  { "% change from Nov 15", "change_year 2015-11" },
  { "% change from previous month", "change_prev 2016-10" },
  { "% change from same month last year", "change_year 2015-11" },
  { "12-mnth avg", "mean_12m 2016-11" },
  { "DoT", "dot 2016-11" },
  { "RAG", "rag 2016-11" },
  { "SN 2014/15", "benchmark FY2014-15" },
  { "Target 16-17", "target FY2016-17" },
  { "Xyzzy", " " },
  { "Commentary", " " },
};

ParameterizedTestParameters (card, a_statistic_is_about_the_last_month_and_a_change_about_its_base)
{
  return cr_make_param_array (ColumnCase, columns, G_N_ELEMENTS (columns));
}

ParameterizedTest (ColumnCase *expected, card,
                   a_statistic_is_about_the_last_month_and_a_change_about_its_base)
{
  g_autoptr (Desk) desk = desk_new ();
  CardColumns card = { .last_month = { PERIOD_MONTH, 2016, 11 } };
  Column column = { .role = ROLE_NONE };
  Period period = NO_PERIOD;
  heading_read (&desk->words, "", expected->heading, &column);
  Measure measure = card_measure (&card, &column, &period);
  g_autofree char *when = measure == MEASURE_NONE ? g_strdup ("") : period_format (period);
  g_autofree char *found = g_strjoin (" ", measure_code (measure), when, NULL);
  cr_expect_str_eq (found, expected->measure, "%s: %s", expected->heading, found);
  g_free (column.label);
}

Test (card, of_an_image_a_number_among_colours_is_unplaced)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Report) report = desk_report ();
  g_autoptr (Grid) grid = desk_grid ("Ref | Measure | Oct 16 | Nov 16 | RAG | Red\n"
                                     "M1 | Number of visits | 5 | 7 | Below 90% | <85%");
  Reader reader = desk_reader (desk, report);
  Heading *heading = heading_find (&desk->words, grid, 0);
  cr_assert_not_null (heading);
  g_autoptr (GArray) rows = aligned_rows_new ();
  AlignedRow *row = aligned_rows_add (rows, reader.cells, grid_row (grid, 1), 0);
  for (guint i = 0; i < row->n_cells; i++)
    {
      row->columns[i] = (int) i;
      grid_row_cell (grid_row (grid, 1), i)->origin = ORIGIN_OCR;
    }
  CardColumns below = { .table = 1,
                        .heading = heading,
                        .n_columns = heading->columns->len,
                        .last_month = heading_last_month (heading) };
  g_autofree char *section = g_strdup ("");
  int indicator = card_read (&reader, &below, row, 0, &section);
  reader_add_unplaced (&reader, 1, indicator, grid_row (grid, 1));
  desk_expect_figures (report, 0, "actual 2016-10 5, 2016-11 7, red 85% <=85");
  desk_expect_unplaced (report, "90%");
  heading_free (heading);
}
