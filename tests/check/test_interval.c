/* tests/check/test_interval.c - tests check/interval.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include "check/interval.h"

static Decimal
decimal (const char *text)
{
  Decimal value = { 0, 0 };
  cr_assert (decimal_parse (text, &value), "'%s' is no number", text);
  return value;
}

static Interval
between (const char *low, const char *high)
{
  Interval interval = interval_exact (decimal (low));
  g_auto (Interval) end = interval_exact (decimal (high));
  interval_widen (&interval, &end);
  return interval;
}

static void
assert_reads (const Interval *interval, int places, const char *expected)
{
  g_autofree char *text = interval_format (interval, places);
  cr_expect_str_eq (text, expected);
}

Test (interval, a_rounded_figure_stands_for_half_a_unit_to_either_side)
{
  g_auto (Interval) percent = interval_rounded (decimal ("35.80"));
  g_auto (Interval) fall = interval_rounded (decimal ("-3"));
  assert_reads (&percent, 4, "35.795 to 35.805");
  assert_reads (&fall, 1, "-3.5 to -2.5");
}

Test (interval, a_figure_that_was_cut_stands_for_what_is_farther_from_zero)
{
  g_auto (Interval) rise = interval_cut (decimal ("3"));
  g_auto (Interval) fall = interval_cut (decimal ("-3.2"));
  g_auto (Interval) none = interval_cut (decimal ("0"));
  assert_reads (&rise, 1, "3 to 4");
  assert_reads (&fall, 1, "-3.3 to -3.2");
  assert_reads (&none, 1, "-1 to 1");
}

typedef struct
{
  char a_low[8], a_high[8], b_low[8], b_high[8];
  char difference[24], quotient[24];
} ArithmeticCase;

ParameterizedTestParameters (interval, arithmetic_takes_every_choice_into_account)
{
  static ArithmeticCase cases[] = {
    { "1", "2", "4", "8", "-7 to -2", "0.125 to 0.5" },
    { "-1", "2", "4", "8", "-9 to -2", "-0.25 to 0.5" },
    { "6", "6", "-3", "-2", "8 to 9", "-3 to -2" },
    { "1", "1", "-1", "1", "0 to 2", "any number" },
    { "1", "1", "0", "2", "-1 to 1", "any number" },
    { "3", "3", "8", "8", "-5", "0.375" },
  };
  return cr_make_param_array (ArithmeticCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (ArithmeticCase *c, interval, arithmetic_takes_every_choice_into_account)
{
  g_auto (Interval) a = between (c->a_low, c->a_high);
  g_auto (Interval) b = between (c->b_low, c->b_high);
  g_auto (Interval) difference = interval_difference (&a, &b);
  g_auto (Interval) quotient = interval_quotient (&a, &b);
  assert_reads (&difference, 3, c->difference);
  assert_reads (&quotient, 3, c->quotient);
}

Test (interval, ends_are_rounded_outward_and_single_numbers_to_the_nearest)
{
  g_auto (Interval) one = interval_whole (1, 1);
  g_auto (Interval) two = interval_whole (2, 2);
  g_auto (Interval) third = interval_scaled (&one, 1, 3);
  g_auto (Interval) two_thirds = interval_scaled (&two, 1, 3);
  assert_reads (&two_thirds, 3, "0.667");
  interval_widen (&two_thirds, &third);
  assert_reads (&two_thirds, 3, "0.333 to 0.667");
  g_auto (Interval) negative = interval_negated (&two_thirds);
  assert_reads (&negative, 3, "-0.667 to -0.333");
}

Test (interval, large_whole_numbers_keep_their_zeros)
{
  g_auto (Interval) thousands = interval_whole (12000, 12000);
  assert_reads (&thousands, 3, "12000");
  assert_reads (&thousands, 0, "12000");
}

Test (interval, intervals_that_share_only_an_end_meet)
{
  g_auto (Interval) left = between ("44.5", "45.5");
  g_auto (Interval) right = between ("45.5", "46");
  g_auto (Interval) apart = between ("45.51", "46");
  cr_expect (interval_meets (&left, &right));
  cr_expect_not (interval_meets (&left, &apart));
  cr_expect (interval_is_below (&left, &apart));
  cr_expect (interval_is_above (&apart, &left));
}

Test (interval, what_is_unbounded_meets_everything_and_stays_so)
{
  g_auto (Interval) sum = interval_unbounded ();
  g_auto (Interval) one = interval_whole (1, 1);
  interval_add (&sum, &one);
  cr_expect (sum.is_unbounded);
  cr_expect (interval_meets (&sum, &one));
  cr_expect_not (interval_is_above (&sum, &one));
  g_autofree char *low = interval_format_low (&sum, 2);
  cr_expect_str_eq (low, "");
}

Test (interval, no_months_of_anything_are_nothing)
{
  g_auto (Interval) any = interval_unbounded ();
  g_auto (Interval) none = interval_scaled (&any, 0, 1);
  assert_reads (&none, 2, "0");
}

static Interval
whole (gint64 low, gint64 high)
{
  return interval_whole (low, high);
}

Test (interval, a_product_takes_its_ends_from_any_signs)
{
  g_auto (Interval) a = whole (-2, 3);
  g_auto (Interval) b = whole (-5, 4);
  g_auto (Interval) product = interval_product (&a, &b);
  g_autofree char *text = interval_format (&product, 0);
  cr_expect_str_eq (text, "-15 to 12");
}

Test (interval, narrowing_keeps_what_both_hold_or_fails_and_leaves_it)
{
  g_auto (Interval) a = interval_unbounded ();
  g_auto (Interval) b = whole (1, 5);
  g_auto (Interval) c = whole (4, 9);
  g_auto (Interval) d = whole (6, 9);
  cr_expect (interval_narrow (&a, &b));
  cr_expect (interval_narrow (&a, &c));
  cr_expect_not (interval_narrow (&a, &d));
  g_autofree char *text = interval_format (&a, 0);
  cr_expect_str_eq (text, "4 to 5");
}

Test (interval, the_only_number_of_some_decimals_is_told)
{
  g_auto (Interval) tenth = interval_rounded ((Decimal){ 25, 1 }); /* 2.45 to 2.55 */
  Decimal value;
  cr_assert (interval_single (&tenth, 1, &value));
  cr_expect_eq (value.mantissa, 25);
  cr_expect_not (interval_single (&tenth, 0, &value), "no whole number is in it");
  cr_expect_not (interval_single (&tenth, 2, &value), "eleven hundredths are in it");
  cr_expect_not (interval_has_whole (&tenth));
}

Test (interval, open_ends_meet_all_on_their_side)
{
  g_auto (Interval) five = whole (5, 5);
  g_auto (Interval) below = interval_open_below (&five);
  g_auto (Interval) above = interval_open_above (&five);
  g_auto (Interval) low = whole (-1000000, 4);
  g_auto (Interval) high = whole (6, 1000000);
  cr_expect (interval_meets (&below, &low) && !interval_meets (&below, &high));
  cr_expect (interval_meets (&above, &high) && !interval_meets (&above, &low));
  cr_expect (interval_meets (&below, &five) && interval_meets (&above, &five));
}
