/* parse/evidence.c - figures that a report prints in more than one table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/evidence.h"

struct _Evidence
{
  GHashTable *refs;  /* owned: reference -> its number, from 1 */
  GArray *sightings; /* of Sighting, each once, those of one key together */
};

/* What figures of several tables have in common that may be one. */
typedef struct
{
  guint ref; /* its number */
  Measure measure;
  Comparator comparator;
  Component component;
  Period period; /* none of a benchmark */
} Key;

typedef struct
{
  Key key;
  int table;
  Decimal value;
} Sighting;

static int
compare_keys (const Key *a, const Key *b)
{
  const int differences[] = { (int) a->ref - (int) b->ref,        a->measure - b->measure,
                              a->comparator - b->comparator,      a->component - b->component,
                              a->period.kind - b->period.kind,    a->period.year - b->period.year,
                              a->period.number - b->period.number };
  for (gsize i = 0; i < G_N_ELEMENTS (differences); i++)
    if (differences[i] != 0)
      return differences[i];
  return 0;
}

static int
compare_sightings (gconstpointer a, gconstpointer b)
{
  const Sighting *left = a, *right = b;
  int order = compare_keys (&left->key, &right->key);
  if (order == 0)
    order = left->table - right->table;
  return order != 0 ? order : decimal_compare (left->value, right->value);
}

/* ---- gathering ---- */

static Key
key_of (guint ref, Measure measure, Comparator comparator, Period period, Component component)
{
  Period when = measure == MEASURE_BENCHMARK ? NO_PERIOD : period;
  return (Key){ ref, measure, comparator, component, when };
}

static guint
number_of (const Evidence *evidence, const char *ref)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (evidence->refs, ref));
}

static guint
add_ref (Evidence *evidence, const char *ref)
{
  if (number_of (evidence, ref) == 0)
    g_hash_table_insert (evidence->refs, g_strdup (ref),
                         GUINT_TO_POINTER (g_hash_table_size (evidence->refs) + 1));
  return number_of (evidence, ref);
}

static void
add_sighting (Evidence *evidence, const Report *report, const Figure *figure)
{
  const Indicator *indicator = report_indicator (report, (guint) figure->indicator);
  const char *refs[] = { indicator->ref_printed, indicator->ref };
  for (guint i = 0; i < (g_str_equal (refs[0], refs[1]) ? 1 : G_N_ELEMENTS (refs)); i++)
    {
      Sighting sighting = { key_of (add_ref (evidence, refs[i]), figure->measure,
                                    figure->comparator, figure->period, figure->component),
                            figure->table, figure->value };
      g_array_append_val (evidence->sightings, sighting);
    }
}

static const Sighting *
sighting_at (const Evidence *evidence, guint i)
{
  return &g_array_index (evidence->sightings, Sighting, i);
}

/* Sorts the sightings and drops those that say the same of the same table. */
static void
settle (Evidence *evidence)
{
  g_array_sort (evidence->sightings, compare_sightings);
  guint n_kept = 0;
  for (guint i = 0; i < evidence->sightings->len; i++)
    if (n_kept == 0
        || compare_sightings (sighting_at (evidence, n_kept - 1), sighting_at (evidence, i)) != 0)
      g_array_index (evidence->sightings, Sighting, n_kept++) = *sighting_at (evidence, i);
  g_array_set_size (evidence->sightings, n_kept);
}

Evidence *
evidence_new (const Report *report)
{
  Evidence *evidence = g_new0 (Evidence, 1);
  evidence->refs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  evidence->sightings = g_array_new (FALSE, FALSE, sizeof (Sighting));
  for (guint i = 0; i < report->figures->len; i++)
    {
      const Figure *figure = report_figure (report, i);
      if (figure->has_value && report_indicator (report, (guint) figure->indicator)->ref[0] != '\0')
        add_sighting (evidence, report, figure);
    }
  settle (evidence);
  return evidence;
}

void
evidence_free (Evidence *evidence)
{
  if (evidence == NULL)
    return;

  g_hash_table_unref (evidence->refs);
  g_array_unref (evidence->sightings);
  g_free (evidence);
}

/* ---- asking ---- */

/* Returns: the first sighting that is not before @key. */
static guint
find_first (const Evidence *evidence, const Key *key)
{
  guint first = 0, end = evidence->sightings->len;
  while (first < end)
    {
      guint middle = first + (end - first) / 2;
      if (compare_keys (&sighting_at (evidence, middle)->key, key) < 0)
        first = middle + 1;
      else
        end = middle;
    }
  return first;
}

gboolean
evidence_supports (const Evidence *evidence, const EvidenceQuery *query)
{
  if (evidence == NULL || query->ref[0] == '\0' || query->value.mantissa == 0)
    return FALSE; /* a zero stands everywhere and proves nothing */

  Key key = key_of (number_of (evidence, query->ref), query->measure, query->comparator,
                    query->period, query->component);
  for (guint i = find_first (evidence, &key); i < evidence->sightings->len; i++)
    {
      const Sighting *sighting = sighting_at (evidence, i);
      if (compare_keys (&sighting->key, &key) != 0)
        return FALSE;
      if (sighting->table != query->table && decimal_compare (sighting->value, query->value) == 0)
        return TRUE;
    }
  return FALSE;
}
