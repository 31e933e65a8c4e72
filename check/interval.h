/* check/interval.h - all the numbers that a printed figure may stand for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Exact arithmetic (check/rational.h): an interval computed here holds each value that the
 * computation can have for some choice of its parts, ends included, and nothing is lost to
 * rounding.  (A part that stands twice in a formula is chosen twice: write formulas so that each
 * stands once.)
 */
#pragma once

#include "check/rational.h"

G_BEGIN_DECLS

typedef struct
{
  Rational low, high;    /* low <= high; both ends belong to the interval */
  gboolean is_unbounded; /* it holds every number; low and high say nothing */
} Interval;

/* Each function that returns an Interval returns a new one to clear: hold it in a g_auto(). */
void interval_clear (Interval *interval);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Interval, interval_clear)

/* Return: the number itself; half a unit of its last place to either side; every number that cut
 * off after its last place gives it (to zero, the open end counted in). */
Interval interval_exact (Decimal value);
Interval interval_rounded (Decimal value);
Interval interval_cut (Decimal value);

/* Returns: every number that is nearest to @value among the multiples of @step. */
Interval interval_near (Decimal value, guint step);

Interval interval_whole (gint64 low, gint64 high); /* from one whole number to another */
Interval interval_unbounded (void);

/* Returns: from a whole number up without end, in so far as a figure can tell: the far end lies
 * where no sum or share of printed figures reaches, and is printed as none. */
Interval interval_from (gint64 low);

/* Returns: a number that no printed figure reaches: where nothing printed would do. */
Interval interval_unreachable (void);

/* Return: everything up to the high end of @interval; everything from its low end on. */
Interval interval_open_below (const Interval *interval);
Interval interval_open_above (const Interval *interval);

Interval interval_difference (const Interval *a, const Interval *b);
Interval interval_quotient (const Interval *a, const Interval *b); /* unbounded if 0 is in @b */
Interval interval_product (const Interval *a, const Interval *b);
Interval interval_scaled (const Interval *a, gint64 numerator, gint64 denominator);
Interval interval_negated (const Interval *a);

/* In place: add a number of @b; take the larger of the two numbers; hold all of @b too; hold only
 * what is in @b too, or, if there is none, be left as it is and return FALSE. */
void interval_add (Interval *a, const Interval *b);
void interval_raise (Interval *a, const Interval *b);
void interval_widen (Interval *a, const Interval *b);
gboolean interval_narrow (Interval *a, const Interval *b);

/* Returns (transfer full): a copy. */
Interval interval_copy (const Interval *interval);

/* Returns: the only number of @scale decimals within @interval, in @value; FALSE if there is none
 * or more than one. */
gboolean interval_single (const Interval *interval, int scale, Decimal *value);

/* Returns: whether a whole number is in it. */
gboolean interval_has_whole (const Interval *interval);

/* Return: whether some number is in both; whether all of @a lies below, or above, all of @b. */
gboolean interval_meets (const Interval *a, const Interval *b);
gboolean interval_is_below (const Interval *a, const Interval *b);
gboolean interval_is_above (const Interval *a, const Interval *b);

/* Return: less than, equal to or greater than 0 as the end of @a is below, equal to or above that
 * of
 * @b; neither may be unbounded. */
int interval_compare_lows (const Interval *a, const Interval *b);
int interval_compare_highs (const Interval *a, const Interval *b);

/* Returns: whether it is one number. */
gboolean interval_is_single (const Interval *interval);

/* Returns: the low end alone. */
Interval interval_low_end (const Interval *interval);

/* Return (transfer full): an end as a plain decimal of at most @places decimals, rounded outward,
 * without trailing zeros; "" if unbounded. */
char *interval_format_low (const Interval *interval, int places);
char *interval_format_high (const Interval *interval, int places);

/* Returns (transfer full): "LOW to HIGH" as above, for people; a single number is rounded to the
 * nearest. */
char *interval_format (const Interval *interval, int places);

G_END_DECLS
