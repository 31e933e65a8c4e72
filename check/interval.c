/* check/interval.c - all the numbers that a printed figure may stand for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "check/interval.h"

#define FAR_END G_GINT64_CONSTANT (1000000000000000000) /* the largest mantissa of a Decimal */
#define FAR_SHARE 1000 /* an average over so many months still shows that it has no end */

void
interval_clear (Interval *interval)
{
  rational_clear (&interval->low);
  rational_clear (&interval->high);
}

/* Life */

/* From @below parts of a unit of the last place under @value to @above parts over it. */
static Interval
interval_spread (Decimal value, int below, int above, int divisor)
{
  return (Interval){ rational_near (value, -below, divisor), rational_near (value, above, divisor),
                     FALSE };
}

Interval
interval_exact (Decimal value)
{
  return interval_spread (value, 0, 0, 1);
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
interval_near (Decimal value, guint step)
{
  g_auto (Interval) span = interval_whole (-(gint64) step, (gint64) step);
  g_auto (Interval) exact = interval_exact (value);
  Interval near = interval_scaled (&span, 1, 2);
  interval_add (&near, &exact);
  return near;
}

Interval
interval_whole (gint64 low, gint64 high)
{
  g_assert (low <= high);
  return (Interval){ rational_whole (low), rational_whole (high), FALSE };
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
  return (Interval){ rational_whole (-FAR_END), rational_copy (&interval->high),
                     interval->is_unbounded };
}

Interval
interval_open_above (const Interval *interval)
{
  return (Interval){ rational_copy (&interval->low), rational_whole (FAR_END),
                     interval->is_unbounded };
}

static gboolean
has_far_end (const Interval *interval)
{
  Rational far = rational_whole (FAR_END / FAR_SHARE);
  return rational_compare (&interval->high, &far) >= 0;
}

Interval
interval_unbounded (void)
{
  return (Interval){ rational_whole (0), rational_whole (0), TRUE };
}

/* Arithmetic */

void
interval_add (Interval *a, const Interval *b)
{
  a->is_unbounded |= b->is_unbounded;
  rational_take (&a->low, rational_sum (&a->low, &b->low));
  rational_take (&a->high, rational_sum (&a->high, &b->high));
}

static void
set_larger (Rational *a, const Rational *b)
{
  if (rational_compare (b, a) > 0)
    rational_take (a, rational_copy (b));
}

static void
set_smaller (Rational *a, const Rational *b)
{
  if (rational_compare (b, a) < 0)
    rational_take (a, rational_copy (b));
}

void
interval_raise (Interval *a, const Interval *b)
{
  a->is_unbounded |= b->is_unbounded;
  set_larger (&a->low, &b->low);
  set_larger (&a->high, &b->high);
}

void
interval_widen (Interval *a, const Interval *b)
{
  a->is_unbounded |= b->is_unbounded;
  set_smaller (&a->low, &b->low);
  set_larger (&a->high, &b->high);
}

gboolean
interval_narrow (Interval *a, const Interval *b)
{
  if (b->is_unbounded || !interval_meets (a, b))
    return b->is_unbounded;
  if (a->is_unbounded)
    {
      interval_clear (a);
      *a = interval_copy (b);
    }
  set_larger (&a->low, &b->low);
  set_smaller (&a->high, &b->high);
  return TRUE;
}

Interval
interval_copy (const Interval *interval)
{
  return (Interval){ rational_copy (&interval->low), rational_copy (&interval->high),
                     interval->is_unbounded };
}

Interval
interval_negated (const Interval *a)
{
  return (Interval){ rational_negated (&a->high), rational_negated (&a->low), a->is_unbounded };
}

Interval
interval_difference (const Interval *a, const Interval *b)
{
  Interval difference = interval_negated (b);
  interval_add (&difference, a);
  return difference;
}

/* @b lies above 0: the least quotient is that of the low end of @a, by what makes it least. */
static Interval
quotient_by_positive (const Interval *a, const Interval *b)
{
  gboolean is_low_below = rational_sign (&a->low) < 0, is_high_below = rational_sign (&a->high) < 0;
  return (Interval){ rational_quotient (&a->low, is_low_below ? &b->low : &b->high),
                     rational_quotient (&a->high, is_high_below ? &b->high : &b->low), FALSE };
}

Interval
interval_quotient (const Interval *a, const Interval *b)
{
  if (a->is_unbounded || b->is_unbounded || rational_sign (&b->low) * rational_sign (&b->high) <= 0)
    return interval_unbounded ();
  if (rational_sign (&b->low) > 0)
    return quotient_by_positive (a, b);
  g_auto (Interval) above = interval_negated (b);
  g_auto (Interval) opposite = quotient_by_positive (a, &above);
  return interval_negated (&opposite);
}

/* From the least to the greatest of what the ends of @a and @b give. */
Interval
interval_product (const Interval *a, const Interval *b)
{
  if (a->is_unbounded || b->is_unbounded)
    return interval_unbounded ();
  const Rational *firsts[] = { &a->low, &a->high, &a->high };
  const Rational *seconds[] = { &b->high, &b->low, &b->high };
  Rational corner = rational_product (&a->low, &b->low);
  Interval product = { rational_copy (&corner), rational_copy (&corner), FALSE };
  for (gsize i = 0; i < G_N_ELEMENTS (firsts); i++)
    {
      rational_take (&corner, rational_product (firsts[i], seconds[i]));
      set_smaller (&product.low, &corner);
      set_larger (&product.high, &corner);
    }
  rational_clear (&corner);
  return product;
}

Interval
interval_scaled (const Interval *a, gint64 numerator, gint64 denominator)
{
  g_assert (numerator >= 0 && denominator > 0);
  Rational factor = { numerator, denominator, NULL };
  return (Interval){ rational_product (&a->low, &factor), rational_product (&a->high, &factor),
                     a->is_unbounded && numerator > 0 };
}

/* Questions */

gboolean
interval_is_below (const Interval *a, const Interval *b)
{
  return !a->is_unbounded && !b->is_unbounded && rational_compare (&a->high, &b->low) < 0;
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
  return rational_compare (&a->low, &b->low);
}

int
interval_compare_highs (const Interval *a, const Interval *b)
{
  return rational_compare (&a->high, &b->high);
}

gboolean
interval_is_single (const Interval *interval)
{
  return !interval->is_unbounded && rational_compare (&interval->low, &interval->high) == 0;
}

Interval
interval_low_end (const Interval *interval)
{
  return (Interval){ rational_copy (&interval->low), rational_copy (&interval->low),
                     interval->is_unbounded };
}

gboolean
interval_has_whole (const Interval *interval)
{
  Rational low = rational_rounded (&interval->low, 0, ROUND_UP);
  Rational high = rational_rounded (&interval->high, 0, ROUND_DOWN);
  gboolean has_whole = interval->is_unbounded || rational_compare (&low, &high) <= 0;
  rational_clear (&low);
  rational_clear (&high);
  return has_whole;
}

gboolean
interval_single (const Interval *interval, int scale, Decimal *value)
{
  if (interval->is_unbounded)
    return FALSE;
  Rational low = rational_rounded (&interval->low, scale, ROUND_UP);
  Rational high = rational_rounded (&interval->high, scale, ROUND_DOWN);
  gboolean is_single = low.big == NULL && rational_compare (&low, &high) == 0;
  if (is_single)
    *value = (Decimal){ low.numerator, scale };
  rational_clear (&low);
  rational_clear (&high);
  return is_single;
}

/* Text */

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
format_end (const Rational *end, int places, Rounding rounding)
{
  Rational rounded = rational_rounded (end, places, rounding);
  g_autofree char *digits = rational_digits (&rounded);
  rational_clear (&rounded);
  return place_point (digits, places);
}

char *
interval_format_low (const Interval *interval, int places)
{
  return interval->is_unbounded ? g_strdup ("") : format_end (&interval->low, places, ROUND_DOWN);
}

char *
interval_format_high (const Interval *interval, int places)
{
  return interval->is_unbounded || has_far_end (interval)
             ? g_strdup ("")
             : format_end (&interval->high, places, ROUND_UP);
}

char *
interval_format (const Interval *interval, int places)
{
  if (interval->is_unbounded)
    return g_strdup ("any number");
  if (interval_is_single (interval))
    return format_end (&interval->low, places, ROUND_NEAREST);

  g_autofree char *low = interval_format_low (interval, places);
  g_autofree char *high = interval_format_high (interval, places);
  return high[0] == '\0' ? g_strdup_printf ("%s or more", low)
                         : g_strdup_printf ("%s to %s", low, high);
}
