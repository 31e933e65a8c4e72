/* tests/parse/test_sequence.c - months that stand in order, and labels that break it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/sequence.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#define N 6

/* Asserts what becomes of six months, told as months since January 2016. */
static void
assert_mended (const int *printed, const int *expected)
{
  Period months[N], january = period_month (2016, 1);
  gboolean is_mended[N];
  guint n_changed = 0;
  for (guint i = 0; i < N; i++)
    months[i] = period_add_months (january, printed[i]);
  guint n_mended = sequence_mend (months, N, is_mended);
  for (guint i = 0; i < N; i++)
    {
      cr_expect_eq (period_months_between (january, months[i]), expected[i], "place %u", i);
      cr_expect_eq (is_mended[i], printed[i] != expected[i], "place %u", i);
      n_changed += printed[i] != expected[i];
    }
  cr_expect_eq (n_mended, n_changed);
}

Test (sequence, a_month_printed_twice_is_the_one_that_is_missing)
{
  assert_mended ((const int[]){ 0, 1, 1, 3, 4, 5 }, (const int[]){ 0, 1, 2, 3, 4, 5 });
}

Test (sequence, a_wrong_year_is_put_right)
{
  assert_mended ((const int[]){ 0, 1, 2, 3, 4, -7 }, (const int[]){ 0, 1, 2, 3, 4, 5 });
}

Test (sequence, months_may_run_backwards)
{
  assert_mended ((const int[]){ 5, 4, 4, 2, 1, 0 }, (const int[]){ 5, 4, 3, 2, 1, 0 });
}

Test (sequence, a_month_apart_at_either_end_may_be_meant)
{
  assert_mended ((const int[]){ -12, 1, 2, 3, 4, 5 }, (const int[]){ -12, 1, 2, 3, 4, 5 });
  assert_mended ((const int[]){ 0, 1, 2, 3, 4, 9 }, (const int[]){ 0, 1, 2, 3, 4, 9 });
}

Test (sequence, several_months_apart_at_one_end_may_be_of_other_columns)
{
  assert_mended ((const int[]){ 0, 1, 2, 3, 4, 5, 4, -7 },
                 (const int[]){ 0, 1, 2, 3, 4, 5, 4, -7 });
}

Test (sequence, months_without_an_order_stay)
{
  assert_mended ((const int[]){ 0, 3, 6, 9, 12, 15 }, (const int[]){ 0, 3, 6, 9, 12, 15 });
  assert_mended ((const int[]){ 0, 1, 2, 13, 14, 15 }, (const int[]){ 0, 1, 2, 13, 14, 15 });
}
