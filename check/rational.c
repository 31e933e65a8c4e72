/* check/rational.c - an exact number: a quotient of two whole ones.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "check/rational.h"

/* GMP takes a gint64 as a long. */
G_STATIC_ASSERT (sizeof (long) == sizeof (gint64));

Rational
rational_whole (gint64 value)
{
  return (Rational){ value, 1, NULL };
}

void
rational_clear (Rational *a)
{
  if (a->big == NULL)
    return;
  mpq_clear (a->big);
  g_free (a->big);
  a->big = NULL;
}

void
rational_take (Rational *a, Rational b)
{
  rational_clear (a);
  *a = b;
}

/* Numbers of GMP */

static mpq_ptr
big_new (void)
{
  mpq_ptr big = g_new (__mpq_struct, 1);
  mpq_init (big);
  return big;
}

static void
big_free (mpq_ptr big)
{
  mpq_clear (big);
  g_free (big);
}

/* Returns (transfer full): @a in lowest terms. */
static mpq_ptr
big_of (const Rational *a)
{
  mpq_ptr big = big_new ();
  if (a->big != NULL)
    mpq_set (big, a->big);
  else
    {
      mpz_set_si (mpq_numref (big), a->numerator);
      mpz_set_si (mpq_denref (big), a->denominator);
      mpq_canonicalize (big);
    }
  return big;
}

/* Returns: @big (transfer full), which is in lowest terms, in two words if it fits. */
static Rational
rational_of_big (mpq_ptr big)
{
  if (!mpz_fits_slong_p (mpq_numref (big)) || !mpz_fits_slong_p (mpq_denref (big)))
    return (Rational){ 0, 1, big };
  Rational small = { mpz_get_si (mpq_numref (big)), mpz_get_si (mpq_denref (big)), NULL };
  big_free (big);
  return small;
}

typedef void (*Operation) (mpq_ptr result, mpq_srcptr a, mpq_srcptr b);

static Rational
operate (const Rational *a, const Rational *b, Operation operation)
{
  mpq_ptr first = big_of (a), second = big_of (b), result = big_new ();
  operation (result, first, second);
  big_free (first);
  big_free (second);
  return rational_of_big (result);
}

Rational
rational_copy (const Rational *a)
{
  return a->big == NULL ? *a : (Rational){ 0, 1, big_of (a) };
}

/* Numbers in two words: each function returns FALSE if one or the result is none. */

static gboolean
multiply (gint64 a, gint64 b, gint64 *product)
{
  return !__builtin_mul_overflow (a, b, product);
}

static gboolean
add (gint64 a, gint64 b, gint64 *sum)
{
  return !__builtin_add_overflow (a, b, sum);
}

static gboolean
negate (gint64 a, gint64 *negated)
{
  return !__builtin_sub_overflow ((gint64) 0, a, negated);
}

static gboolean
are_small (const Rational *a, const Rational *b)
{
  return a->big == NULL && b->big == NULL;
}

/* The numerators of @a and @b over one denominator, the product of theirs. */
static gboolean
cross (const Rational *a, const Rational *b, gint64 *of_a, gint64 *of_b)
{
  return multiply (a->numerator, b->denominator, of_a)
         && multiply (b->numerator, a->denominator, of_b);
}

static gboolean
small_sum (const Rational *a, const Rational *b, Rational *sum)
{
  gint64 of_a, of_b;
  if (!are_small (a, b))
    return FALSE;
  if (a->denominator == b->denominator)
    {
      sum->denominator = a->denominator;
      return add (a->numerator, b->numerator, &sum->numerator);
    }
  return cross (a, b, &of_a, &of_b) && add (of_a, of_b, &sum->numerator)
         && multiply (a->denominator, b->denominator, &sum->denominator);
}

static gboolean
small_product (const Rational *a, const Rational *b, Rational *product)
{
  return are_small (a, b) && multiply (a->numerator, b->numerator, &product->numerator)
         && multiply (a->denominator, b->denominator, &product->denominator);
}

static gboolean
small_quotient (const Rational *a, const Rational *b, Rational *quotient)
{
  if (!are_small (a, b) || !cross (a, b, &quotient->numerator, &quotient->denominator))
    return FALSE;
  return quotient->denominator > 0
         || (negate (quotient->numerator, &quotient->numerator)
             && negate (quotient->denominator, &quotient->denominator));
}

/* Arithmetic */

Rational
rational_sum (const Rational *a, const Rational *b)
{
  Rational sum = { 0 };
  return small_sum (a, b, &sum) ? sum : operate (a, b, mpq_add);
}

Rational
rational_product (const Rational *a, const Rational *b)
{
  Rational product = { 0 };
  return small_product (a, b, &product) ? product : operate (a, b, mpq_mul);
}

Rational
rational_quotient (const Rational *a, const Rational *b)
{
  Rational quotient = { 0 };
  g_assert (rational_sign (b) != 0);
  return small_quotient (a, b, &quotient) ? quotient : operate (a, b, mpq_div);
}

Rational
rational_negated (const Rational *a)
{
  Rational negated = { .denominator = a->denominator };
  if (a->big == NULL && negate (a->numerator, &negated.numerator))
    return negated;
  mpq_ptr big = big_of (a);
  mpq_neg (big, big);
  return rational_of_big (big);
}

Rational
rational_near (Decimal value, int n, int divisor)
{
  Rational number = { value.mantissa, 1, NULL }, near = { 0 };
  for (int i = 0; i < value.scale; i++) /* 10^18 at most, which fits */
    number.denominator *= 10;
  if (n == 0)
    return number;
  if (multiply (value.mantissa, divisor, &near.numerator)
      && add (near.numerator, n, &near.numerator)
      && multiply (number.denominator, divisor, &near.denominator))
    return near;
  Rational unit = { 1, number.denominator, NULL }, share = { n, divisor, NULL };
  Rational part = rational_product (&unit, &share);
  near = rational_sum (&number, &part);
  rational_clear (&part);
  return near;
}

/* Questions */

int
rational_compare (const Rational *a, const Rational *b)
{
  gint64 of_a = a->numerator, of_b = b->numerator;
  if (are_small (a, b) && (a->denominator == b->denominator || cross (a, b, &of_a, &of_b)))
    return (of_a > of_b) - (of_a < of_b);
  mpq_ptr first = big_of (a), second = big_of (b);
  int order = mpq_cmp (first, second);
  big_free (first);
  big_free (second);
  return order;
}

int
rational_sign (const Rational *a)
{
  return a->big != NULL ? mpq_sgn (a->big) : (a->numerator > 0) - (a->numerator < 0);
}

/* Rounding */

static void
divide_nearest (mpz_ptr quotient, mpz_srcptr dividend, mpz_srcptr divisor)
{
  mpz_t twice, doubled;
  mpz_inits (twice, doubled, NULL);
  mpz_mul_ui (twice, divisor, 2);
  mpz_mul_ui (doubled, dividend, 2);
  mpz_add (doubled, doubled, divisor);
  mpz_fdiv_q (quotient, doubled, twice);
  mpz_clears (twice, doubled, NULL);
}

typedef void (*Divide) (mpz_ptr quotient, mpz_srcptr dividend, mpz_srcptr divisor);

static const Divide divides[]
    = { [ROUND_DOWN] = mpz_fdiv_q, [ROUND_UP] = mpz_cdiv_q, [ROUND_NEAREST] = divide_nearest };

/* Rounds in machine words.  Returns: FALSE if that does not fit. */
static gboolean
round_small (const Rational *a, int places, Rounding rounding, gint64 *rounded)
{
  gint64 dividend = a->numerator, divisor = a->denominator;
  for (int i = 0; i < places; i++)
    if (!multiply (dividend, 10, &dividend))
      return FALSE;
  if (rounding == ROUND_NEAREST /* is down, half a unit on */
      && !(multiply (dividend, 2, &dividend) && add (dividend, divisor, &dividend)
           && multiply (divisor, 2, &divisor)))
    return FALSE;
  gint64 rest = dividend % divisor;
  *rounded = dividend / divisor;
  if (rounding == ROUND_UP)
    *rounded += rest > 0;
  else
    *rounded -= rest < 0;
  return TRUE;
}

Rational
rational_rounded (const Rational *a, int places, Rounding rounding)
{
  gint64 rounded = 0;
  if (a->big == NULL && round_small (a, places, rounding, &rounded))
    return rational_whole (rounded);

  mpq_ptr scaled = big_of (a);
  mpz_t unit;
  mpz_init (unit);
  mpz_ui_pow_ui (unit, 10, (unsigned long) places);
  mpz_mul (mpq_numref (scaled), mpq_numref (scaled), unit);
  divides[rounding](mpq_numref (scaled), mpq_numref (scaled), mpq_denref (scaled));
  mpz_set_ui (mpq_denref (scaled), 1);
  mpz_clear (unit);
  return rational_of_big (scaled);
}

char *
rational_digits (const Rational *a)
{
  if (a->big == NULL)
    return g_strdup_printf ("%" G_GINT64_FORMAT, a->numerator / a->denominator);
  char *digits = g_malloc (mpz_sizeinbase (mpq_numref (a->big), 10) + 2);
  return mpz_get_str (digits, 10, mpq_numref (a->big));
}
