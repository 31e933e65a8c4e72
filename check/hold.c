/* check/hold.c - holds a report to the relations of one kind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "check/hold.h"

/* Percentages whose sum is known to so much, times the least unit of their decimals, hardly make
 * 100 by chance: one in a hundred. */
#define PRECISE_UNIT 1
#define SHOWN_BY_CHANCE_AT_MOST 2

/* So many months keep a relation that a report shows for each that breaks it: then nothing else is
 * counted. */
#define MANY_MONTHS 10

/* A bond in one slot. */
typedef struct
{
  Slot slot;
  GPtrArray *figures; /* owned; of Figure, as its terms */
  Verdict verdict;
} Case;

/* A bond in all of its slots; months and years are tallied apart: a publisher may add up the
 * months of a year and yet print a year's figure from elsewhere. */
typedef struct
{
  const Bond *bond;
  GArray *cases; /* of Case */
  Tally months, years;
  gboolean is_beaten; /* by another bond of the same line */
} Trial;

static void
case_clear (gpointer data)
{
  g_ptr_array_unref (((Case *) data)->figures);
}

static void
trial_clear (gpointer data)
{
  g_array_unref (((Trial *) data)->cases);
}

static Case *
trial_case (const Trial *trial, guint index)
{
  return &g_array_index (trial->cases, Case, index);
}

/* Judging */

/* Adds the choice that fits, else the first. */
static void
try_slot (const Check *check, const Holding *holding, Trial *trial, Slot slot)
{
  g_autoptr (GPtrArray) choices = bond_choices (check, trial->bond, slot);
  Case best = { slot, NULL, VERDICT_SILENT };
  for (guint i = 0; i < choices->len && best.verdict != VERDICT_FITS; i++)
    {
      g_autoptr (Tie) tie = holding->tie (trial->bond, choices->pdata[i]);
      Verdict verdict = tie_judge (check, tie);
      if (verdict == VERDICT_FITS || (verdict == VERDICT_OFF && best.figures == NULL))
        {
          best.figures = choices->pdata[i];
          best.verdict = verdict;
        }
    }
  if (best.figures == NULL)
    return;
  g_ptr_array_ref (best.figures);
  g_array_append_val (trial->cases, best);
  tally_add (slot.measure == MEASURE_ACTUAL ? &trial->months : &trial->years, best.verdict);
}

static Trial
trial_new (const Check *check, const Holding *holding, const Bond *bond)
{
  Trial trial = { .bond = bond, .cases = g_array_new (FALSE, FALSE, sizeof (Case)) };
  g_array_set_clear_func (trial.cases, case_clear);
  g_autoptr (GArray) slots = line_slots (check, bond_line (bond, 0));
  for (guint i = 0; i < slots->len; i++)
    try_slot (check, holding, &trial, g_array_index (slots, Slot, i));
  return trial;
}

static gboolean
has_of (const Bond *bond)
{
  return bond_term (bond, 0)->role == ROLE_OF && bond->kind != RELATION_PARTS
         && bond->kind != RELATION_PART;
}

static gboolean
is_better (const Trial *a, const Trial *b)
{
  int lead = ((int) a->months.n_fits - (int) a->months.n_off)
             - ((int) b->months.n_fits - (int) b->months.n_off);
  return lead != 0 ? lead > 0 : a->years.n_fits + b->years.n_off > b->years.n_fits + a->years.n_off;
}

/* Leaves one trial a line, the best one, the first of equals. */
static void
let_compete (const Check *check, GArray *trials)
{
  g_autofree Trial **best = g_new0 (Trial *, check->series->len * LINE_COMPONENTS); /* by line */
  for (guint i = 0; i < trials->len; i++)
    {
      Trial *trial = &g_array_index (trials, Trial, i);
      if (!has_of (trial->bond))
        continue;
      Line line = bond_line (trial->bond, 0);
      Trial **rival = &best[(guint) line.indicator * LINE_COMPONENTS + (guint) line.component];
      if (*rival != NULL && !is_better (trial, *rival))
        {
          trial->is_beaten = TRUE;
          continue;
        }
      if (*rival != NULL)
        (*rival)->is_beaten = TRUE;
      *rival = trial;
    }
}

/* Whether the figures of @trial are so precise that chance makes 100 of them in no more than one of
 * a hundred months. */
static gboolean
is_precise (const Trial *trial)
{
  const Case *first = trial_case (trial, 0);
  for (guint i = 0; i < first->figures->len; i++)
    if (((const Figure *) first->figures->pdata[i])->value.scale < PRECISE_UNIT)
      return FALSE;
  return TRUE;
}

static gboolean
is_by_meaning (const Trial *trial)
{
  return trial->bond->kind == RELATION_COMPLEMENT || trial->bond->kind == RELATION_SHARES;
}

static gboolean
is_own (const Trial *trial, const Tally *tally)
{
  return tally->n_fits > tally->n_off
         || (is_by_meaning (trial) && tally->n_fits >= SHOWN_BY_CHANCE_AT_MOST
             && is_precise (trial));
}

/* Whether the report keeps the relation in its years.  Where the months show it, one year that
 * keeps it too is enough, and none is needed where it is meant. */
static gboolean
is_own_in_years (const Trial *trial)
{
  const Tally *months = &trial->months, *years = &trial->years;
  gboolean has_months = months->n_fits + months->n_off > 0;
  if (!has_months || !is_own (trial, months))
    return !has_months && years->n_fits > years->n_off;
  return is_by_meaning (trial) || years->n_fits > years->n_off
         || (years->n_fits > 0 && months->n_fits + years->n_fits > months->n_off + years->n_off);
}

/* Findings */

static char *
message_of (const Check *check, const Holding *holding, const Bond *bond, const GPtrArray *figures,
            const Interval *possible)
{
  const Figure *first = figures->pdata[0];
  g_autofree char *formula = holding->describe (check, bond, figures, possible);
  if (holding->noun == NULL)
    return g_steal_pointer (&formula);
  g_auto (Interval) cut = interval_cut (first->value);
  g_autofree char *claimed = decimal_format (first->value);
  g_auto (Interval) exact = proof_interval (check, first);
  g_autofree char *rounding = proof_describe_rounding (first->value);
  gboolean is_count = proof_unit (check, first) == UNIT_COUNT && first->value.scale == 0;
  return g_strdup_printf ("%s printed %s, but %s%s%s%s", holding->noun, claimed, formula,
                          is_count ? "" : "; ", is_count ? "" : rounding,
                          !is_count && interval_meets (&cut, possible) ? " (cut, not rounded)"
                                                                       : "");
}

/* Whether shares make less than their whole: the first would have to be larger. */
static gboolean
is_short (const Check *check, const Tie *tie)
{
  g_auto (Interval) possible = tie_possible (check, tie, 0);
  g_auto (Interval) printed = tie_interval (check, tie_knot (tie, 0)->figure);
  return interval_is_above (&possible, &printed);
}

static void
contradict (Check *check, const Holding *holding, const Trial *trial, const Case *one)
{
  Tie *tie = holding->tie (trial->bond, one->figures);
  g_auto (Interval) possible = tie_possible (check, tie, 0);
  g_autofree char *message = message_of (check, holding, trial->bond, one->figures, &possible);
  g_autofree char *whole = trial->bond->evidence != NULL
                               ? g_strdup_printf ("%s (%s)", message, trial->bond->evidence)
                               : g_strdup (message);
  Finding *finding
      = proof_contradict (check, holding->rule, one->figures->pdata[0], &possible, whole);
  gboolean is_month = one->slot.measure == MEASURE_ACTUAL;
  const Tally *tally = is_month ? &trial->months : &trial->years;
  gboolean is_mostly_off = tally->n_off > tally->n_fits;
  if (is_by_meaning (trial) && is_mostly_off) /* one cause: not taken from the same data */
    {
      g_autofree char *labels
          = bond_describe_labels (check, trial->bond, one->figures, ROLE_NUMERATOR);
      g_autofree char *group = g_strdup_printf ("%s %s", holding->rule, labels);
      report_set_text (&finding->group, group);
    }
  tie = tie_break (check, tie);

  /* What two shares leave may be a third, too small to show in most months. */
  if (trial->bond->evidence != NULL && is_by_meaning (trial) && is_short (check, tie)
      && tally->n_fits < tally->n_off * MANY_MONTHS)
    {
      finding->severity = SEVERITY_NOTE;
      tie->is_loose = TRUE;
    }

  /* Names alone do not tell exactly what is counted. */
  g_auto (Interval) cut = interval_cut (((const Figure *) one->figures->pdata[0])->value);
  if (trial->bond->evidence != NULL && holding->kind == RELATION_RATIO
      && !interval_meets (&cut, &possible) && tie_is_near (check, tie))
    {
      finding->severity = SEVERITY_NOTE;
      tie->is_loose = TRUE;
    }
}

static void
hold_trial (Check *check, const Holding *holding, const Trial *trial)
{
  gboolean is_months_own = is_own (trial, &trial->months);
  gboolean is_years_own = is_own_in_years (trial);
  for (guint i = 0; i < trial->cases->len; i++)
    {
      const Case *one = trial_case (trial, i);
      if (!(one->slot.measure == MEASURE_ACTUAL ? is_months_own : is_years_own))
        continue;
      check_held (check, 1);
      if (one->verdict == VERDICT_FITS)
        tie_keep (check, holding->tie (trial->bond, one->figures));
      else
        contradict (check, holding, trial, one);
    }
}

/* Whether another table of the report keeps the relation, or has said already that it does not. */
static gboolean
is_told_elsewhere (const Check *check, const GArray *trials, guint index)
{
  const Bond *bond = g_array_index (trials, Trial, index).bond;
  const char *id
      = report_indicator (check->report, (guint) bond_line (bond, 0).indicator)->canonical_id;
  for (guint i = 0; i < trials->len; i++)
    {
      const Trial *other = &g_array_index (trials, Trial, i);
      guint row = (guint) bond_line (other->bond, 0).indicator;
      if (i != index && g_str_equal (report_indicator (check->report, row)->canonical_id, id)
          && (is_own (other, &other->months) || (i < index && other->months.n_off >= TALLY_ENOUGH)))
        return TRUE;
    }
  return FALSE;
}

/* Says once that the report means something else by a relation. */
static void
note_definition (Check *check, const Holding *holding, const Trial *trial)
{
  if (trial->bond->evidence != NULL || trial->months.n_off < TALLY_ENOUGH)
    return;
  guint index = 0;
  while (trial_case (trial, index)->verdict != VERDICT_OFF)
    index++;
  const Case *one = trial_case (trial, index);
  g_autoptr (Tie) tie = holding->tie (trial->bond, one->figures);
  g_auto (Interval) possible = tie_possible (check, tie, 0);
  g_autofree char *month = period_format (one->slot.period);
  g_autofree char *example = message_of (check, holding, trial->bond, one->figures, &possible);
  g_autofree char *message = g_strdup_printf (
      "%u of %u months break a relation of the catalogue, so this report means something else by "
      "one of the names; %s: %s",
      trial->months.n_off, trial->months.n_off + trial->months.n_fits, month, example);
  Finding *finding
      = proof_add (check, "definition", SEVERITY_NOTE, one->figures->pdata[0], message);
  report_set_text (&finding->printed, "");
}

void
hold (Check *check, const Holding *holding)
{
  g_autoptr (GArray) trials = g_array_new (FALSE, FALSE, sizeof (Trial));
  g_array_set_clear_func (trials, trial_clear);
  check_held (check, 0);
  for (guint i = 0; i < check->bonds->len; i++)
    {
      const Bond *bond = check->bonds->pdata[i];
      if (bond->kind != holding->kind)
        continue;
      Trial trial = trial_new (check, holding, bond);
      g_array_append_val (trials, trial);
    }
  let_compete (check, trials);

  for (guint i = 0; i < trials->len; i++)
    {
      const Trial *trial = &g_array_index (trials, Trial, i);
      if (trial->is_beaten || trial->cases->len == 0)
        continue;
      hold_trial (check, holding, trial);
      if (trial->months.n_off >= TALLY_ENOUGH && !is_own (trial, &trial->months)
          && !is_told_elsewhere (check, trials, i))
        note_definition (check, holding, trial);
    }
}
