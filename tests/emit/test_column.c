/* tests/emit/test_column.c - tests emit/column.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/column.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include "tests/emit/sample.h"

/* Asserts what @column prints of @item. */
static void
assert_prints (const Column *column, gconstpointer item, const char *expected)
{
  g_autoptr (Report) report = sample_new ();
  g_autoptr (GString) cell = g_string_new (NULL);
  const Row row = { .report = report, .item = item };
  column->print (column, &row, cell);
  cr_expect_str_eq (cell->str, expected, "'%s' should be '%s'", cell->str, expected);
}

typedef struct
{
  double value;
  char edge[16], share[16];
} RealCase;

ParameterizedTestParameters (column, places_and_confidences_print_in_their_shortest_form)
{
  static RealCase cases[] = {
    { 0, "0", "0" },
    { 1, "1", "1" },
    { 0.5, "0.5", "0.5" },
    { 0.975, "0.97", "0.975" },
    { 0.1234, "0.12", "0.123" },
    { 120, "120", "120" },
    { 72.999, "73", "72.999" },
    { -0.001, "0", "-0.001" },
    { -0.0001, "0", "0" },
    { 100.10, "100.1", "100.1" },
    { 0.125, "0.12", "0.125" }, /* halves go to even digits, as printf() has it */
    { 0.375, "0.38", "0.375" },
    { 2.675, "2.67", "2.675" }, /* below its digits */
    { 0.0625, "0.06", "0.062" },
    { -0.005, "-0.01", "-0.005" },
    { -12.5, "-12.5", "-12.5" },
    { 9.9999, "10", "10" },
    { 123456789.126, "123456789.13", "123456789.126" },
  };
  return cr_make_param_array (RealCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (RealCase *expected, column, places_and_confidences_print_in_their_shortest_form)
{
  const Column edge = { .print = column_print_edge, .edge = offsetof (Box, y0) };
  const Box box = { 1, expected->value, 1, 1 };
  assert_prints (&edge, &box, expected->edge);

  const Column share = { .print = column_print_share };
  assert_prints (&share, &expected->value, expected->share);
}

Test (column, a_place_that_is_not_known_is_empty)
{
  const Column edge = { .print = column_print_edge, .edge = offsetof (Box, x0) };
  const Box nowhere = { 0 }, at_the_left = { 0, 10, 20, 30 };
  assert_prints (&edge, &nowhere, "");
  assert_prints (&edge, &at_the_left, "0");

  const Column page = { .print = column_print_int }, index = { .print = column_print_ordinal };
  const int nothing = -1, zero = 0;
  assert_prints (&page, &nothing, "");
  assert_prints (&page, &zero, "0");
  assert_prints (&index, &nothing, "");
  assert_prints (&index, &zero, "1");
}

Test (column, codes_periods_and_ids_print_as_the_package_has_them)
{
  const Status status = STATUS_NEW_MEASURE;
  const Period quarter = { PERIOD_QUARTER, 2016, 3 };
  assert_prints (&(Column){ .print = column_print_code, .codes = &status_codes }, &status,
                 "new_measure");
  assert_prints (&(Column){ .print = column_print_period }, &quarter, "2016-Q3");
  assert_prints (&(Column){ .print = column_print_report_id }, NULL, SAMPLE_ID);
}

Test (column, a_row_may_be_of_no_indicator)
{
  g_autoptr (Report) report = sample_new ();
  const Row row = { .report = report };
  cr_expect_null (row_indicator (&row, NO_INDICATOR));
  cr_expect_str_eq (row_indicator (&row, 0)->ref, "A1");
}
