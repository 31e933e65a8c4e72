/* check/flow.c - does a stock follow from last month's, what came in and what went out?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Publishers count people in stocks and episodes in flows, and correct stocks later: where a stock
 * does not follow, that is worth a look and proves nothing.  So there is one warning a stock, with
 * all its months, but for those that a figure explains which other relations prove wrong.
 */
#include "check/bond.h"
#include "check/slip.h"

/* A month whose stock does not follow. */
typedef struct
{
  const Figure *stock;
  const Figure *wrong; /* (nullable): the one of its figures that other relations prove wrong */
  char *text;          /* owned: "2016-09 14, but 10 + 5 - 2 = 13" */
} Month;

/* One stock, held to the bond that it keeps best. */
typedef struct
{
  const Bond *bond;
  Tally tally;
  GArray *months; /* of Month */
} Stock;

static void
month_clear (gpointer data)
{
  g_free (((Month *) data)->text);
}

static void
stock_clear (gpointer data)
{
  g_array_unref (((Stock *) data)->months);
}

static const Month *
month_at (const Stock *stock, guint index)
{
  return &g_array_index (stock->months, Month, index);
}

/* stock - before - in + out = 0 */
static Tie *
tie_of_figures (const Bond *bond, const GPtrArray *figures)
{
  Tie *tie = tie_new (TIE_SUM);
  for (guint i = 0; i < bond->n_terms; i++)
    tie_add (tie, figures->pdata[i], KNOT_PART, i == 0 ? 1 : -bond_term (bond, i)->sign);
  return tie;
}

static const Figure *
find_wrong (const Check *check, const GPtrArray *figures)
{
  for (guint i = 0; i < figures->len; i++)
    if (g_hash_table_contains (check->wrong, figures->pdata[i]))
      return figures->pdata[i];
  return NULL;
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
  g_autofree char *period = period_format (slot.period);
  g_autofree char *printed = decimal_format (figure->value);
  g_autofree char *sum = bond_describe_values (stock->bond, figures, ROLE_NUMERATOR);
  g_autofree char *range = interval_format (&possible, figure->value.scale + 1);
  Month month = { figure, find_wrong (check, figures),
                  g_strdup_printf ("%s %s, but %s = %s", period, printed, sum, range) };
  g_array_append_val (stock->months, month);
}

static Stock
stock_new (const Check *check, const Bond *bond)
{
  Stock stock = { .bond = bond, .months = g_array_new (FALSE, FALSE, sizeof (Month)) };
  g_array_set_clear_func (stock.months, month_clear);
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

/* Warns once of all months that @wrong explains, or that nothing does if it is NULL. */
static void
warn (Check *check, const Stock *stock, const Figure *wrong)
{
  g_autoptr (GString) formula = g_string_new (NULL), months = g_string_new (NULL);
  for (guint i = 1; i < stock->bond->n_terms; i++)
    {
      const char *sign = bond_term (stock->bond, i)->sign < 0 ? " - " : " + ";
      g_string_append_printf (formula, "%s%s", i == 1 ? "" : sign,
                              line_label (check, bond_line (stock->bond, i)));
    }
  const Figure *first = NULL;
  guint n_months = 0;
  for (guint i = 0; i < stock->months->len; i++)
    {
      const Month *month = month_at (stock, i);
      if (month->wrong != wrong)
        continue;
      g_string_append_printf (months, "%s%s", n_months++ > 0 ? "; " : "", month->text);
      first = first == NULL ? month->stock : first;
    }
  g_autofree char *message = g_strdup_printf (
      "%u of %u months do not follow from %s, the first being last month's: %s", n_months,
      stock->tally.n_off + stock->tally.n_fits, formula->str, months->str);
  Finding *finding = proof_add (check, "flow", SEVERITY_WARNING, first, message);
  if (wrong == NULL)
    return;
  g_autofree char *group = slip_cause (check, wrong);
  report_set_text (&finding->group, group);
}

/* Whether a month before @index has the same explanation. */
static gboolean
is_told (const Stock *stock, guint index)
{
  for (guint i = 0; i < index; i++)
    if (month_at (stock, i)->wrong == month_at (stock, index)->wrong)
      return TRUE;
  return FALSE;
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
      const Stock *stock = &g_array_index (stocks, Stock, i);
      if (is_beaten (check, stocks, i))
        continue;
      check_held (check, stock->tally.n_fits + stock->tally.n_off);
      for (guint k = 0; k < stock->months->len; k++)
        if (!is_told (stock, k))
          warn (check, stock, month_at (stock, k)->wrong);
    }
}
