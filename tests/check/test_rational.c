/* tests/check/test_rational.c - tests check/rational.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>

#include "check/rational.h"

#define N_TRIALS 20000

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rational, rational_clear)

static Rational
fraction (gint64 numerator, gint64 denominator)
{
  return (Rational){ numerator, denominator, NULL };
}

static void
set_fraction (mpq_t number, const Rational *a)
{
  if (a->big != NULL)
    {
      mpq_set (number, a->big);
      return;
    }
  mpz_set_si (mpq_numref (number), a->numerator);
  mpz_set_si (mpq_denref (number), a->denominator);
  mpq_canonicalize (number);
}

/* Whether @a is what @operation of GMP makes of @b and @c. */
static gboolean
is_made (const Rational *a, void (*operation) (mpq_ptr, mpq_srcptr, mpq_srcptr), const Rational *b,
         const Rational *c)
{
  mpq_t number, first, second, made;
  mpq_inits (number, first, second, made, NULL);
  set_fraction (number, a);
  set_fraction (first, b);
  set_fraction (second, c);
  operation (made, first, second);
  gboolean is_equal = mpq_equal (number, made);
  mpq_clears (number, first, second, made, NULL);
  return is_equal;
}

/* Of any size up to the largest, small ones as often as large ones. */
static gint64
any_number (GRand *rand)
{
  guint64 bits = (guint64) g_rand_int (rand) << 32 | g_rand_int (rand);
  return (gint64) (bits >> g_rand_int_range (rand, 1, 64)) * (g_rand_boolean (rand) ? 1 : -1);
}

static Rational
any_fraction (GRand *rand)
{
  gint64 numerator = any_number (rand), denominator = any_number (rand);
  return fraction (numerator, denominator < 0 ? -denominator : denominator + (denominator == 0));
}

Test (rational, arithmetic_is_exact_whether_it_fits_in_two_words_or_not)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20201);
  guint n_big = 0;
  for (guint i = 0; i < N_TRIALS; i++)
    {
      g_auto (Rational) a = any_fraction (rand), b = any_fraction (rand);
      g_auto (Rational) sum = rational_sum (&a, &b);
      g_auto (Rational) product = rational_product (&a, &b);
      cr_assert (is_made (&sum, mpq_add, &a, &b));
      cr_assert (is_made (&product, mpq_mul, &a, &b));
      if (rational_sign (&b) != 0)
        {
          g_auto (Rational) quotient = rational_quotient (&a, &b);
          cr_assert (is_made (&quotient, mpq_div, &a, &b));
        }
      g_auto (Rational) more = rational_sum (&sum, &product); /* of numbers that did not fit */
      cr_assert (is_made (&more, mpq_add, &sum, &product));
      n_big += more.big != NULL;
    }
  cr_assert_gt (n_big, N_TRIALS / 10);
  cr_assert_lt (n_big, N_TRIALS - N_TRIALS / 10);
}

Test (rational, numbers_are_ordered_whether_they_fit_or_not)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20202);
  for (guint i = 0; i < N_TRIALS; i++)
    {
      g_auto (Rational) a = any_fraction (rand), b = any_fraction (rand);
      g_auto (Rational) step = fraction (1, G_MAXINT64);
      g_auto (Rational) above = rational_sum (&a, &step);
      g_auto (Rational) below = rational_negated (&b);
      g_auto (Rational) difference = rational_sum (&a, &below);
      int order = rational_compare (&a, &b);
      cr_assert_eq ((order > 0) - (order < 0), rational_sign (&difference));
      cr_assert_gt (rational_compare (&above, &a), 0);
      cr_assert_lt (rational_compare (&a, &above), 0);
      cr_assert_eq (rational_compare (&above, &above), 0);
    }
}

Test (rational, the_least_whole_number_that_fits_is_negated_exactly)
{
  g_auto (Rational) least = rational_whole (G_MININT64);
  g_auto (Rational) negated = rational_negated (&least);
  g_auto (Rational) again = rational_negated (&negated);
  g_autofree char *digits = rational_digits (&negated);
  cr_expect_str_eq (digits, "9223372036854775808");
  cr_expect_eq (rational_compare (&again, &least), 0);
  cr_expect_null (again.big, "a number that fits is small again");
}

Test (rational, parts_of_a_last_place_are_exact_up_to_the_longest_decimal)
{
  static const struct
  {
    Decimal value;
    int n, divisor;
    const char *thousandths; /* of the last place */
  } cases[] = {
    { { 35, 1 }, 1, 2, "35500" },
    { { -35, 1 }, -1, 2, "-35500" },
    { { 7, 0 }, 0, 1, "7000" },
    { { 999999999999999999, 18 }, 1, 2, "999999999999999999500" },
    { { 999999999999999999, 0 }, -1, 2, "999999999999999998500" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Rational) near = rational_near (cases[i].value, cases[i].n, cases[i].divisor);
      g_auto (Rational) rounded = rational_rounded (&near, cases[i].value.scale + 3, ROUND_NEAREST);
      g_autofree char *digits = rational_digits (&rounded);
      cr_expect_str_eq (digits, cases[i].thousandths);
    }
}

Test (rational, rounding_goes_the_way_that_is_asked_for)
{
  static const struct
  {
    gint64 numerator;
    const char *down, *up, *nearest;
  } cases[] = { { 7, "3", "4", "4" }, { -7, "-4", "-3", "-3" }, { 6, "3", "3", "3" } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Rational) halves = fraction (cases[i].numerator, 2);
      g_auto (Rational) down = rational_rounded (&halves, 0, ROUND_DOWN);
      g_auto (Rational) up = rational_rounded (&halves, 0, ROUND_UP);
      g_auto (Rational) nearest = rational_rounded (&halves, 0, ROUND_NEAREST);
      g_autofree char *digits = rational_digits (&down);
      g_autofree char *digits_up = rational_digits (&up);
      g_autofree char *digits_nearest = rational_digits (&nearest);
      cr_expect_str_eq (digits, cases[i].down);
      cr_expect_str_eq (digits_up, cases[i].up);
      cr_expect_str_eq (digits_nearest, cases[i].nearest);
    }
}
