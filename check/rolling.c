/* check/rolling.c - can a rolling year come from the months that the report prints too?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The twelve months that end in the figure's own add up to it; with some of them not printed it is
 * no less than the others.  That they do is shown by most rolling years, or by the report adding up
 * the same months in a year to date.
 */
#include "check/bond.h"

#define MONTHS 12

typedef struct
{
  const Figure *figure;
  GPtrArray *months; /* owned; of Figure, borrowed, from the last one back */
} Year;

static void
year_clear (gpointer data)
{
  g_ptr_array_unref (((Year *) data)->months);
}

static const Figure *
find_month (const Check *check, const BondTerm *term, Period month)
{
  const Figure *found = NULL;
  for (guint i = 0; i < term->n_lines && found == NULL; i++)
    found = line_find (check, term->lines[i], (Slot){ MEASURE_ACTUAL, month });
  return found;
}

/* 0 = year - months - unknown months */
static Tie *
tie_of (const Year *year)
{
  Tie *tie = tie_new (TIE_SUM);
  tie_add (tie, year->figure, KNOT_RESULT, 1);
  for (guint i = 0; i < year->months->len; i++)
    tie_add (tie, year->months->pdata[i], KNOT_PART, -1);
  if (year->months->len < MONTHS)
    {
      g_auto (Interval) unknown = interval_from (0);
      g_auto (Interval) less = interval_negated (&unknown);
      tie_set_rest (tie, &less);
    }
  return tie;
}

static void
contradict (Check *check, const Bond *bond, const Year *year)
{
  Tie *tie = tie_of (year);
  g_auto (Interval) possible = tie_possible (check, tie, 0);
  g_autofree char *printed = decimal_format (year->figure->value);
  g_autofree char *range
      = interval_format (&possible, year->figure->value.scale + PROOF_MORE_PLACES);
  g_autoptr (GString) sum = g_string_new (NULL);
  for (guint i = year->months->len; i-- > 0;)
    {
      g_autofree char *value = decimal_format (((const Figure *) year->months->pdata[i])->value);
      g_string_append_printf (sum, "%s%s", sum->len > 0 ? " + " : "", value);
    }
  g_autofree char *message = g_strdup_printf (
      "rolling year printed %s, but %u months of %s make %s = %s", printed, year->months->len,
      line_label (check, bond_line (bond, 1)), sum->str, range);
  proof_contradict (check, "rolling-12m", year->figure, &possible, message);
  tie_break (check, tie);
}

static GArray *
collect_years (const Check *check, const Bond *bond)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (Year));
  g_array_set_clear_func (years, year_clear);
  g_autoptr (GArray) slots = line_slots (check, bond_line (bond, 0));
  for (guint i = 0; i < slots->len; i++)
    {
      Slot slot = g_array_index (slots, Slot, i);
      if (slot.measure != MEASURE_ACTUAL || slot.period.kind != PERIOD_MONTH)
        continue;
      Year year = { line_find (check, bond_line (bond, 0), slot), g_ptr_array_new () };
      for (int back = 0; back < MONTHS; back++)
        {
          const Figure *month
              = find_month (check, bond_term (bond, 1), period_add_months (slot.period, -back));
          if (month != NULL)
            g_ptr_array_add (year.months, (gpointer) month);
        }
      if (year.months->len > 0)
        g_array_append_val (years, year);
      else
        g_ptr_array_unref (year.months);
    }
  return years;
}

/* Whether @year, a year to date of @line, is the sum of its months, three at least. */
static gboolean
is_sum_of_months (const Check *check, Line line, const GArray *slots, Slot year)
{
  g_autoptr (Tie) tie = tie_new (TIE_SUM);
  tie_add (tie, line_find (check, line, year), KNOT_RESULT, 1);
  guint n_months = 0;
  for (guint i = 0; i < slots->len; i++)
    {
      Slot slot = g_array_index (slots, Slot, i);
      if (slot.measure != MEASURE_ACTUAL || slot.period.kind != PERIOD_MONTH
          || period_year_began (slot.period) != year.period.year)
        continue;
      tie_add (tie, line_find (check, line, slot), KNOT_PART, -1);
      n_months++;
    }
  return n_months >= TALLY_ENOUGH && tie_judge (check, tie) == VERDICT_FITS;
}

/* Whether the report itself adds up the months of @line. */
static gboolean
is_added_up (const Check *check, Line line)
{
  g_autoptr (GArray) slots = line_slots (check, line);
  for (guint i = 0; i < slots->len; i++)
    {
      Slot slot = g_array_index (slots, Slot, i);
      if (slot.measure == MEASURE_YTD && slot.period.kind == PERIOD_YEAR_TO_DATE
          && is_sum_of_months (check, line, slots, slot))
        return TRUE;
    }
  return FALSE;
}

/* What the years say of the bond: those with all of their months if there are any. */
static gboolean
is_own (const Check *check, const GArray *years)
{
  Tally whole = { 0 }, partial = { 0 };
  for (guint i = 0; i < years->len; i++)
    {
      const Year *year = &g_array_index (years, Year, i);
      g_autoptr (Tie) tie = tie_of (year);
      tally_add (year->months->len == MONTHS ? &whole : &partial, tie_judge (check, tie));
    }
  const Tally *tally = whole.n_fits + whole.n_off > 0 ? &whole : &partial;
  return tally->n_fits > tally->n_off;
}

static void
hold_bond (Check *check, const Bond *bond)
{
  g_autoptr (GArray) years = collect_years (check, bond);
  if (!is_own (check, years) && !is_added_up (check, bond_line (bond, 1)))
    return;
  check_held (check, years->len);
  for (guint i = 0; i < years->len; i++)
    {
      const Year *year = &g_array_index (years, Year, i);
      g_autoptr (Tie) tie = tie_of (year);
      if (tie_judge (check, tie) == VERDICT_OFF)
        contradict (check, bond, year);
      else
        tie_keep (check, g_steal_pointer (&tie));
    }
}

void
check_rolling_12m (Check *check)
{
  check_held (check, 0);
  for (guint i = 0; i < check->bonds->len; i++)
    if (((const Bond *) check->bonds->pdata[i])->kind == RELATION_ROLLING)
      hold_bond (check, check->bonds->pdata[i]);
}
