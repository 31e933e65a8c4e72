/* check/sum.c - do figures that are parts of one whole make it?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shares make 100 %, parts their total, and what a definition says is a sum is that.  A part is no
 * larger than its whole.
 */
#include "check/sum.h"

#include "check/hold.h"

/* first - the others = 0, or the first and all others = 100 */
Tie *
sum_tie (const Bond *bond, const GPtrArray *figures)
{
  Tie *tie = tie_new (TIE_SUM);
  for (guint i = 0; i < bond->n_terms; i++)
    {
      const BondTerm *term = bond_term (bond, i);
      gboolean is_of = term->role == ROLE_OF;
      tie_add (tie, figures->pdata[i], is_of ? KNOT_RESULT : KNOT_PART, is_of ? 1 : -term->sign);
    }
  if (bond_term (bond, 0)->role != ROLE_OF)
    {
      g_auto (Interval) hundred = interval_whole (100, 100);
      tie_set_rest (tie, &hundred);
    }
  return tie;
}

/* part - whole + what else is in it = 0 */
static Tie *
tie_of_part (const Bond *bond, const GPtrArray *figures)
{
  Tie *tie = sum_tie (bond, figures);
  g_auto (Interval) others = interval_from (0);
  tie_set_rest (tie, &others);
  return tie;
}

static Interval
sum_of (const Check *check, const Bond *bond, const GPtrArray *figures)
{
  Interval sum = interval_whole (0, 0);
  for (guint i = 0; i < bond->n_terms; i++)
    {
      if (bond_term (bond, i)->role == ROLE_OF)
        continue;
      g_auto (Interval) value = proof_interval (check, figures->pdata[i]);
      g_auto (Interval) term
          = bond_term (bond, i)->sign < 0 ? interval_negated (&value) : interval_copy (&value);
      interval_add (&sum, &term);
    }
  return sum;
}

static int
places_of (const GPtrArray *figures)
{
  return ((const Figure *) figures->pdata[0])->value.scale + 1;
}

static char *
describe_shares (const Check *check, const Bond *bond, const GPtrArray *figures,
                 const Interval *possible)
{
  (void) possible;
  g_auto (Interval) sum = sum_of (check, bond, figures);
  g_autofree char *labels = bond_describe_labels (check, bond, figures, ROLE_NUMERATOR);
  g_autofree char *values = bond_describe_values (bond, figures, ROLE_NUMERATOR);
  g_autofree char *range = interval_format (&sum, places_of (figures));
  g_autofree char *period = period_format (line_slot_of (check, figures->pdata[0]).period);
  return g_strdup_printf ("%s should be 100 %% in %s, but %s = %s, as each is rounded", labels,
                          period, values, range);
}

static char *
describe_sum (const Check *check, const Bond *bond, const GPtrArray *figures,
              const Interval *possible)
{
  g_autofree char *labels = bond_describe_labels (check, bond, figures, ROLE_NUMERATOR);
  g_autofree char *values = bond_describe_values (bond, figures, ROLE_NUMERATOR);
  g_autofree char *range = interval_format (possible, places_of (figures));
  return g_strdup_printf ("%s = %s = %s", labels, values, range);
}

static char *
describe_part (const Check *check, const Bond *bond, const GPtrArray *figures,
               const Interval *possible)
{
  (void) possible;
  g_autofree char *label = bond_describe_labels (check, bond, figures, ROLE_NUMERATOR);
  g_autofree char *value = bond_describe_values (bond, figures, ROLE_NUMERATOR);
  return g_strdup_printf ("it is part of %s, which is %s", label, value);
}

void
check_shares (Check *check)
{
  static const Holding shares = { "shares", RELATION_SHARES, sum_tie, describe_shares, NULL };
  static const Holding parts = { "shares", RELATION_PARTS, sum_tie, describe_sum, "total" };
  hold (check, &shares);
  hold (check, &parts);
}

void
check_complement (Check *check)
{
  static const Holding holding
      = { "complement", RELATION_COMPLEMENT, sum_tie, describe_shares, NULL };
  hold (check, &holding);
}

void
check_sum (Check *check)
{
  static const Holding holding = { "sum", RELATION_SUM, sum_tie, describe_sum, "sum" };
  hold (check, &holding);
}

void
check_part (Check *check)
{
  static const Holding holding = { "part", RELATION_PART, tie_of_part, describe_part, "part" };
  hold (check, &holding);
}
