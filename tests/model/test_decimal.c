/* tests/model/test_decimal.c - a number exactly as it was printed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/decimal.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

static Decimal
decimal (const char *text)
{
  Decimal read = { 0 };
  cr_assert (decimal_parse (text, &read), "'%s' is no decimal", text);
  return read;
}

typedef struct
{
  char text[24];
  gint64 mantissa;
  int scale;
} NumberCase;

ParameterizedTestParameters (decimal, a_number_comes_back_as_it_was_printed)
{
  static NumberCase cases[] = {
    { "0", 0, 0 },
    { "7", 7, 0 },
    { "35.80", 3580, 2 },
    { "0.05", 5, 2 },
    { "-0.5", -5, 1 },
    { "-1204", -1204, 0 },
    { "0.00", 0, 2 },
    { "999999999999999999", 999999999999999999, 0 },
    { "-9.99999999999999999", -999999999999999999, 17 },
    { "0.000000000000000001", 1, 18 },
  };
  return cr_make_param_array (NumberCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (NumberCase *expected, decimal, a_number_comes_back_as_it_was_printed)
{
  Decimal read = decimal (expected->text);
  g_autofree char *again = decimal_format (read);

  cr_expect (eq (i64, read.mantissa, expected->mantissa));
  cr_expect (eq (int, read.scale, expected->scale));
  cr_expect_str_eq (again, expected->text);
}

typedef struct
{
  char text[32];
} TextCase;

ParameterizedTestParameters (decimal, what_is_no_plain_number_is_left_alone)
{
  static TextCase cases[] = {
    { "" },
    { "-" },
    { "." },
    { ".5" },
    { "5." },
    { "+5" },
    { " 5" },
    { "5 " },
    { "1,204" },
    { "5%" },
    { "1e5" },
    { "--5" },
    { "0x10" },
    { "1.2.3" },
    { "½" },
    { "٣" },
    { "inf" },
    { "1-" },
    { "(5)" },
    { "1204x" },
    { "1000000000000000000" },
    { "1.000000000000000000" },
    { "0.0000000000000000001" },
  };
  return cr_make_param_array (TextCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (TextCase *refused, decimal, what_is_no_plain_number_is_left_alone)
{
  Decimal untouched = { 42, 1 };

  cr_expect (not(decimal_parse (refused->text, &untouched)), "'%s' was read", refused->text);
  cr_expect (eq (i64, untouched.mantissa, 42));
  cr_expect (eq (int, untouched.scale, 1));
}

Test (decimal, zeros_in_front_do_not_count_as_digits)
{
  cr_expect (eq (i64, decimal ("000000000000000000007").mantissa, 7));
}

typedef struct
{
  char a[24], b[24];
  int order;
} OrderCase;

ParameterizedTestParameters (decimal, order_is_that_of_the_numbers_not_of_the_digits)
{
  static OrderCase cases[] = {
    { "1.5", "1.50", 0 },
    { "1.05", "1.5", -1 },
    { "-0.5", "0", -1 },
    { "-0.5", "-0.4", -1 },
    { "-2", "-1.9", -1 },
    { "0.0", "-0", 0 },
    { "10", "9.999999999999999", 1 },
    { "999999999999999999", "0.000000000000000001", 1 },
    { "-999999999999999999", "0.999999999999999999", -1 },
  };
  return cr_make_param_array (OrderCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (OrderCase *expected, decimal, order_is_that_of_the_numbers_not_of_the_digits)
{
  int order = decimal_compare (decimal (expected->a), decimal (expected->b));
  int reverse = decimal_compare (decimal (expected->b), decimal (expected->a));

  cr_expect (eq (int, order, expected->order), "%s and %s", expected->a, expected->b);
  cr_expect (eq (int, reverse, -expected->order), "%s and %s", expected->b, expected->a);
}
