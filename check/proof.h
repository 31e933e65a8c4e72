/* check/proof.h - what a printed figure stands for, and findings about it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "check/interval.h"
#include "check/rule.h"
#include "check/series.h"

G_BEGIN_DECLS

/* Decimals beyond the printed ones, so that what is possible and what is printed differ in print
 * too: halves, twelfths and quotients of counts need them. */
#define PROOF_MORE_PLACES 3

/* Returns: the unit of @figure, or of its indicator if it names none itself. */
Unit proof_unit (const Check *check, const Figure *figure);

/* Returns: what @figure stands for: itself if it is a count printed whole, unless the counts beside
 * it show that they are rounded (check/grain.h), else what is rounded to it.  @figure must have a
 * value. */
Interval proof_interval (const Check *check, const Figure *figure);

/* Returns: whether @figure is a value that was read with enough confidence to be proved wrong. */
gboolean proof_can_judge (const Figure *figure);

/* A GCompareFunc of pointers to figures, by their values. */
int proof_compare_values (gconstpointer a, gconstpointer b);

/* Returns: the monthly figures of the row that @figure stands in. */
const Series *proof_series (const Check *check, const Figure *figure);

/* Adds a finding about @figure: its place, what is printed, @message. */
Finding *proof_add (Check *check, const char *rule, Severity severity, const Figure *figure,
                    const char *message);

/* Adds a contradiction: @figure is printed, @possible is all that it could have been. */
Finding *proof_contradict (Check *check, const char *rule, const Figure *figure,
                           const Interval *possible, const char *message);

/* Returns (transfer full): "5 stands for 4.5 to 5.5", the end of a message. */
char *proof_describe_rounding (Decimal value);

G_END_DECLS
