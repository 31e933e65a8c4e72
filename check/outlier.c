/* check/outlier.c - does a month stand far off all the others of its row?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The measure is what the other months spread over, without the one in question, so that it does
 * not hide itself.
 */
#include "check/proof.h"

#define LEAST_MONTHS 8 /* fewer show no spread */
#define FAR 5          /* spreads away from the nearest other month */
#define LEAST_SPREAD                                                                               \
  20                   /* the spread counts as no less than one so-manieth of the others' middle   \
                        */
#define LEAST_COUNTS 2 /* nor, of counts, as less than so many */

/* Returns (transfer full): the row's months with a number, from the smallest. */
static GPtrArray *
sort_months (const Series *series)
{
  GPtrArray *sorted = g_ptr_array_new ();
  for (guint i = 0; i < series->n_months && !series->is_climbing; i++)
    {
      const Figure *figure = series_month (series, i);
      if (proof_can_judge (figure))
        g_ptr_array_add (sorted, (gpointer) figure);
    }
  g_ptr_array_sort (sorted, proof_compare_values);
  return sorted;
}

static Interval
exact (const GPtrArray *sorted, guint i)
{
  return interval_exact (((const Figure *) g_ptr_array_index (sorted, i))->value);
}

/* What the months from @first to @last spread over, at least. */
static Interval
spread_of (const Check *check, const GPtrArray *sorted, guint first, guint last)
{
  g_auto (Interval) low = exact (sorted, first);
  g_auto (Interval) high = exact (sorted, last);
  g_auto (Interval) middle = exact (sorted, (first + last) / 2);
  g_auto (Interval) share = interval_scaled (&middle, 1, LEAST_SPREAD);
  Interval spread = interval_difference (&high, &low);
  interval_raise (&spread, &share);
  if (proof_unit (check, g_ptr_array_index (sorted, first)) == UNIT_COUNT)
    {
      g_auto (Interval) counts = interval_whole (LEAST_COUNTS, LEAST_COUNTS);
      interval_raise (&spread, &counts);
    }
  return spread;
}

/* Warns of month @i, at an end, if it lies far from those from @first to @last; @next is the
 * nearest of them. */
static void
hold_end (Check *check, const GPtrArray *sorted, guint i, guint first, guint last, guint next)
{
  g_auto (Interval) own = exact (sorted, i);
  g_auto (Interval) nearest = exact (sorted, next);
  g_auto (Interval) gap
      = i > next ? interval_difference (&own, &nearest) : interval_difference (&nearest, &own);
  g_auto (Interval) spread = spread_of (check, sorted, first, last);
  g_auto (Interval) far = interval_scaled (&spread, FAR, 1);
  if (!interval_is_above (&gap, &far))
    return;

  const Figure *figure = g_ptr_array_index (sorted, i);
  if (proof_compare_values (&g_ptr_array_index (sorted, first), &g_ptr_array_index (sorted, last))
      == 0)
    return; /* the others show no spread */
  g_autofree char *value = decimal_format (figure->value);
  g_autofree char *low
      = decimal_format (((const Figure *) g_ptr_array_index (sorted, first))->value);
  g_autofree char *high
      = decimal_format (((const Figure *) g_ptr_array_index (sorted, last))->value);
  g_autofree char *message
      = g_strdup_printf ("%s stands far off the row's other %u months, which lie between %s and %s",
                         value, last - first + 1, low, high);
  proof_add (check, "outlier", SEVERITY_WARNING, figure, message);
}

void
check_outlier (Check *check)
{
  check_held (check, 0);
  for (guint i = 0; i < check->series->len; i++)
    {
      g_autoptr (GPtrArray) sorted = sort_months (g_ptr_array_index (check->series, i));
      if (sorted->len < LEAST_MONTHS)
        continue;
      check_held (check, 1);
      guint last = sorted->len - 1;
      hold_end (check, sorted, last, 0, last - 1, last - 1);
      hold_end (check, sorted, 0, 1, last, 1);
    }
}
