/* check/novelty.c - does a measure begin with the month that it is said to be new from?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "check/proof.h"

/* Returns: the first figure of a row that says since when it is new; NULL if none does. */
static const Figure *
find_label (const Series *series)
{
  for (guint i = 0; i < series->n_figures; i++)
    {
      const Figure *figure = series_figure (series, i);
      if (figure->status == STATUS_NEW_MEASURE && figure->since.kind == PERIOD_MONTH)
        return figure;
    }
  return NULL;
}

/* Returns: the earliest month for which a row prints a number; NULL if there is none. */
static const Figure *
find_first (const Series *series)
{
  const Figure *first = NULL;
  for (guint i = 0; i < series->n_months; i++)
    {
      const Figure *figure = series_month (series, i);
      if (figure->has_value
          && (first == NULL || period_months_between (figure->period, first->period) > 0))
        first = figure;
    }
  return first;
}

void
check_new_measure (Check *check)
{
  check_held (check, 0);
  for (guint i = 0; i < check->series->len; i++)
    {
      const Series *series = g_ptr_array_index (check->series, i);
      const Figure *label = find_label (series), *first = find_first (series);
      check_held (check, label != NULL);
      if (label == NULL || first == NULL || period_equal (first->period, label->since))
        continue;
      g_autofree char *since = period_format (label->since);
      g_autofree char *month = period_format (first->period);
      g_autofree char *message = g_strdup_printf (
          "'%s' names %s, but the first figure of the row is of %s", label->raw, since, month);
      proof_add (check, "new-measure", SEVERITY_NOTE, label, message);
    }
}
