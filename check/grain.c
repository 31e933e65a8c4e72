/* check/grain.c - do the counts of a table or a row show that they are rounded?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "check/grain.h"

#include "check/proof.h"

#define ENOUGH                                                                                     \
  8 /* counts: one of five is a multiple of five by chance, eight are once in 390,625 */
#define DIFFERENT 4   /* of them differ from the one before: a steady figure is one count */
#define NEARLY_ALL 20 /* one of so many may be wrong of itself */

/* The first that fits is the grain. */
static const guint grains[] = { 1000, 100, 50, 10, 5 };

/* The counts of a table or a row. */
typedef struct
{
  guint n_counts, n_different;
  guint n_multiples[G_N_ELEMENTS (grains)];
  gint64 last;
} Sieve;

static void
sieve_add (Sieve *sieve, gint64 count)
{
  sieve->n_counts++;
  sieve->n_different += count != sieve->last;
  sieve->last = count;
  for (gsize i = 0; i < G_N_ELEMENTS (grains); i++)
    sieve->n_multiples[i] += count % grains[i] == 0;
}

static guint
sieve_grain (const Sieve *sieve)
{
  for (gsize i = 0; i < G_N_ELEMENTS (grains); i++)
    if (sieve->n_counts >= ENOUGH && sieve->n_different >= DIFFERENT
        && (sieve->n_counts - sieve->n_multiples[i]) * NEARLY_ALL <= sieve->n_counts)
      return grains[i];
  return 1;
}

/* Zeros are multiples of anything, and what is computed from counts is rounded otherwise. */
static gboolean
is_count (const Report *report, const Figure *figure)
{
  Unit unit = figure->unit != UNIT_NONE
                  ? figure->unit
                  : report_indicator (report, (guint) figure->indicator)->unit;
  return unit == UNIT_COUNT && figure->measure == MEASURE_ACTUAL && proof_can_judge (figure)
         && figure->value.scale == 0 && figure->value.mantissa != 0;
}

GArray *
grains_of_report (const Report *report)
{
  guint n_rows = report->indicators->len, n_tables = (guint) MAX (report->n_tables, 0) + 2;
  g_autofree Sieve *rows = g_new0 (Sieve, n_rows), *tables = g_new0 (Sieve, n_tables);
  for (guint i = 0; i < report->figures->len; i++)
    {
      const Figure *figure = report_figure (report, i);
      if (!is_count (report, figure))
        continue;
      guint table = (guint) report_indicator (report, (guint) figure->indicator)->table;
      sieve_add (&rows[figure->indicator], figure->value.mantissa);
      sieve_add (&tables[MIN (table, n_tables - 1)], figure->value.mantissa);
    }

  GArray *all = g_array_sized_new (FALSE, FALSE, sizeof (guint), n_rows);
  for (guint i = 0; i < n_rows; i++)
    {
      guint table = (guint) report_indicator (report, i)->table;
      guint grain = MAX (sieve_grain (&rows[i]), sieve_grain (&tables[MIN (table, n_tables - 1)]));
      g_array_append_val (all, grain);
    }
  return all;
}

guint
grain_of_row (const Check *check, int indicator)
{
  return check->grains == NULL ? 1 : g_array_index (check->grains, guint, indicator);
}

guint
grain_of (const Check *check, const Figure *figure)
{
  guint grain = grain_of_row (check, figure->indicator);
  return figure->value.mantissa % grain == 0 ? grain : 1;
}
