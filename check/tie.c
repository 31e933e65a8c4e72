/* check/tie.c - a relation between printed figures, and what it leaves for each of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each formula is solved for the figure that is asked for, with every other figure standing once,
 * so that the ends are exact.
 */
#include "check/tie.h"

/* A quotient has so many, and most ties are quotients. */
#define USUAL_KNOTS 3

#define NEAR_COUNT 3
#define NEAR_SHARE 20

Tie *
tie_new (TieKind kind)
{
  Tie *tie = g_new0 (Tie, 1);
  tie->kind = kind;
  tie->scale = 1;
  tie->knots = g_new (Knot, USUAL_KNOTS);
  tie->rest = interval_whole (0, 0);
  tie->finding = -1;
  return tie;
}

void
tie_free (Tie *tie)
{
  if (tie == NULL)
    return;
  g_free (tie->knots);
  interval_clear (&tie->rest);
  g_free (tie);
}

void
tie_add (Tie *tie, const Figure *figure, KnotRole role, int factor)
{
  if (tie->n_knots >= USUAL_KNOTS)
    tie->knots = g_renew (Knot, tie->knots, tie->n_knots + 1);
  tie->knots[tie->n_knots++] = (Knot){ figure, role, factor };
}

void
tie_set_rest (Tie *tie, const Interval *rest)
{
  interval_clear (&tie->rest);
  tie->rest = interval_copy (rest);
  tie->has_rest = TRUE;
}

const Knot *
tie_knot (const Tie *tie, guint index)
{
  return &tie->knots[index];
}

guint
tie_find (const Tie *tie, const Figure *figure)
{
  guint index = 0;
  while (tie_knot (tie, index)->figure != figure)
    index++;
  return index;
}

Interval
tie_interval (const Check *check, const Figure *figure)
{
  gboolean is_rounded = figure->measure == MEASURE_MEAN_12M
                        || figure->measure == MEASURE_CHANGE_PREV
                        || figure->measure == MEASURE_CHANGE_YEAR;
  return is_rounded ? interval_rounded (figure->value) : proof_interval (check, figure);
}

/* @factor times @interval, with either sign. */
static Interval
multiple (const Interval *interval, int factor)
{
  if (factor == 1)
    return interval_copy (interval);
  if (factor == -1)
    return interval_negated (interval);
  g_auto (Interval) scaled = interval_scaled (interval, ABS (factor), 1);
  return factor < 0 ? interval_negated (&scaled) : interval_copy (&scaled);
}

/* The sum of what stands in @role, without knot @but. */
static Interval
sum_of (const Check *check, const Tie *tie, KnotRole role, guint but)
{
  Interval sum = interval_whole (0, 0);
  for (guint i = 0; i < tie->n_knots; i++)
    {
      const Knot *knot = tie_knot (tie, i);
      if (i == but || (tie->kind != TIE_SUM && knot->role != role))
        continue;
      g_auto (Interval) value = tie_interval (check, knot->figure);
      g_auto (Interval) term = multiple (&value, knot->factor);
      interval_add (&sum, &term);
    }
  return sum;
}

#define ALL G_MAXUINT

/* factor * x = -(the others + rest) */
static Interval
solve_sum (const Check *check, const Tie *tie, guint index)
{
  g_auto (Interval) others = sum_of (check, tie, KNOT_PART, index);
  interval_add (&others, &tie->rest);
  int factor = tie_knot (tie, index)->factor;
  g_auto (Interval) share = interval_scaled (&others, 1, ABS (factor));
  return factor > 0 ? interval_negated (&share) : interval_copy (&share);
}

/* (result + offset) / scale */
static Interval
ratio_of_result (const Check *check, const Tie *tie)
{
  g_auto (Interval) result = sum_of (check, tie, KNOT_RESULT, ALL);
  g_auto (Interval) offset = interval_whole (tie->offset, tie->offset);
  interval_add (&result, &offset);
  return interval_scaled (&result, 1, tie->scale);
}

/* The part or the divisor of which the others leave @total: what is over, by its factor. */
static Interval
part_of_total (const Check *check, const Tie *tie, guint index, const Interval *total)
{
  const Knot *knot = tie_knot (tie, index);
  g_auto (Interval) others = sum_of (check, tie, knot->role, index);
  g_auto (Interval) over = interval_difference (total, &others);
  return knot->factor > 0 ? interval_copy (&over) : interval_negated (&over);
}

static Interval
solve_quotient (const Check *check, const Tie *tie, guint index)
{
  g_auto (Interval) parts = sum_of (check, tie, KNOT_PART, ALL);
  g_auto (Interval) divisors
      = tie->has_rest ? interval_copy (&tie->rest) : sum_of (check, tie, KNOT_DIVISOR, ALL);
  g_auto (Interval) ratio = ratio_of_result (check, tie);

  switch (tie_knot (tie, index)->role)
    {
    case KNOT_PART:
      {
        g_auto (Interval) total = interval_product (&ratio, &divisors);
        return part_of_total (check, tie, index, &total);
      }
    case KNOT_DIVISOR:
      {
        g_auto (Interval) total = interval_quotient (&parts, &ratio);
        return part_of_total (check, tie, index, &total);
      }
    case KNOT_RESULT:
    default:
      {
        g_auto (Interval) quotient = interval_quotient (&parts, &divisors);
        g_auto (Interval) scaled = interval_scaled (&quotient, tie->scale, 1);
        g_auto (Interval) offset = interval_whole (tie->offset, tie->offset);
        return interval_difference (&scaled, &offset);
      }
    }
}

typedef void (*Gather) (Interval *all, const Interval *one);

/* The parts but @but taken together; unbounded if there are none. */
static Interval
gather_parts (const Check *check, const Tie *tie, guint but, Gather gather)
{
  gboolean is_first = !tie->has_rest;
  Interval all = tie->has_rest ? interval_copy (&tie->rest) : interval_unbounded ();
  for (guint i = 0; i < tie->n_knots; i++)
    {
      if (i == but || tie_knot (tie, i)->role != KNOT_PART)
        continue;
      g_auto (Interval) part = tie_interval (check, tie_knot (tie, i)->figure);
      if (is_first)
        {
          interval_clear (&all);
          all = interval_copy (&part);
        }
      else
        gather (&all, &part);
      is_first = FALSE;
    }
  return all;
}

/* A part that is not alone in reaching the result may be anything up to that; one that is, is the
 * result; where another exceeds that, nothing helps. */
static Interval
solve_largest (const Check *check, const Tie *tie, guint index)
{
  g_auto (Interval) others = gather_parts (check, tie, index, interval_raise);
  if (tie_knot (tie, index)->role == KNOT_RESULT)
    return interval_copy (&others);

  g_auto (Interval) result = sum_of (check, tie, KNOT_RESULT, ALL);
  if (interval_is_above (&others, &result))
    return interval_unreachable ();
  gboolean is_alone = others.is_unbounded || !interval_meets (&others, &result);
  return is_alone ? interval_copy (&result) : interval_open_below (&result);
}

/* A part of a span that reaches the result without it may be anything; else it has to reach it. */
static Interval
solve_between (const Check *check, const Tie *tie, guint index)
{
  g_auto (Interval) others = gather_parts (check, tie, index, interval_widen);
  if (tie_knot (tie, index)->role == KNOT_RESULT)
    return interval_copy (&others);

  g_auto (Interval) result = sum_of (check, tie, KNOT_RESULT, ALL);
  if (others.is_unbounded || interval_meets (&others, &result))
    return interval_unbounded ();
  return interval_is_below (&others, &result) ? interval_open_above (&result)
                                              : interval_open_below (&result);
}

Interval
tie_possible (const Check *check, const Tie *tie, guint index)
{
  if (tie_knot (tie, index)->role == KNOT_ASIDE)
    return interval_unbounded ();
  switch (tie->kind)
    {
    case TIE_QUOTIENT:
      return solve_quotient (check, tie, index);
    case TIE_LARGEST:
      return solve_largest (check, tie, index);
    case TIE_BETWEEN:
      return solve_between (check, tie, index);
    case TIE_SUM:
    default:
      return solve_sum (check, tie, index);
    }
}

Verdict
tie_judge (const Check *check, const Tie *tie)
{
  g_auto (Interval) possible = tie_possible (check, tie, 0);
  if (possible.is_unbounded)
    return VERDICT_SILENT;
  g_auto (Interval) printed = tie_interval (check, tie_knot (tie, 0)->figure);
  return interval_meets (&printed, &possible) ? VERDICT_FITS : VERDICT_OFF;
}

gboolean
tie_is_near (const Check *check, const Tie *tie)
{
  for (guint i = 0; i < tie->n_knots; i++)
    {
      const Knot *knot = tie_knot (tie, i);
      if (knot->role == KNOT_RESULT)
        continue;
      g_auto (Interval) possible = tie_possible (check, tie, i);
      g_auto (Interval) printed = interval_exact (knot->figure->value);
      g_auto (Interval) tenth = interval_scaled (&printed, 1, NEAR_SHARE);
      g_auto (Interval) slack = interval_whole (-NEAR_COUNT, NEAR_COUNT);
      g_auto (Interval) less = interval_negated (&tenth);
      interval_widen (&slack, &tenth);
      interval_widen (&slack, &less);
      interval_add (&slack, &printed);
      if (interval_meets (&slack, &possible))
        return TRUE;
    }
  return FALSE;
}

void
tie_keep (Check *check, Tie *tie)
{
  ties_take (check->ties, tie);
}

Tie *
tie_break (Check *check, Tie *tie)
{
  tie->is_broken = TRUE;
  tie->finding = (int) check->report->findings->len - 1;
  return ties_take (check->ties, tie);
}

/* Rows of ties: what their knots are lies where they do. */

Roll *
ties_new (const Report *report)
{
  return roll_new (report->shelf, sizeof (Tie));
}

void
ties_free (Roll *ties)
{
  for (guint i = 0; i < ties->len; i++)
    interval_clear (&ties_at (ties, i)->rest);
  roll_free (ties);
}

Tie *
ties_take (Roll *ties, Tie *tie)
{
  Tie *taken = roll_add (ties);
  *taken = *tie;
  taken->knots = shelf_add (ties->shelf, tie->knots, tie->n_knots * sizeof *tie->knots);
  g_free (tie->knots);
  g_free (tie);
  return taken;
}

Tie *
ties_at (Roll *ties, guint i)
{
  Tie *tie = roll_at (ties, i);
  shelf_look_at (ties->shelf, tie->knots);
  return tie;
}
