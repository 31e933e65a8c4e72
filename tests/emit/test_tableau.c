/* tests/emit/test_tableau.c - tests emit/tableau.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/tableau.h"

#include <criterion/criterion.h>

#include "tests/emit/sample.h"

/* Adds a figure of an indicator at a place of the table. */
static Figure *
add (Report *report, int indicator, Measure measure, Period period, const char *digits, int row,
     int column)
{
  Figure *figure = sample_add_figure (report, measure, period, digits);
  figure->indicator = indicator;
  figure->row = row;
  figure->column = column;
  return figure;
}

/* Returns (transfer full): the printed rows of a tableau, as "1 2 - / 3 - 4". */
static char *
dup_rows (const Tableau *tableau)
{
  GString *rows = g_string_new (NULL);
  for (guint row = 0; row < tableau->n_rows; row++)
    for (guint column = 0; column < tableau->columns->len; column++)
      {
        const Figure *figure = tableau_cell (tableau, row, column);
        g_string_append (rows, column > 0 ? " " : row > 0 ? " / " : "");
        g_string_append (rows, figure != NULL ? figure->raw : "-");
      }
  return g_string_free (rows, FALSE);
}

static void
assert_rows (const Report *report, const char *expected)
{
  g_autoptr (GPtrArray) tableaux = tableaux_of (report, 0, report->indicators->len);
  cr_assert_eq (tableaux->len, 1);
  g_autofree char *rows = dup_rows (g_ptr_array_index (tableaux, 0));
  cr_expect_str_eq (rows, expected);
}

Test (tableau, columns_stand_as_on_the_page_and_rows_as_the_indicators)
{
  g_autoptr (Report) report = sample_new ();
  report_add_indicator (report)->table = 1;
  Period october = period_month (2016, 10), november = period_month (2016, 11);
  add (report, 0, MEASURE_MEAN_12M, november, "9", 0, 5);
  add (report, 0, MEASURE_ACTUAL, november, "2", 0, 4);
  add (report, 0, MEASURE_ACTUAL, october, "1", 0, 3);
  add (report, 1, MEASURE_ACTUAL, november, "4", 1, 4);
  assert_rows (report, "1 2 9 / - 4 -");
}

Test (tableau, months_that_are_listed_downwards_keep_their_order)
{
  g_autoptr (Report) report = sample_new ();
  add (report, 0, MEASURE_ACTUAL, period_month (2016, 11), "2", 8, 1);
  add (report, 0, MEASURE_ACTUAL, period_month (2016, 10), "1", 7, 1);
  assert_rows (report, "1 2");
}

Test (tableau, months_that_are_listed_downwards_keep_their_order_where_one_lacks_an_indicator)
{
  g_autoptr (Report) report = sample_new ();
  report_add_indicator (report)->table = 1;
  static const char *const digits[][3] = { { "1", "2", "3" }, { NULL, "5", "6" } };
  for (int i = 0; i < 2; i++)
    for (int month = 2; month >= 0; month--)
      if (digits[i][month] != NULL)
        add (report, i, MEASURE_ACTUAL, period_month (2016, 9 + month), digits[i][month], 7 + month,
             2 - i);
  assert_rows (report, "1 2 3 / - 5 6");
}

Test (tableau, the_parts_of_a_percentage_within_its_cell_make_no_columns)
{
  g_autoptr (Report) report = sample_new ();
  add (report, 0, MEASURE_ACTUAL, report->period, "40", 0, 1)->box = (Box){ 1, 1, 5, 2 };
  Figure *part = add (report, 0, MEASURE_ACTUAL, report->period, "4", 0, 1);
  part->box = (Box){ 1, 1, 5, 2 };
  part->component = COMPONENT_NUMERATOR;
  part = add (report, 0, MEASURE_ACTUAL, report->period, "10", 0, 2);
  part->box = (Box){ 6, 1, 9, 2 };
  part->component = COMPONENT_DENOMINATOR;
  assert_rows (report, "40 10");
}

Test (tableau, sections_and_tables_are_apart)
{
  g_autoptr (Report) report = sample_new ();
  Indicator *second = report_add_indicator (report), *third = NULL;
  second->table = 1;
  report_set_text (&second->section, "Contacts");
  third = report_add_indicator (report);
  third->table = 2;
  report_set_text (&third->section, "Contacts");
  g_autoptr (GPtrArray) tableaux = tableaux_of (report, 0, report->indicators->len);
  cr_assert_eq (tableaux->len, 3);
  cr_expect_eq (((const Tableau *) g_ptr_array_index (tableaux, 2))->first, 2);
}

Test (tableau, only_those_that_are_asked_for_are_made)
{
  g_autoptr (Report) report = sample_new ();
  for (int table = 2; table <= 4; table++)
    report_add_indicator (report)->table = table;
  g_autoptr (GPtrArray) tableaux = tableaux_of (report, 2, 3);
  cr_assert_eq (tableaux->len, 4);
  for (guint i = 0; i < tableaux->len; i++)
    cr_expect_eq (g_ptr_array_index (tableaux, i) != NULL, i == 2, "%u", i);
}

Test (tableau, each_measure_is_of_one_group)
{
  static const struct
  {
    Measure measure;
    TableauGroup group;
  } cases[] = {
    { MEASURE_YTD, TABLEAU_PERIODS },
    { MEASURE_RAG, TABLEAU_STATISTICS },
    { MEASURE_CHANGE_PREV, TABLEAU_STATISTICS },
    { MEASURE_BENCHMARK, TABLEAU_BENCHMARKS },
    { MEASURE_AMBER, TABLEAU_TARGETS },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TableauColumn column = { .measure = cases[i].measure };
      cr_expect_eq (tableau_column_group (&column), cases[i].group);
    }
}
