/* check/whole.c - can a percentage be a whole number of what it is a share of?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where only the denominator of a share is printed, the numerator is still a whole number: of 7
 * there are 42.9 % and 57.1 %, but never 50 %.  Where it is printed too, check/ratio.c tells more.
 */
#include "check/hold.h"
#include "check/ratio.h"

/* A share whose denominator alone is known. */
typedef struct
{
  const Figure *share, *denominator;
} Half;

/* The numerators that give @half's share, if they need not be whole. */
static Interval
numerators_of (const Check *check, const Half *half)
{
  g_auto (Interval) share = proof_interval (check, half->share);
  g_auto (Interval) denominator = proof_interval (check, half->denominator);
  g_auto (Interval) product = interval_product (&share, &denominator);
  return interval_scaled (&product, 1, 100);
}

static gboolean
is_exact_count (const Check *check, const Figure *figure)
{
  return proof_unit (check, figure) == UNIT_COUNT && figure->value.scale == 0
         && figure->value.mantissa > 0;
}

static Verdict
judge (const Check *check, const Half *half)
{
  if (!is_exact_count (check, half->denominator) || proof_unit (check, half->share) != UNIT_PERCENT)
    return VERDICT_SILENT;
  g_auto (Interval) numerators = numerators_of (check, half);
  return interval_has_whole (&numerators) ? VERDICT_FITS : VERDICT_OFF;
}

/* Finds a share that has a denominator and no numerator, beside it or by a bond. */
static gboolean
find_beside (const Check *check, const Figure *share, Half *half)
{
  if (share->component != COMPONENT_VALUE || !proof_can_judge (share)
      || proof_unit (check, share) != UNIT_PERCENT
      || ratio_find_part (check, share, COMPONENT_NUMERATOR) != NULL)
    return FALSE;
  *half = (Half){ share, ratio_find_part (check, share, COMPONENT_DENOMINATOR) };
  return half->denominator != NULL;
}

static gboolean
find_by_bond (const Check *check, const Bond *bond, Slot slot, Half *half)
{
  gboolean has_all = TRUE;
  *half = (Half){ line_find (check, bond_line (bond, 0), slot), NULL };
  for (guint i = 1; i < bond->n_terms; i++)
    {
      const BondTerm *term = bond_term (bond, i);
      const Figure *figure
          = term->n_lines == 1 ? line_find (check, bond_line (bond, i), slot) : NULL;
      has_all &= figure != NULL;
      if (term->role == ROLE_DENOMINATOR)
        half->denominator = half->denominator == NULL ? figure : NULL;
    }
  return half->share != NULL && half->denominator != NULL && !has_all;
}

static void
contradict (Check *check, const Half *half)
{
  g_auto (Interval) numerators = numerators_of (check, half);
  g_autofree char *printed = decimal_format (half->share->value);
  g_autofree char *denominator = decimal_format (half->denominator->value);
  g_autofree char *range = interval_format (&numerators, PROOF_MORE_PLACES);
  g_autofree char *rounding = proof_describe_rounding (half->share->value);
  g_autofree char *message = g_strdup_printf (
      "percentage printed %s, but of %s (%s) that would be %s, and no whole number; %s", printed,
      denominator, line_label (check, line_of (half->denominator)), range, rounding);
  Finding *finding
      = proof_add (check, "whole-number", SEVERITY_CONTRADICTION, half->share, message);
  report_set_text (&finding->expected_low, "");
}

/* The halves of one row are proved wrong only where most are whole, and what has both parts fits.
 */
static void
tell (Check *check, const GArray *halves)
{
  Tally tally = { 0 };
  for (guint i = 0; i < halves->len; i++)
    tally_add (&tally, judge (check, &g_array_index (halves, Half, i)));
  if (!tally_is_shown (&tally))
    return;
  check_held (check, tally.n_fits + tally.n_off);
  for (guint i = 0; i < halves->len; i++)
    if (judge (check, &g_array_index (halves, Half, i)) == VERDICT_OFF)
      contradict (check, &g_array_index (halves, Half, i));
}

static void
check_beside (Check *check, const Series *series)
{
  g_autoptr (GArray) halves = g_array_new (FALSE, FALSE, sizeof (Half));
  for (guint i = 0; i < series->n_figures; i++)
    {
      Half half;
      if (find_beside (check, series_figure (series, i), &half))
        g_array_append_val (halves, half);
    }
  tell (check, halves);
}

static void
check_bond (Check *check, const Bond *bond)
{
  g_autoptr (GArray) halves = g_array_new (FALSE, FALSE, sizeof (Half));
  g_autoptr (GArray) slots = line_slots (check, bond_line (bond, 0));
  for (guint i = 0; i < slots->len; i++)
    {
      Half half;
      if (find_by_bond (check, bond, g_array_index (slots, Slot, i), &half))
        g_array_append_val (halves, half);
    }
  tell (check, halves);
}

void
check_whole_number (Check *check)
{
  check_held (check, 0);
  for (guint i = 0; i < check->series->len; i++)
    check_beside (check, check->series->pdata[i]);
  for (guint i = 0; i < check->bonds->len; i++)
    if (((const Bond *) check->bonds->pdata[i])->kind == RELATION_RATIO)
      check_bond (check, check->bonds->pdata[i]);
}
