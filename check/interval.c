/* check/interval.c - all the numbers that a printed figure may stand for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "check/interval.h"

#define FAR_END G_GINT64_CONSTANT (1000000000000000000) /* the largest mantissa of a Decimal */
#define FAR_SHARE 1000 /* an average over so many months still shows that it has no end */

static Interval
interval_zero (void)
{
  Interval zero = { .is_unbounded = FALSE };
  mpq_inits (zero.low, zero.high, NULL);
  return zero;
}

void
interval_clear (Interval *interval)
{
  mpq_clears (interval->low, interval->high, NULL);
}

/* Life */

/* Sets @number to @value and @n of the @divisor parts of a unit of its last place. */
static void
set_near (mpq_t number, Decimal value, int n, unsigned long divisor)
{
  mpz_set_si (mpq_numref (number), value.mantissa);
  mpz_mul_ui (mpq_numref (number), mpq_numref (number), divisor);
  (n < 0 ? mpz_sub_ui : mpz_add_ui) (mpq_numref (number), mpq_numref (number),
                                     (unsigned long) ABS (n));
  mpz_ui_pow_ui (mpq_denref (number), 10, (unsigned long) value.scale);
  mpz_mul_ui (mpq_denref (number), mpq_denref (number), divisor);
  mpq_canonicalize (number);
}

/* From @below parts of a unit of the last place under @value to @above parts over it. */
static Interval
interval_spread (Decimal value, int below, int above, unsigned long divisor)
{
  Interval spread = interval_zero ();
  set_near (spread.low, value, -below, divisor);
  set_near (spread.high, value, above, divisor);
  return spread;
}

Interval
interval_exact (Decimal value)
{
  Interval exact = interval_zero ();
  set_near (exact.low, value, 0, 1);
  mpq_set (exact.high, exact.low);
  return exact;
}

Interval
interval_rounded (Decimal value)
{
  return interval_spread (value, 1, 1, 2);
}

Interval
interval_cut (Decimal value)
{
  return interval_spread (value, value.mantissa <= 0, value.mantissa >= 0, 1);
}

Interval
interval_whole (gint64 low, gint64 high)
{
  g_assert (low <= high);
  Interval whole = interval_zero ();
  mpq_set_si (whole.low, low, 1);
  mpq_set_si (whole.high, high, 1);
  return whole;
}

Interval
interval_from (gint64 low)
{
  return interval_whole (low, FAR_END);
}

Interval
interval_unreachable (void)
{
  return interval_whole (FAR_END, FAR_END);
}

Interval
interval_open_below (const Interval *interval)
{
  Interval open = interval_copy (interval);
  mpq_set_si (open.low, -FAR_END, 1);
  return open;
}

Interval
interval_open_above (const Interval *interval)
{
  Interval open = interval_copy (interval);
  mpq_set_si (open.high, FAR_END, 1);
  return open;
}

static gboolean
has_far_end (const Interval *interval)
{
  return mpq_cmp_si (interval->high, FAR_END / FAR_SHARE, 1) >= 0;
}

Interval
interval_unbounded (void)
{
  Interval unbounded = interval_zero ();
  unbounded.is_unbounded = TRUE;
  return unbounded;
}

/* Arithmetic */

void
interval_add (Interval *a, const Interval *b)
{
  a->is_unbounded |= b->is_unbounded;
  mpq_add (a->low, a->low, b->low);
  mpq_add (a->high, a->high, b->high);
}

static void
set_larger (mpq_ptr a, mpq_srcptr b)
{
  if (mpq_cmp (b, a) > 0)
    mpq_set (a, b);
}

static void
set_smaller (mpq_ptr a, mpq_srcptr b)
{
  if (mpq_cmp (b, a) < 0)
    mpq_set (a, b);
}

void
interval_raise (Interval *a, const Interval *b)
{
  a->is_unbounded |= b->is_unbounded;
  set_larger (a->low, b->low);
  set_larger (a->high, b->high);
}

void
interval_widen (Interval *a, const Interval *b)
{
  a->is_unbounded |= b->is_unbounded;
  set_smaller (a->low, b->low);
  set_larger (a->high, b->high);
}

gboolean
interval_narrow (Interval *a, const Interval *b)
{
  if (b->is_unbounded || !interval_meets (a, b))
    return b->is_unbounded;
  if (a->is_unbounded)
    {
      mpq_set (a->low, b->low);
      mpq_set (a->high, b->high);
      a->is_unbounded = FALSE;
    }
  set_larger (a->low, b->low);
  set_smaller (a->high, b->high);
  return TRUE;
}

Interval
interval_copy (const Interval *interval)
{
  Interval copy = interval_zero ();
  mpq_set (copy.low, interval->low);
  mpq_set (copy.high, interval->high);
  copy.is_unbounded = interval->is_unbounded;
  return copy;
}

Interval
interval_negated (const Interval *a)
{
  Interval negated = interval_zero ();
  negated.is_unbounded = a->is_unbounded;
  mpq_neg (negated.low, a->high);
  mpq_neg (negated.high, a->low);
  return negated;
}

Interval
interval_difference (const Interval *a, const Interval *b)
{
  Interval difference = interval_negated (b);
  interval_add (&difference, a);
  return difference;
}

typedef void (*Combine) (mpq_ptr result, mpq_srcptr a, mpq_srcptr b);

/* From the least to the greatest of what the ends of @a and @b give. */
static Interval
combine_ends (const Interval *a, const Interval *b, Combine combine)
{
  mpq_srcptr firsts[] = { a->low, a->low, a->high, a->high };
  mpq_srcptr seconds[] = { b->low, b->high, b->low, b->high };
  Interval result = interval_zero ();
  mpq_t corner;
  mpq_init (corner);
  for (gsize i = 0; i < G_N_ELEMENTS (firsts); i++)
    {
      combine (corner, firsts[i], seconds[i]);
      if (i == 0)
        {
          mpq_set (result.low, corner);
          mpq_set (result.high, corner);
        }
      set_smaller (result.low, corner);
      set_larger (result.high, corner);
    }
  mpq_clear (corner);
  return result;
}

/* The quotient takes its least and its greatest value at ends of @a and @b, as @b does not pass
 * through zero. */
Interval
interval_quotient (const Interval *a, const Interval *b)
{
  if (a->is_unbounded || b->is_unbounded || mpq_sgn (b->low) * mpq_sgn (b->high) <= 0)
    return interval_unbounded ();
  return combine_ends (a, b, mpq_div);
}

Interval
interval_product (const Interval *a, const Interval *b)
{
  if (a->is_unbounded || b->is_unbounded)
    return interval_unbounded ();
  return combine_ends (a, b, mpq_mul);
}

Interval
interval_scaled (const Interval *a, gint64 numerator, guint64 denominator)
{
  g_assert (numerator >= 0 && denominator > 0);
  Interval scaled = interval_zero ();
  scaled.is_unbounded = a->is_unbounded && numerator > 0;
  mpq_t factor;
  mpq_init (factor);
  mpq_set_si (factor, numerator, denominator);
  mpq_canonicalize (factor);
  mpq_mul (scaled.low, a->low, factor);
  mpq_mul (scaled.high, a->high, factor);
  mpq_clear (factor);
  return scaled;
}

/* Questions */

gboolean
interval_is_below (const Interval *a, const Interval *b)
{
  return !a->is_unbounded && !b->is_unbounded && mpq_cmp (a->high, b->low) < 0;
}

gboolean
interval_is_above (const Interval *a, const Interval *b)
{
  return interval_is_below (b, a);
}

gboolean
interval_meets (const Interval *a, const Interval *b)
{
  return !interval_is_below (a, b) && !interval_is_above (a, b);
}

int
interval_compare_lows (const Interval *a, const Interval *b)
{
  return mpq_cmp (a->low, b->low);
}

int
interval_compare_highs (const Interval *a, const Interval *b)
{
  return mpq_cmp (a->high, b->high);
}

Interval
interval_low_end (const Interval *interval)
{
  Interval end = interval_copy (interval);
  mpq_set (end.high, end.low);
  return end;
}

gboolean
interval_has_whole (const Interval *interval)
{
  mpz_t low, high;
  mpz_inits (low, high, NULL);
  mpz_cdiv_q (low, mpq_numref (interval->low), mpq_denref (interval->low));
  mpz_fdiv_q (high, mpq_numref (interval->high), mpq_denref (interval->high));
  gboolean has_whole = interval->is_unbounded || mpz_cmp (low, high) <= 0;
  mpz_clears (low, high, NULL);
  return has_whole;
}

gboolean
interval_single (const Interval *interval, int scale, Decimal *value)
{
  if (interval->is_unbounded)
    return FALSE;
  mpz_t unit, low, high;
  mpz_inits (unit, low, high, NULL);
  mpz_ui_pow_ui (unit, 10, (unsigned long) scale);
  mpz_mul (low, unit, mpq_numref (interval->low));
  mpz_cdiv_q (low, low, mpq_denref (interval->low));
  mpz_mul (high, unit, mpq_numref (interval->high));
  mpz_fdiv_q (high, high, mpq_denref (interval->high));
  gboolean is_single = mpz_cmp (low, high) == 0 && mpz_fits_slong_p (low);
  if (is_single)
    *value = (Decimal){ mpz_get_si (low), scale };
  mpz_clears (unit, low, high, NULL);
  return is_single;
}

/* Text */

typedef void (*Divide) (mpz_ptr quotient, mpz_srcptr dividend, mpz_srcptr divisor);

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

/* Puts the point into @digits, a whole number of 10^-places, and drops zeros behind it. */
static char *
place_point (const char *digits, int places)
{
  gboolean is_negative = digits[0] == '-';
  GString *text = g_string_new (digits + is_negative);
  while (text->len <= (gsize) places)
    g_string_prepend_c (text, '0');
  gsize n_whole = text->len - (gsize) places;

  while (text->len > n_whole && text->str[text->len - 1] == '0')
    g_string_truncate (text, text->len - 1);
  if (text->len > n_whole)
    g_string_insert_c (text, (gssize) n_whole, '.');
  if (is_negative)
    g_string_prepend_c (text, '-');
  return g_string_free (text, FALSE);
}

static char *
format_end (mpq_srcptr end, int places, Divide divide)
{
  mpz_t scaled;
  mpz_init (scaled);
  mpz_ui_pow_ui (scaled, 10, (unsigned long) places);
  mpz_mul (scaled, scaled, mpq_numref (end));
  divide (scaled, scaled, mpq_denref (end));

  g_autofree char *digits = g_malloc (mpz_sizeinbase (scaled, 10) + 2);
  mpz_get_str (digits, 10, scaled);
  mpz_clear (scaled);
  return place_point (digits, places);
}

char *
interval_format_low (const Interval *interval, int places)
{
  return interval->is_unbounded ? g_strdup ("") : format_end (interval->low, places, mpz_fdiv_q);
}

char *
interval_format_high (const Interval *interval, int places)
{
  return interval->is_unbounded || has_far_end (interval)
             ? g_strdup ("")
             : format_end (interval->high, places, mpz_cdiv_q);
}

char *
interval_format (const Interval *interval, int places)
{
  if (interval->is_unbounded)
    return g_strdup ("any number");
  if (mpq_equal (interval->low, interval->high))
    return format_end (interval->low, places, divide_nearest);

  g_autofree char *low = interval_format_low (interval, places);
  g_autofree char *high = interval_format_high (interval, places);
  return high[0] == '\0' ? g_strdup_printf ("%s or more", low)
                         : g_strdup_printf ("%s to %s", low, high);
}
