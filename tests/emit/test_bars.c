/* tests/emit/test_bars.c - tests emit/bars.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/bars.h"

#include <math.h>

#include <criterion/criterion.h>

static void
assert_draws (const double *values, guint n, const char *expected)
{
  g_autofree char *line = bars_text (values, n);
  cr_expect_str_eq (line, expected);
}

Test (bars, the_smallest_value_is_the_lowest_bar_and_the_largest_the_highest)
{
  const double values[] = { -3, 0, 4 };
  assert_draws (values, G_N_ELEMENTS (values), "▁▄█");
}

Test (bars, what_is_no_number_is_a_gap)
{
  const double values[] = { 1, NAN, 2 };
  assert_draws (values, G_N_ELEMENTS (values), "▁ █");
}

Test (bars, values_all_alike_are_in_the_middle)
{
  const double values[] = { 5, 5 };
  assert_draws (values, G_N_ELEMENTS (values), "▄▄");
  assert_draws (values, 0, "");
}
