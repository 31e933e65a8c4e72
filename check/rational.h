/* check/rational.h - an exact number: a quotient of two whole ones.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Figures of reports are small, and so are nearly all numbers computed from them: those stand in
 * two machine words, and each operation on them is checked.  One whose result does not fit is done
 * by GMP, exactly as well.  The only file but its .c that knows GMP.
 */
#pragma once

#include <gmp.h>

#include "model/decimal.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 numerator, denominator; /* the latter is above 0; not in lowest terms */
  mpq_ptr big;                   /* owned (nullable): the number, if it does not fit in the two */
} Rational;

typedef enum
{
  ROUND_DOWN, /* towards less */
  ROUND_UP,
  ROUND_NEAREST, /* halves up */
} Rounding;

/* Each function that returns a Rational returns a new one to clear. */
Rational rational_whole (gint64 value);
Rational rational_copy (const Rational *a);
void rational_clear (Rational *a);

/* Returns: @value and @n of the @divisor parts of a unit of its last place. */
Rational rational_near (Decimal value, int n, int divisor);

/* Sets @a, which is cleared first, to @b, which @a owns from then on. */
void rational_take (Rational *a, Rational b);

Rational rational_sum (const Rational *a, const Rational *b);
Rational rational_product (const Rational *a, const Rational *b);
Rational rational_quotient (const Rational *a, const Rational *b); /* @b must not be 0 */
Rational rational_negated (const Rational *a);

/* Returns: less than, equal to or greater than 0 as @a is below, equal to or above @b; or 0. */
int rational_compare (const Rational *a, const Rational *b);
int rational_sign (const Rational *a);

/* Returns: how many 10^-places are next to @a: a whole number. */
Rational rational_rounded (const Rational *a, int places, Rounding rounding);

/* Returns (transfer full): the whole number @a in digits, with '-' if it is below 0. */
char *rational_digits (const Rational *a);

G_END_DECLS
