/* check/ratio.c - is a percentage the quotient of the two figures that it is said to be of?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The two are printed beside it ("206 of 492"), or are two other indicators that a relation of the
 * catalogue names.  What the catalogue says is a report's own definition only where most of the
 * months keep it.
 */
#include "check/ratio.h"

#include "check/proof.h"
#include "check/verdict.h"

/* A percentage that is not the quotient of its parts. */
typedef struct
{
  const Figure *share;
  RatioParts parts;
} Misfit;

static Interval
quotient_of (const Check *check, const RatioParts *parts)
{
  g_auto (Interval) numerator = proof_interval (check, parts->numerator);
  g_auto (Interval) denominator = proof_interval (check, parts->denominator);
  g_auto (Interval) quotient = interval_quotient (&numerator, &denominator);
  return interval_scaled (&quotient, 100, 1);
}

static Verdict
judge (const Check *check, const Figure *share, const RatioParts *parts)
{
  g_auto (Interval) claimed = interval_rounded (share->value);
  g_auto (Interval) quotient = quotient_of (check, parts);
  if (quotient.is_unbounded)
    return VERDICT_SILENT;
  return interval_meets (&claimed, &quotient) ? VERDICT_FITS : VERDICT_OFF;
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

static gboolean
is_part (const Figure *part, const Figure *share, Component component)
{
  return part->component == component && part->indicator == share->indicator
         && part->measure == share->measure && period_equal (part->period, share->period);
}

/* The one part of that kind in @share's row, which stands together in the report; NULL if there is
 * none or several, as under a repeated heading. */
static const Figure *
find_beside (const Check *check, const Figure *share, Component component)
{
  const Figure *first = report_figure (check->report, 0);
  const Figure *end = first + check->report->figures->len;
  const Figure *from = share;
  while (from > first && is_same_row (from - 1, share))
    from--;

  const Figure *found = NULL;
  for (const Figure *part = from; part < end && is_same_row (part, share); part++)
    if (is_part (part, share, component))
      {
        if (found != NULL)
          return NULL;
        found = part;
      }
  return found != NULL && proof_can_judge (found) ? found : NULL;
}

static gboolean
find_parts_beside (const Check *check, const Figure *share, RatioParts *parts)
{
  parts->numerator = find_beside (check, share, COMPONENT_NUMERATOR);
  parts->denominator = find_beside (check, share, COMPONENT_DENOMINATOR);
  return parts->numerator != NULL && parts->denominator != NULL;
}

/* Parts that are other indicators */

/* The rows that bear the ids which a relation names, several perhaps. */
typedef struct
{
  GPtrArray *numerators, *denominators; /* of Series, borrowed */
} RelationRows;

static GPtrArray *
list_rows (const Check *check, const char *canonical_id)
{
  GPtrArray *rows = g_ptr_array_new ();
  for (guint i = 0; i < check->report->indicators->len; i++)
    if (g_str_equal (report_indicator (check->report, i)->canonical_id, canonical_id))
      g_ptr_array_add (rows, g_ptr_array_index (check->series, i));
  return rows;
}

static RelationRows
rows_of (const Check *check, const Relation *relation)
{
  return (RelationRows){ list_rows (check, relation->numerator),
                         list_rows (check, relation->denominator) };
}

static void
relation_rows_clear (RelationRows *rows)
{
  g_ptr_array_unref (rows->numerators);
  g_ptr_array_unref (rows->denominators);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RelationRows, relation_rows_clear)

/* Holds @share against each pair of @rows.  Sets @parts to the pair that fits, else to the first
 * one. */
static Verdict
judge_rows (const Check *check, const Figure *share, const RelationRows *rows, RatioParts *parts)
{
  Verdict verdict = VERDICT_SILENT;
  Period month = series_month_of (proof_series (check, share), share);
  for (guint i = 0; i < rows->numerators->len; i++)
    {
      const Figure *numerator = series_find_value (g_ptr_array_index (rows->numerators, i), month);
      for (guint j = 0; j < rows->denominators->len && numerator != NULL; j++)
        {
          RatioParts pair
              = { numerator, series_find_value (g_ptr_array_index (rows->denominators, j), month) };
          Verdict one = pair.denominator != NULL ? judge (check, share, &pair) : VERDICT_SILENT;
          if (one == VERDICT_SILENT || (one == VERDICT_OFF && verdict == VERDICT_OFF))
            continue;
          *parts = pair;
          if (one == VERDICT_FITS)
            return VERDICT_FITS;
          verdict = one;
        }
    }
  return verdict;
}

static Verdict
judge_relation (const Check *check, const Figure *share, const Relation *relation,
                RatioParts *parts)
{
  g_auto (RelationRows) rows = rows_of (check, relation);
  return judge_rows (check, share, &rows, parts);
}

static gboolean
is_of (const Check *check, int indicator, const Relation *relation)
{
  const Indicator *share = report_indicator (check->report, (guint) indicator);
  return relation->kind == RELATION_RATIO && g_str_equal (share->canonical_id, relation->of);
}

gboolean
ratio_find_parts (const Check *check, const Figure *share, RatioParts *parts)
{
  if (find_parts_beside (check, share, parts))
    return TRUE;
  const GArray *relations = check->knowledge->catalogue->relations;
  for (guint i = 0; i < relations->len; i++)
    {
      const Relation *relation = &g_array_index (relations, Relation, i);
      if (is_of (check, share->indicator, relation)
          && judge_relation (check, share, relation, parts) != VERDICT_SILENT)
        return TRUE;
    }
  return FALSE;
}

/* Findings */

static const char *
label_of (const Check *check, const Figure *figure)
{
  const Indicator *indicator = report_indicator (check->report, figure->indicator);
  return indicator->ref[0] != '\0' ? indicator->ref : indicator->name;
}

/* Returns (transfer full): the parts as a formula, "CP3-QL (val) / CP2 = 16 / 32". */
static char *
describe_parts (const Check *check, const RatioParts *parts)
{
  g_autofree char *numerator = decimal_format (parts->numerator->value);
  g_autofree char *denominator = decimal_format (parts->denominator->value);
  if (parts->numerator->component == COMPONENT_NUMERATOR)
    return g_strdup_printf ("%s / %s beside it", numerator, denominator);
  return g_strdup_printf ("%s / %s = %s / %s", label_of (check, parts->numerator),
                          label_of (check, parts->denominator), numerator, denominator);
}

static void
contradict (Check *check, const Misfit *misfit)
{
  g_auto (Interval) quotient = quotient_of (check, &misfit->parts);
  g_auto (Interval) cut = interval_cut (misfit->share->value);
  int places = misfit->share->value.scale + PROOF_MORE_PLACES;
  g_autofree char *claimed = decimal_format (misfit->share->value);
  g_autofree char *parts = describe_parts (check, &misfit->parts);
  g_autofree char *percent = interval_format (&quotient, places);
  g_autofree char *rounding = proof_describe_rounding (misfit->share->value);
  g_autofree char *message
      = g_strdup_printf ("percentage printed %s, but %s = %s %%; %s%s", claimed, parts, percent,
                         rounding, interval_meets (&cut, &quotient) ? " (cut, not rounded)" : "");
  proof_contradict (check, "ratio", misfit->share, &quotient, message);
}

/* Holds @share against the rows of a relation, or against what is printed beside it if that is
 * NULL. */
static Verdict
judge_share (const Check *check, const Figure *share, const RelationRows *rows, RatioParts *parts)
{
  if (!is_share (check, share))
    return VERDICT_SILENT;
  if (find_parts_beside (check, share, parts))
    return rows == NULL ? judge (check, share, parts) : VERDICT_SILENT;

  const Series *series = proof_series (check, share);
  gboolean is_of_month = share->measure == MEASURE_ACTUAL && share->period.kind == PERIOD_MONTH
                         && series_find (series, series_month_of (series, share)) == share;
  return rows != NULL && is_of_month ? judge_rows (check, share, rows, parts) : VERDICT_SILENT;
}

/* Contradicts the percentages of @indicator that are off, unless the relation of @rows (or what
 * seems to be printed beside them, if that is NULL) is not the report's own. */
static void
hold_to (Check *check, int indicator, const RelationRows *rows)
{
  g_autoptr (GArray) misfits = g_array_new (FALSE, FALSE, sizeof (Misfit));
  Tally tally = { 0 };
  const Series *series = g_ptr_array_index (check->series, indicator);
  for (guint i = 0; i < series->figures->len; i++)
    {
      Misfit misfit = { .share = g_ptr_array_index (series->figures, i) };
      Verdict verdict = judge_share (check, misfit.share, rows, &misfit.parts);
      tally_add (&tally, verdict);
      if (verdict == VERDICT_OFF)
        g_array_append_val (misfits, misfit);
    }

  gboolean is_own = rows != NULL ? tally.n_fits > tally.n_off : !tally_is_another_reading (&tally);
  for (guint i = 0; i < misfits->len && is_own; i++)
    contradict (check, &g_array_index (misfits, Misfit, i));
}

void
check_ratio (Check *check)
{
  const GArray *relations = check->knowledge->catalogue->relations;
  for (guint i = 0; i < check->report->indicators->len; i++)
    {
      hold_to (check, (int) i, NULL);
      for (guint j = 0; j < relations->len; j++)
        {
          const Relation *relation = &g_array_index (relations, Relation, j);
          if (!is_of (check, (int) i, relation))
            continue;
          g_auto (RelationRows) rows = rows_of (check, relation);
          hold_to (check, (int) i, &rows);
        }
    }
}
