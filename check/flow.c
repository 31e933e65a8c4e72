/* check/flow.c - does a stock follow from last month's, what came in and what went out?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Publishers count people in stocks and episodes in flows, and correct stocks later: where a stock
 * does not follow, that is worth a look and proves nothing.  So there is one warning a stock, with
 * all its months.
 */
#include "check/bond.h"

/* One stock, held to the bond that it keeps best. */
typedef struct
{
  const Bond *bond;
  Tally tally;
  GString *months;     /* of those that are off, for the message */
  const Figure *first; /* the first stock that is off */
  GPtrArray *ties;     /* owned; of Tie: those of the months that are off */
} Stock;

static void
stock_clear (gpointer data)
{
  Stock *stock = data;
  g_string_free (stock->months, TRUE);
  g_ptr_array_unref (stock->ties);
}

/* stock - before - in + out = 0 */
static Tie *
tie_of_figures (const Bond *bond, const GPtrArray *figures)
{
  Tie *tie = tie_new (TIE_SUM);
  for (guint i = 0; i < bond->terms->len; i++)
    tie_add (tie, figures->pdata[i], KNOT_PART, i == 0 ? 1 : -bond_term (bond, i)->sign);
  return tie;
}

static void
add_month (const Check *check, Stock *stock, const GPtrArray *figures, Slot slot)
{
  const Figure *figure = figures->pdata[0];
  g_autoptr (Tie) tie = tie_of_figures (stock->bond, figures);
  Verdict verdict = tie_judge (check, tie);
  tally_add (&stock->tally, verdict);
  if (verdict != VERDICT_OFF)
    return;

  g_auto (Interval) possible = tie_possible (check, tie, 0);
  g_autofree char *month = period_format (slot.period);
  g_autofree char *printed = decimal_format (figure->value);
  g_autofree char *sum = bond_describe_values (stock->bond, figures, ROLE_NUMERATOR);
  g_autofree char *range = interval_format (&possible, figure->value.scale + 1);
  g_string_append_printf (stock->months, "%s%s %s, but %s = %s", stock->months->len > 0 ? "; " : "",
                          month, printed, sum, range);
  if (stock->first == NULL)
    stock->first = figure;
  tie->is_loose = TRUE;
  g_ptr_array_add (stock->ties, g_steal_pointer (&tie));
}

static Stock
stock_new (const Check *check, const Bond *bond)
{
  Stock stock = { .bond = bond,
                  .months = g_string_new (NULL),
                  .ties = g_ptr_array_new_with_free_func ((GDestroyNotify) tie_free) };
  g_autoptr (GArray) slots = line_slots (check, bond_line (bond, 0));
  for (guint i = 0; i < slots->len; i++)
    {
      Slot slot = g_array_index (slots, Slot, i);
      if (slot.measure != MEASURE_ACTUAL || slot.period.kind != PERIOD_MONTH)
        continue;
      g_autoptr (GPtrArray) choices = bond_choices (check, bond, slot);
      if (choices->len > 0)
        add_month (check, &stock, choices->pdata[0], slot);
    }
  return stock;
}

static void
warn (Check *check, Stock *stock)
{
  g_autoptr (GString) formula = g_string_new (NULL);
  for (guint i = 1; i < stock->bond->terms->len; i++)
    {
      const char *sign = bond_term (stock->bond, i)->sign < 0 ? " - " : " + ";
      g_string_append_printf (formula, "%s%s", i == 1 ? "" : sign,
                              line_label (check, bond_line (stock->bond, i)));
    }
  g_autofree char *message = g_strdup_printf (
      "%u of %u months do not follow from %s, the first being last month's: %s", stock->tally.n_off,
      stock->tally.n_off + stock->tally.n_fits, formula->str, stock->months->str);
  proof_add (check, "flow", SEVERITY_WARNING, stock->first, message);
  while (stock->ties->len > 0)
    tie_break (check, g_ptr_array_steal_index (stock->ties, 0));
}

/* Whether another stock of the same indicator, in another table or by another bond, is to be told
 * of instead: the one that fits best, then the first one with most months. */
static gboolean
is_beaten (const Check *check, const GArray *stocks, guint index)
{
  const Stock *stock = &g_array_index (stocks, Stock, index);
  const Indicator *row
      = report_indicator (check->report, (guint) bond_line (stock->bond, 0).indicator);
  for (guint i = 0; i < stocks->len; i++)
    {
      const Stock *other = &g_array_index (stocks, Stock, i);
      const Indicator *rival
          = report_indicator (check->report, (guint) bond_line (other->bond, 0).indicator);
      gboolean is_rival = i != index && g_str_equal (row->canonical_id, rival->canonical_id)
                          && g_str_equal (row->ref, rival->ref);
      guint months = stock->tally.n_fits + stock->tally.n_off;
      guint rivals = other->tally.n_fits + other->tally.n_off;
      if (is_rival
          && (other->tally.n_fits > stock->tally.n_fits
              || (other->tally.n_fits == stock->tally.n_fits
                  && (rivals > months || (rivals == months && i < index)))))
        return TRUE;
    }
  return FALSE;
}

void
check_flow (Check *check)
{
  g_autoptr (GArray) stocks = g_array_new (FALSE, FALSE, sizeof (Stock));
  g_array_set_clear_func (stocks, stock_clear);
  check_held (check, 0);
  for (guint i = 0; i < check->bonds->len; i++)
    {
      const Bond *bond = check->bonds->pdata[i];
      if (bond->kind != RELATION_FLOW)
        continue;
      Stock stock = stock_new (check, bond);
      g_array_append_val (stocks, stock);
    }
  for (guint i = 0; i < stocks->len; i++)
    {
      Stock *stock = &g_array_index (stocks, Stock, i);
      if (is_beaten (check, stocks, i))
        continue;
      check_held (check, stock->tally.n_fits + stock->tally.n_off);
      if (stock->tally.n_off > 0)
        warn (check, stock);
    }
}
