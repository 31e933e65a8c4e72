/* check/population.c - can the rates per 10,000 share one population, with their counts?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. Each rate with its count gives an interval for the population, 10,000 * count / rate.  No
 *    table of populations is needed.
 * 2. Find the population that most rates of a month allow, or, if it has too few, that all rates of
 *    the months before and after it do.
 * 3. Of several bonds that say what a rate counts, keep the one that allows it most often.  A rate
 *    that mostly does not is of something else, and proves nothing.
 * 4. The others, the fewest that have to go, are contradictions, unless nearly all rates of the
 *    report, and most of the month, share another population: then those that do not allow it are.
 *    Where two rates of a month stand against each other and no other tells, they are one finding
 *    together.
 */
#include "check/bond.h"

#include <stdlib.h>

#define PER 10000
#define MONTHS_A_YEAR 12

/* So many months before and after one have to agree to speak for it: publishers change to the next
 * year's population at some month. */
#define MONTHS_AROUND 2

/* One rate of one slot, with the count that it may be of. */
typedef struct
{
  const Bond *bond;
  Slot slot;
  GPtrArray *figures; /* owned; of Figure, as the bond's terms */
  Interval population;
  gboolean is_dropped; /* its bond is not the report's own */
} Rate;

static void
rate_clear (gpointer data)
{
  Rate *rate = data;
  g_ptr_array_unref (rate->figures);
  interval_clear (&rate->population);
}

static Rate *
rate_at (const GArray *rates, guint index)
{
  return &g_array_index (rates, Rate, index);
}

/* Collecting */

static Interval
population_of (const Check *check, const Bond *bond, const GPtrArray *figures)
{
  g_auto (Interval) count = interval_whole (0, 0);
  for (guint i = 1; i < figures->len; i++)
    {
      g_auto (Interval) value = proof_interval (check, figures->pdata[i]);
      g_auto (Interval) taken = interval_negated (&value);
      interval_add (&count, bond_term (bond, i)->sign < 0 ? &taken : &value);
    }
  g_auto (Interval) rate = proof_interval (check, figures->pdata[0]);
  g_auto (Interval) quotient = interval_quotient (&count, &rate);
  return interval_scaled (&quotient, PER, 1);
}

/* Returns (transfer full): what a rate is of and what it says; rows of one indicator that say the
 * same, as those of a summary do, are one. */
static char *
key_of (const Check *check, const Bond *bond, Slot slot, const GPtrArray *figures)
{
  guint row = (guint) bond_line (bond, 0).indicator;
  const char *id = report_indicator (check->report, row)->canonical_id;
  GString *key = g_string_new (id);
  if (id[0] == '\0')
    g_string_append_printf (key, "row %u", row);
  g_string_append_printf (key, "|%d-%d", slot.period.year, slot.period.number);
  for (guint i = 0; i < figures->len; i++)
    {
      g_autofree char *value = decimal_format (((const Figure *) figures->pdata[i])->value);
      g_string_append_c (key, '|');
      g_string_append (key, value);
    }
  return g_string_free (key, FALSE);
}

/* A rate that may be zero tells nothing, nor does one that has lost its sign. */
static void
add_slot (const Check *check, GArray *rates, GHashTable *seen, const Bond *bond, Slot slot)
{
  g_autoptr (GPtrArray) choices = bond_choices (check, bond, slot);
  if (choices->len != 1 || !g_hash_table_add (seen, key_of (check, bond, slot, choices->pdata[0])))
    return;
  g_auto (Interval) population = population_of (check, bond, choices->pdata[0]);
  g_auto (Interval) none = interval_whole (0, 0);
  if (population.is_unbounded || !interval_is_above (&population, &none))
    return;
  Rate rate
      = { bond, slot, g_ptr_array_ref (choices->pdata[0]), interval_copy (&population), FALSE };
  g_array_append_val (rates, rate);
}

static GArray *
collect_rates (const Check *check)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GArray *rates = g_array_new (FALSE, FALSE, sizeof (Rate));
  g_array_set_clear_func (rates, rate_clear);
  for (guint i = 0; i < check->bonds->len; i++)
    {
      const Bond *bond = check->bonds->pdata[i];
      if (bond->kind != RELATION_RATE)
        continue;
      g_autoptr (GArray) slots = line_slots (check, bond_line (bond, 0));
      for (guint j = 0; j < slots->len; j++)
        if (g_array_index (slots, Slot, j).measure == MEASURE_ACTUAL
            && g_array_index (slots, Slot, j).period.kind == PERIOD_MONTH)
          add_slot (check, rates, seen, bond, g_array_index (slots, Slot, j));
    }
  return rates;
}

/* The population that most allow */

typedef struct
{
  GPtrArray *of;   /* of Rate: those that are asked */
  guint n_allow;   /* how many of them allow it */
  Interval shared; /* what all of those share */
} Census;

static void
census_clear (Census *census)
{
  g_ptr_array_unref (census->of);
  interval_clear (&census->shared);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Census, census_clear)

static gint
compare_lows (gconstpointer a, gconstpointer b)
{
  const Rate *const *first = a, *const *second = b;
  return interval_compare_lows (&(*first)->population, &(*second)->population);
}

static gint
compare_highs (gconstpointer a, gconstpointer b)
{
  const Rate *const *first = a, *const *second = b;
  return interval_compare_highs (&(*first)->population, &(*second)->population);
}

/* Most intervals overlap right after some low end: walks up the low ends, and drops those whose
 * high end is passed. */
static const Rate *
find_densest (GPtrArray *of, guint *n_most)
{
  g_autoptr (GPtrArray) ends = g_ptr_array_copy (of, NULL, NULL);
  g_ptr_array_sort (of, compare_lows);
  g_ptr_array_sort (ends, compare_highs);
  const Rate *densest = NULL;
  guint n_ended = 0;
  *n_most = 0;
  for (guint i = 0; i < of->len; i++)
    {
      const Rate *rate = of->pdata[i];
      while (
          interval_is_below (&((const Rate *) ends->pdata[n_ended])->population, &rate->population))
        n_ended++;
      if (i + 1 - n_ended > *n_most)
        {
          *n_most = i + 1 - n_ended;
          densest = rate;
        }
    }
  return densest;
}

/* Asks the rates of the months from @before months before @month to @after months after it, but not
 * of itself unless both are 0; all rates if @month is none. */
static Census
census_of (const GArray *rates, Period month, int before, int after)
{
  Census census = { g_ptr_array_new (), 0, interval_unbounded () };
  for (guint i = 0; i < rates->len; i++)
    {
      const Rate *rate = rate_at (rates, i);
      if (rate->is_dropped)
        continue;
      int apart = month.kind == PERIOD_NONE ? 0 : period_months_between (month, rate->slot.period);
      gboolean is_around
          = (before != 0 || after != 0) && apart != 0 && apart >= -before && apart <= after;
      if (is_around || (before == 0 && after == 0 && apart == 0))
        g_ptr_array_add (census.of, (gpointer) rate);
    }
  const Rate *densest = find_densest (census.of, &census.n_allow);
  if (densest == NULL)
    return census;

  /* All that hold the low end of the densest. */
  g_auto (Interval) start = interval_low_end (&densest->population);
  for (guint i = 0; i < census.of->len; i++)
    {
      const Rate *rate = census.of->pdata[i];
      if (interval_meets (&rate->population, &start))
        interval_narrow (&census.shared, &rate->population);
    }
  return census;
}

/* The rates, and what those of each month allow, asked once. */
typedef struct
{
  GArray *rates;
  GHashTable *months; /* of Census, by the month's number */
} Ledger;

static void
census_free (gpointer data)
{
  census_clear (data);
  g_free (data);
}

static const Census *
ledger_month (const Ledger *ledger, Period month)
{
  int number = month.year * MONTHS_A_YEAR + month.number;
  Census *census = g_hash_table_lookup (ledger->months, &number);
  if (census == NULL)
    {
      census = g_new (Census, 1);
      *census = census_of (ledger->rates, month, 0, 0);
      g_hash_table_insert (ledger->months, g_memdup2 (&number, sizeof number), census);
    }
  return census;
}

/* Whether nearly all allow it, and enough. */
static gboolean
is_shown (const Census *census)
{
  Tally tally = { census->n_allow, census->of->len - census->n_allow };
  return tally.n_fits > TALLY_ENOUGH && tally_is_shown (&tally);
}

/* Bonds */

typedef struct
{
  const Bond *bond;
  Tally tally;
} Kept;

/* Tallies each bond against the population of its months, or against @whole if that is shown. */
static GArray *
tally_bonds (const Ledger *ledger, const Census *whole)
{
  const GArray *rates = ledger->rates;
  GArray *all = g_array_new (FALSE, TRUE, sizeof (Kept));
  for (guint i = 0; i < rates->len; i++)
    {
      const Rate *rate = rate_at (rates, i);
      if (rate->is_dropped)
        continue;
      if (all->len == 0 || g_array_index (all, Kept, all->len - 1).bond != rate->bond)
        {
          Kept kept = { rate->bond, { 0 } };
          g_array_append_val (all, kept);
        }
      const Census *month = ledger_month (ledger, rate->slot.period);
      const Census *census = whole != NULL && is_shown (whole) ? whole : month;
      if (census->n_allow > 1)
        tally_add (&g_array_index (all, Kept, all->len - 1).tally,
                   interval_meets (&rate->population, &census->shared) ? VERDICT_FITS
                                                                       : VERDICT_OFF);
    }
  return all;
}

static gboolean
is_rival (const Kept *a, const Kept *b)
{
  return line_equal (bond_line (a->bond, 0), bond_line (b->bond, 0));
}

static gboolean
is_better (const Kept *a, const Kept *b)
{
  return (int) a->tally.n_fits - (int) a->tally.n_off
         > (int) b->tally.n_fits - (int) b->tally.n_off;
}

/* A rate that counts now and then what its count does not (children who transfer in) keeps the bond
 * in the other months: so two of three have to. */
static gboolean
is_own (const Kept *kept)
{
  return kept->bond->evidence != NULL ? kept->tally.n_off == 0 || tally_is_shown (&kept->tally)
                                      : kept->tally.n_fits >= 2 * kept->tally.n_off;
}

/* Drops the rates of bonds that another of the same rate beats, or that mostly do not fit. */
static void
drop_others (const Ledger *ledger, const Census *whole, gboolean is_final)
{
  GArray *rates = ledger->rates;
  g_autoptr (GArray) all = tally_bonds (ledger, whole);
  for (guint i = 0; i < all->len; i++)
    {
      const Kept *kept = &g_array_index (all, Kept, i);
      gboolean is_out = is_final && !is_own (kept);
      for (guint j = 0; j < all->len && !is_out; j++)
        {
          const Kept *rival = &g_array_index (all, Kept, j);
          is_out = i != j && is_rival (kept, rival)
                   && (is_better (rival, kept) || (j < i && !is_better (kept, rival)));
        }
      for (guint j = 0; j < rates->len && is_out; j++)
        if (rate_at (rates, j)->bond == kept->bond)
          rate_at (rates, j)->is_dropped = TRUE;
    }
}

/* Findings */

static Tie *
tie_of_rate (const Rate *rate, const Interval *population)
{
  Tie *tie = tie_new (TIE_QUOTIENT);
  tie->scale = PER;
  for (guint i = 0; i < rate->figures->len; i++)
    tie_add (tie, rate->figures->pdata[i], i == 0 ? KNOT_RESULT : KNOT_PART,
             bond_term (rate->bond, i)->sign);
  tie_set_rest (tie, population);
  return tie;
}

static char *
describe_rate (const Check *check, const Rate *rate)
{
  const Figure *figure = rate->figures->pdata[0];
  g_autofree char *label = bond_describe_labels (check, rate->bond, rate->figures, ROLE_NUMERATOR);
  g_autofree char *count = bond_describe_values (rate->bond, rate->figures, ROLE_NUMERATOR);
  g_autofree char *printed = decimal_format (figure->value);
  g_autofree char *range = interval_format (&rate->population, 0);
  return g_strdup_printf ("%s with %s, %s, gives a population of %s", printed, label, count, range);
}

static void
contradict (Check *check, const Rate *rate, const Census *census, const char *whose)
{
  const Figure *figure = rate->figures->pdata[0];
  Tie *tie = tie_of_rate (rate, &census->shared);
  g_auto (Interval) possible = tie_possible (check, tie, 0);
  g_autofree char *own = describe_rate (check, rate);
  g_autofree char *shared = interval_format (&census->shared, 0);
  g_autofree char *range = interval_format (&possible, figure->value.scale + PROOF_MORE_PLACES);
  g_autofree char *message
      = g_strdup_printf ("rate printed %s, but the %u %s share %s, which makes it %s", own,
                         census->n_allow, whose, shared, range);
  Finding *finding = proof_contradict (check, "population", figure, &possible, message);
  tie = tie_break (check, tie);
  if (rate->bond->evidence != NULL && tie_is_near (check, tie)) /* what is counted may differ */
    {
      finding->severity = SEVERITY_NOTE;
      tie->is_loose = TRUE;
    }
}

/* Two against each other, with no third. */
static void
contradict_pair (Check *check, const Rate *first, const Rate *second)
{
  check_held (check, 1);
  g_autofree char *one = describe_rate (check, first);
  g_autofree char *other = describe_rate (check, second);
  g_autofree char *label = g_strdup (line_label (check, bond_line (second->bond, 0)));
  g_autofree char *message
      = g_strdup_printf ("rate printed %s, but %s printed %s", one, label, other);
  Tie *tie = tie_of_rate (first, &second->population);
  g_auto (Interval) possible = tie_possible (check, tie, 0);
  proof_contradict (check, "population", first->figures->pdata[0], &possible, message);
  for (guint i = 0; i < second->figures->len; i++) /* which of the two is wrong is not known */
    tie_add (tie, second->figures->pdata[i], KNOT_ASIDE, 1);
  tie_break (check, tie);
}

/* Whether the months before and those after all allow one population: then so does the one between.
 */
static gboolean
is_held_around (const GArray *rates, Period month, const Census *around)
{
  g_auto (Census) before = census_of (rates, month, MONTHS_AROUND, -1);
  g_auto (Census) after = census_of (rates, month, -1, MONTHS_AROUND);
  return before.n_allow >= MONTHS_AROUND && after.n_allow >= MONTHS_AROUND
         && around->n_allow == around->of->len;
}

/* Where @rate alone does not allow what all others of its month share, the only one of them that it
 * stands against, if it is but one: then that may as well be the one to go. */
static const Rate *
find_equal (const Rate *rate, const Census *census)
{
  const Rate *against = NULL;
  guint n_against = 0;
  for (guint i = 0; i < census->of->len; i++)
    if (!interval_meets (&((const Rate *) census->of->pdata[i])->population, &rate->population))
      {
        against = census->of->pdata[i];
        n_against++;
      }
  return census->n_allow + 1 == census->of->len && n_against == 1 ? against : NULL;
}

static void
judge_by (Check *check, const Rate *rate, const Census *census, const char *whose)
{
  check_held (check, 1);
  if (interval_meets (&rate->population, &census->shared))
    tie_keep (check, tie_of_rate (rate, &census->shared));
  else
    contradict (check, rate, census, whose);
}

/* Whether all rates of a month before @month, or after it if @side is 1, allow @population. */
static gboolean
is_settled_beside (const Ledger *ledger, Period month, int side, const Interval *population)
{
  for (guint i = 0; i < ledger->rates->len; i++)
    {
      const Rate *rate = rate_at (ledger->rates, i);
      if (rate->is_dropped || period_months_between (month, rate->slot.period) * side <= 0)
        continue;
      const Census *census = ledger_month (ledger, rate->slot.period);
      if (census->of->len >= TALLY_ENOUGH && census->n_allow == census->of->len
          && interval_meets (&census->shared, population))
        return TRUE;
    }
  return FALSE;
}

/* Whether @whole, what all rates of the report share, tells more of @month than its own rates,
 * which contradict each other: they would leave another population, and most of them allow this one
 * too, as all do in months before and after it. */
static gboolean
is_overruled (const Ledger *ledger, const Census *month, Period period, const Census *whole)
{
  if (month->n_allow == month->of->len || !is_shown (whole)
      || interval_meets (&whole->shared, &month->shared))
    return FALSE;
  guint n_allow = 0;
  for (guint i = 0; i < month->of->len; i++)
    n_allow += interval_meets (&((const Rate *) month->of->pdata[i])->population, &whole->shared);
  return n_allow * 2 > month->of->len && is_settled_beside (ledger, period, -1, &whole->shared)
         && is_settled_beside (ledger, period, 1, &whole->shared);
}

static const Rate *
find_rate (const GArray *rates, const Bond *bond, Slot slot)
{
  for (guint i = 0; i < rates->len; i++)
    if (rate_at (rates, i)->bond == bond
        && period_equal (rate_at (rates, i)->slot.period, slot.period))
      return rate_at (rates, i);
  return NULL;
}

/* Whether two rates stand against each other in most months that have both: then one is of
 * children and the other of all, or of another year's population. */
static gboolean
are_of_other_people (const GArray *rates, const Bond *first, const Bond *second)
{
  guint n_shared = 0, n_apart = 0;
  for (guint i = 0; i < rates->len; i++)
    {
      const Rate *one = rate_at (rates, i);
      const Rate *other = one->bond == first ? find_rate (rates, second, one->slot) : NULL;
      if (other == NULL)
        continue;
      gboolean is_shared = interval_meets (&one->population, &other->population);
      n_shared += is_shared;
      n_apart += !is_shared;
    }
  return n_apart >= TALLY_ENOUGH && n_apart > n_shared;
}

static void
judge_rate (Check *check, const Ledger *ledger, const Census *whole, const Rate *rate)
{
  const GArray *rates = ledger->rates;
  const Census *month = ledger_month (ledger, rate->slot.period);
  if (is_overruled (ledger, month, rate->slot.period, whole))
    {
      judge_by (check, rate, whole, "rates of this month and others");
      return;
    }
  if (month->n_allow * 2 > month->of->len && month->n_allow > 1)
    {
      const Rate *equal = find_equal (rate, month);
      if (equal != NULL && !interval_meets (&rate->population, &month->shared))
        contradict_pair (check, rate, equal);
      else
        judge_by (check, rate, month, "other rates of the month");
      return;
    }

  g_auto (Census) around = census_of (rates, rate->slot.period, MONTHS_AROUND, MONTHS_AROUND);
  if (is_held_around (rates, rate->slot.period, &around))
    judge_by (check, rate, &around, "rates of the months around it");
  else if (month->of->len == 2 && month->n_allow == 1)
    {
      const Rate *other = month->of->pdata[month->of->pdata[0] == rate];
      /* the first one of the report tells */
      if (rate < other && !are_of_other_people (rates, rate->bond, other->bond))
        contradict_pair (check, rate, other);
    }
}

void
check_population (Check *check)
{
  g_autoptr (GArray) rates = collect_rates (check);
  check_held (check, 0);
  g_autoptr (GHashTable) months
      = g_hash_table_new_full (g_int_hash, g_int_equal, g_free, census_free);
  const Ledger ledger = { rates, months };
  for (int is_final = 0; is_final <= 1; is_final++)
    {
      g_auto (Census) all = census_of (rates, NO_PERIOD, 0, 0);
      drop_others (&ledger, is_final ? NULL : &all, is_final);
      g_hash_table_remove_all (months);
    }
  g_auto (Census) whole = census_of (rates, NO_PERIOD, 0, 0);
  for (guint i = 0; i < rates->len; i++)
    if (!rate_at (rates, i)->is_dropped)
      judge_rate (check, &ledger, &whole, rate_at (rates, i));
}
