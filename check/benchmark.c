/* check/benchmark.c - is a comparison value of the same scale as what it is compared with?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Percentages have one scale; what they are compared with may still be copied from another row.
 * Always a warning: an authority may well be far from all others, and an average of shares is not
 * the share of averages.
 */
#include "check/comparison.h"
#include "check/proof.h"

#define OTHER_SCALE 4  /* times the largest month, or parts of the smallest, of all values */
#define ODD_SCALE 10   /* times the months and the other values, of a single one */
#define OFF_MONTHS 3   /* times the largest month, and */
#define OFF_RELATION 5 /* and this by the next line times what a relation makes of it */
#define OFF_RELATION_PARTS 2
#define REPEAT_ROWS 2 /* rows between which values are copied by mistake */
#define LEAST_REPEATED 3
#define MAX_VALUES 8
#define N_PLAIN_RATIO 3 /* terms of one number over another */

/* The comparison values of a row and the span of its months. */
typedef struct
{
  const Figure *values[MAX_VALUES];
  guint n_values;
  const Figure *least, *most; /* months; NULL if it prints none */
} Row;

static void
add_month (Row *row, const Figure *figure)
{
  if (row->least == NULL || decimal_compare (figure->value, row->least->value) < 0)
    row->least = figure;
  if (row->most == NULL || decimal_compare (figure->value, row->most->value) > 0)
    row->most = figure;
}

static gboolean
is_value (const Figure *figure, Measure measure)
{
  return figure->measure == measure && figure->component == COMPONENT_VALUE
         && proof_can_judge (figure);
}

/* A row without comparison values is not asked for its months. */
static Row
read_row (const Check *check, guint indicator)
{
  const Series *series = check->series->pdata[indicator];
  Row row = { .n_values = 0 };
  for (guint i = 0; i < series->n_figures; i++)
    {
      const Figure *figure = series_figure (series, i);
      if (row.n_values < MAX_VALUES && is_value (figure, MEASURE_BENCHMARK)
          && figure->value.mantissa > 0)
        row.values[row.n_values++] = figure;
    }
  for (guint i = 0; i < series->n_figures && row.n_values > 0; i++)
    if (is_value (series_figure (series, i), MEASURE_ACTUAL))
      add_month (&row, series_figure (series, i));
  return row;
}

/* Whether @a is more than @times / @parts of @b. */
static gboolean
is_above (const Figure *a, const Figure *b, gint64 times, gint64 parts)
{
  g_auto (Interval) one = interval_exact (a->value);
  g_auto (Interval) other = interval_exact (b->value);
  g_auto (Interval) limit = interval_scaled (&other, times, parts);
  return interval_is_above (&one, &limit);
}

static void
warn (Check *check, const Figure *figure, const char *message)
{
  proof_add (check, "benchmark", SEVERITY_WARNING, figure, message);
}

/* All of another scale */

static gboolean
is_other_scale (const Row *row)
{
  guint n_above = 0, n_below = 0;
  for (guint i = 0; i < row->n_values; i++)
    {
      n_above += is_above (row->values[i], row->most, OTHER_SCALE, 1);
      n_below += is_above (row->least, row->values[i], OTHER_SCALE, 1);
    }
  return row->n_values > 1 && (n_above == row->n_values || n_below == row->n_values);
}

static char *
list_values (const Row *row)
{
  GString *list = g_string_new (NULL);
  for (guint i = 0; i < row->n_values; i++)
    {
      g_autofree char *value = decimal_format (row->values[i]->value);
      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", value);
    }
  return g_string_free (list, FALSE);
}

static void
warn_of_scale (Check *check, const Row *row)
{
  g_autofree char *values = list_values (row);
  g_autofree char *least = decimal_format (row->least->value);
  g_autofree char *most = decimal_format (row->most->value);
  g_autofree char *message = g_strdup_printf (
      "the comparison values %s are of another scale than the months, %s to %s: of a year beside "
      "months, or of another unit",
      values, least, most);
  warn (check, row->values[0], message);
}

/* One of another scale */

static gboolean
is_odd (const Row *row, guint odd)
{
  if (row->n_values < 3 || !is_above (row->values[odd], row->most, ODD_SCALE, 1))
    return FALSE;
  for (guint i = 0; i < row->n_values; i++)
    if (i != odd && !is_above (row->values[odd], row->values[i], ODD_SCALE, 1))
      return FALSE;
  return TRUE;
}

/* Returns: the value of a row with that canonical id and comparator; NULL if none or several. */
static const Figure *
find_value (const Check *check, const char *canonical_id, Comparator comparator)
{
  const Figure *found = NULL;
  for (guint i = 0; i < check->report->indicators->len; i++)
    {
      if (!g_str_equal (report_indicator (check->report, i)->canonical_id, canonical_id))
        continue;
      Row row = read_row (check, i);
      for (guint k = 0; k < row.n_values; k++)
        if (row.values[k]->comparator == comparator)
          {
            if (found != NULL)
              return NULL;
            found = row.values[k];
          }
    }
  return found;
}

/* Whether @value of @whole is more than OFF_RELATION times @share of it. */
static gboolean
is_off_relation (const Figure *value, const Figure *whole, const Figure *share)
{
  g_auto (Interval) part = interval_exact (value->value);
  g_auto (Interval) all = interval_exact (whole->value);
  g_auto (Interval) quotient = interval_quotient (&part, &all);
  g_auto (Interval) percent = interval_scaled (&quotient, 100, 1);
  g_auto (Interval) printed = interval_exact (share->value);
  g_auto (Interval) limit = interval_scaled (&printed, OFF_RELATION, OFF_RELATION_PARTS);
  return interval_is_above (&percent, &limit);
}

/* Returns (transfer full) (nullable): how @value breaks the relation that it stands in by far. */
static char *
describe_relation (const Check *check, const Figure *value)
{
  const Indicator *own = report_indicator (check->report, (guint) value->indicator);
  const GPtrArray *relations = check->knowledge->catalogue->relations;
  for (guint i = 0; i < relations->len && own->canonical_id[0] != '\0'; i++)
    {
      const Relation *relation = g_ptr_array_index (relations, i);
      if (relation->kind != RELATION_RATIO || relation->terms->len != N_PLAIN_RATIO
          || !g_str_equal (relation_id (relation, 1), own->canonical_id))
        continue;
      const Figure *share = find_value (check, relation_id (relation, 0), value->comparator);
      const Figure *whole = find_value (check, relation_id (relation, 2), value->comparator);
      if (share == NULL || whole == NULL || !is_off_relation (value, whole, share))
        continue;
      g_autofree char *percent = decimal_format (share->value);
      g_autofree char *all = decimal_format (whole->value);
      return g_strdup_printf (", and the same authorities' %s %% of %s is far less", percent, all);
    }
  return NULL;
}

static void
hold_value (Check *check, const Row *row, guint i)
{
  const Figure *figure = row->values[i];
  g_autofree char *relation
      = is_above (figure, row->most, OFF_MONTHS, 1) ? describe_relation (check, figure) : NULL;
  if (relation == NULL && !is_odd (row, i))
    return;
  g_autofree char *value = decimal_format (figure->value);
  g_autofree char *most = decimal_format (row->most->value);
  g_autofree char *message = g_strdup_printf (
      "the comparison value %s is of another scale than the months, none above %s%s: a sum of "
      "several authorities, or of a year",
      value, most, relation != NULL ? relation : ", and than the others of the row");
  warn (check, figure, message);
}

/* Repeated ones */

/* Whether both rows print the same values for the same comparators, not all alike. */
static gboolean
is_repeated (const Row *a, const Row *b)
{
  gboolean has_two = FALSE;
  if (a->n_values != b->n_values || a->n_values < LEAST_REPEATED)
    return FALSE;
  for (guint i = 0; i < a->n_values; i++)
    {
      if (a->values[i]->comparator != b->values[i]->comparator
          || decimal_compare (a->values[i]->value, b->values[i]->value) != 0)
        return FALSE;
      has_two |= decimal_compare (a->values[i]->value, a->values[0]->value) != 0;
    }
  return has_two;
}

static void
hold_neighbour (Check *check, guint first, guint second)
{
  const Indicator *a = report_indicator (check->report, first);
  const Indicator *b = report_indicator (check->report, second);
  if (a->table != b->table || a->unit != b->unit || a->unit != UNIT_PERCENT
      || (a->ref[0] != '\0' && g_str_equal (a->ref, b->ref)))
    return;
  const Row one = read_row (check, first), other = read_row (check, second);
  if (!is_repeated (&one, &other))
    return;
  g_autofree char *values = list_values (&other);
  g_autofree char *message = g_strdup_printf ("the comparison values %s are those of %s as well",
                                              values, a->ref[0] != '\0' ? a->ref : a->name);
  warn (check, other.values[0], message);
}

void
check_benchmark (Check *check)
{
  check_held (check, 0);
  for (guint i = 0; i < check->series->len; i++)
    {
      const Row row = read_row (check, i);
      check_held (check, row.n_values > 0);
      gboolean has_scale = row.most != NULL && row.most->value.mantissa > 0
                           && report_indicator (check->report, i)->unit != UNIT_PERCENT;
      if (has_scale && is_other_scale (&row))
        warn_of_scale (check, &row);
      else
        for (guint k = 0; k < row.n_values && has_scale; k++)
          hold_value (check, &row, k);
      for (guint k = i > REPEAT_ROWS ? i - REPEAT_ROWS : 0; k < i; k++)
        hold_neighbour (check, k, i);
    }
  comparison_hold (check);
}
