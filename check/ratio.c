/* check/ratio.c - is a percentage the quotient of the two figures that it is said to be of?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The two are printed beside it ("206 of 492"), or are two other lines that a relation names
 * (check/bond.h).
 */
#include "check/ratio.h"

#include "check/hold.h"

static Tie *
tie_of_parts (const Figure *share, const RatioParts *parts)
{
  Tie *tie = tie_new (TIE_QUOTIENT);
  tie->scale = 100;
  tie_add (tie, share, KNOT_RESULT, 1);
  tie_add (tie, parts->numerator, KNOT_PART, 1);
  tie_add (tie, parts->denominator, KNOT_DIVISOR, 1);
  return tie;
}

static gboolean
is_share (const Check *check, const Figure *figure)
{
  return figure->component == COMPONENT_VALUE && proof_unit (check, figure) == UNIT_PERCENT
         && proof_can_judge (figure);
}

/* Parts beside a percentage */

static gboolean
is_same_row (const Figure *a, const Figure *b)
{
  return a->table == b->table && a->row == b->row;
}

/* Where the number and the percentage have headings of their own, they are two indicators of one
 * reference or one entry of the catalogue. */
static gboolean
is_same_indicator (const Check *check, const Figure *a, const Figure *b)
{
  if (a->indicator == b->indicator)
    return TRUE;
  const Indicator *first = report_indicator (check->report, (guint) a->indicator);
  const Indicator *second = report_indicator (check->report, (guint) b->indicator);
  return (first->ref[0] != '\0' && g_str_equal (first->ref, second->ref))
         || (first->canonical_id[0] != '\0'
             && g_str_equal (first->canonical_id, second->canonical_id));
}

static gboolean
is_part (const Check *check, const Figure *part, const Figure *share, Component component)
{
  return part->component == component && part->measure == share->measure
         && period_equal (part->period, share->period) && is_same_indicator (check, part, share);
}

const Figure *
ratio_find_part (const Check *check, const Figure *share, Component component)
{
  const Report *report = check->report;
  guint first = report_figure_index (report, share);
  if (first == ROLL_NONE)
    return NULL;
  while (first > 0 && is_same_row (report_figure (report, first - 1), share))
    first--;

  const Figure *found = NULL;
  for (guint i = first; i < report->figures->len; i++)
    {
      const Figure *part = report_figure (report, i);
      if (!is_same_row (part, share))
        break;
      if (!is_part (check, part, share, component))
        continue;
      if (found != NULL)
        return NULL;
      found = part;
    }
  return found != NULL && proof_can_judge (found) ? found : NULL;
}

gboolean
ratio_find_beside (const Check *check, const Figure *share, RatioParts *parts)
{
  parts->numerator = ratio_find_part (check, share, COMPONENT_NUMERATOR);
  parts->denominator
      = parts->numerator == NULL ? NULL : ratio_find_part (check, share, COMPONENT_DENOMINATOR);
  return parts->denominator != NULL;
}

gboolean
ratio_find_parts (const Check *check, const Figure *share, RatioParts *parts)
{
  if (ratio_find_beside (check, share, parts))
    return TRUE;
  for (guint i = 0; i < check->bonds->len; i++)
    {
      const Bond *bond = check->bonds->pdata[i];
      if (bond->kind != RELATION_RATIO || bond->n_terms != 3
          || !line_equal (bond_line (bond, 0), line_of (share)))
        continue;
      g_autoptr (GPtrArray) choices = bond_choices (check, bond, line_slot_of (check, share));
      if (choices->len == 0)
        continue;
      const GPtrArray *first = choices->pdata[0];
      *parts = (RatioParts){ first->pdata[1], first->pdata[2] };
      return TRUE;
    }
  return FALSE;
}

static void
contradict_beside (Check *check, Tie *tie)
{
  const Figure *share = tie_knot (tie, 0)->figure;
  g_auto (Interval) quotient = tie_possible (check, tie, 0);
  g_auto (Interval) cut = interval_cut (share->value);
  g_autofree char *claimed = decimal_format (share->value);
  g_autofree char *numerator = decimal_format (tie_knot (tie, 1)->figure->value);
  g_autofree char *denominator = decimal_format (tie_knot (tie, 2)->figure->value);
  g_autofree char *percent = interval_format (&quotient, share->value.scale + PROOF_MORE_PLACES);
  g_autofree char *rounding = proof_describe_rounding (share->value);
  g_autofree char *message = g_strdup_printf (
      "percentage printed %s, but %s / %s beside it = %s %%; %s%s", claimed, numerator, denominator,
      percent, rounding, interval_meets (&cut, &quotient) ? " (cut, not rounded)" : "");
  proof_contradict (check, "ratio", share, &quotient, message);
  tie_break (check, tie);
}

/* Contradicts the percentages of @series that are not what is printed beside them, unless most are
 * not: then that is something else. */
static void
hold_to_beside (Check *check, const Series *series)
{
  g_autoptr (GPtrArray) ties = g_ptr_array_new ();
  g_autoptr (GArray) verdicts = g_array_new (FALSE, FALSE, sizeof (Verdict));
  Tally tally = { 0 };
  for (guint i = 0; i < series->n_figures; i++)
    {
      const Figure *share = series_figure (series, i);
      RatioParts parts;
      if (!is_share (check, share) || !ratio_find_beside (check, share, &parts))
        continue;
      Tie *tie = tie_of_parts (share, &parts);
      Verdict verdict = tie_judge (check, tie);
      tally_add (&tally, verdict);
      g_ptr_array_add (ties, tie);
      g_array_append_val (verdicts, verdict);
    }

  gboolean is_another = tally_is_another_reading (&tally);
  check_held (check, is_another ? 0 : tally.n_fits + tally.n_off);
  for (guint i = 0; i < ties->len; i++)
    {
      Verdict verdict = is_another ? VERDICT_SILENT : g_array_index (verdicts, Verdict, i);
      if (verdict == VERDICT_SILENT)
        tie_free (ties->pdata[i]);
      else if (verdict == VERDICT_FITS)
        tie_keep (check, ties->pdata[i]);
      else
        contradict_beside (check, ties->pdata[i]);
    }
}

/* Parts that are other lines */

static Tie *
tie_of_figures (const Bond *bond, const GPtrArray *figures)
{
  Tie *tie = tie_new (TIE_QUOTIENT);
  tie->scale = 100;
  for (guint i = 0; i < bond->n_terms; i++)
    {
      const BondTerm *term = bond_term (bond, i);
      KnotRole role = term->role == ROLE_OF          ? KNOT_RESULT
                      : term->role == ROLE_NUMERATOR ? KNOT_PART
                                                     : KNOT_DIVISOR;
      tie_add (tie, figures->pdata[i], role, term->sign);
    }
  return tie;
}

static char *
describe (const Check *check, const Bond *bond, const GPtrArray *figures, const Interval *possible)
{
  const Figure *share = figures->pdata[0];
  g_autofree char *above = bond_describe_labels (check, bond, figures, ROLE_NUMERATOR);
  g_autofree char *below = bond_describe_labels (check, bond, figures, ROLE_DENOMINATOR);
  g_autofree char *numerator = bond_describe_values (bond, figures, ROLE_NUMERATOR);
  g_autofree char *denominator = bond_describe_values (bond, figures, ROLE_DENOMINATOR);
  g_autofree char *percent = interval_format (possible, share->value.scale + PROOF_MORE_PLACES);
  return g_strdup_printf ("%s / %s = %s / %s = %s %%", above, below, numerator, denominator,
                          percent);
}

void
check_ratio (Check *check)
{
  static const Holding holding
      = { "ratio", RELATION_RATIO, tie_of_figures, describe, "percentage" };
  for (guint i = 0; i < check->series->len; i++)
    hold_to_beside (check, check->series->pdata[i]);
  hold (check, &holding);
}
