/* parse/evidence.c - figures that a report prints in more than one table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/evidence.h"

struct _Evidence
{
  GHashTable *figures; /* owned: Key -> GArray of Sighting */
};

/* What figures of several tables have in common that may be one. */
typedef struct
{
  char *ref; /* owned by the table's keys, borrowed in those that are looked up */
  Measure measure;
  Comparator comparator;
  Period period; /* none of a benchmark */
  Component component;
} Key;

typedef struct
{
  int table;
  Decimal value;
} Sighting;

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;
  const int parts[] = { (int) key->measure, (int) key->comparator, (int) key->period.kind,
                        key->period.year,   key->period.number,    (int) key->component };
  guint hash = g_str_hash (key->ref);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    hash = hash * 31 + (guint) parts[i];
  return hash;
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const Key *left = a, *right = b;
  return left->measure == right->measure && left->comparator == right->comparator
         && left->component == right->component && period_equal (left->period, right->period)
         && g_str_equal (left->ref, right->ref);
}

static void
key_free (Key *key)
{
  g_free (key->ref);
  g_free (key);
}

static Key
key_of (const char *ref, Measure measure, Comparator comparator, Period period, Component component)
{
  Period when = measure == MEASURE_BENCHMARK ? NO_PERIOD : period;
  return (Key){ (char *) ref, measure, comparator, when, component };
}

static void
add_sighting (Evidence *evidence, const Report *report, const Figure *figure)
{
  const Indicator *indicator = report_indicator (report, (guint) figure->indicator);
  const char *refs[] = { indicator->ref_printed, indicator->ref };
  for (guint i = 0; i < (g_str_equal (refs[0], refs[1]) ? 1 : G_N_ELEMENTS (refs)); i++)
    {
      Key key = key_of (refs[i], figure->measure, figure->comparator, figure->period,
                        figure->component);
      GArray *sightings = g_hash_table_lookup (evidence->figures, &key);
      if (sightings == NULL)
        {
          sightings = g_array_new (FALSE, FALSE, sizeof (Sighting));
          key.ref = g_strdup (key.ref);
          g_hash_table_insert (evidence->figures, g_memdup2 (&key, sizeof key), sightings);
        }
      Sighting sighting = { figure->table, figure->value };
      g_array_append_val (sightings, sighting);
    }
}

Evidence *
evidence_new (const Report *report)
{
  Evidence *evidence = g_new0 (Evidence, 1);
  evidence->figures = g_hash_table_new_full (key_hash, key_equal, (GDestroyNotify) key_free,
                                             (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < report->figures->len; i++)
    {
      const Figure *figure = report_figure (report, i);
      if (figure->has_value && report_indicator (report, (guint) figure->indicator)->ref[0] != '\0')
        add_sighting (evidence, report, figure);
    }
  return evidence;
}

void
evidence_free (Evidence *evidence)
{
  if (evidence == NULL)
    return;

  g_hash_table_unref (evidence->figures);
  g_free (evidence);
}

gboolean
evidence_supports (const Evidence *evidence, const EvidenceQuery *query)
{
  if (evidence == NULL || query->ref[0] == '\0' || query->value.mantissa == 0)
    return FALSE; /* a zero stands everywhere and proves nothing */

  Key key = key_of (query->ref, query->measure, query->comparator, query->period, query->component);
  const GArray *sightings = g_hash_table_lookup (evidence->figures, &key);
  for (guint i = 0; sightings != NULL && i < sightings->len; i++)
    {
      const Sighting *sighting = &g_array_index (sightings, Sighting, i);
      if (sighting->table != query->table && decimal_compare (sighting->value, query->value) == 0)
        return TRUE;
    }
  return FALSE;
}
