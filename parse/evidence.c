/* parse/evidence.c - figures that a report prints in more than one table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/evidence.h"

struct _Evidence
{
  GHashTable *figures; /* owned: key of a figure -> GArray of Sighting */
};

typedef struct
{
  int table;
  Decimal value;
} Sighting;

static char *
key_of (const char *ref, Measure measure, Comparator comparator, Period period, Component component)
{
  g_autofree char *when = measure == MEASURE_BENCHMARK ? g_strdup ("") : period_format (period);
  return g_strdup_printf ("%s|%d|%d|%s|%d", ref, (int) measure, (int) comparator, when,
                          (int) component);
}

static void
add_sighting (Evidence *evidence, const Report *report, const Figure *figure)
{
  const Indicator *indicator = report_indicator (report, (guint) figure->indicator);
  const char *refs[] = { indicator->ref_printed, indicator->ref };
  for (guint i = 0; i < (g_str_equal (refs[0], refs[1]) ? 1 : G_N_ELEMENTS (refs)); i++)
    {
      char *key = key_of (refs[i], figure->measure, figure->comparator, figure->period,
                          figure->component);
      GArray *sightings = g_hash_table_lookup (evidence->figures, key);
      if (sightings == NULL)
        {
          sightings = g_array_new (FALSE, FALSE, sizeof (Sighting));
          g_hash_table_insert (evidence->figures, g_strdup (key), sightings);
        }
      Sighting sighting = { figure->table, figure->value };
      g_array_append_val (sightings, sighting);
      g_free (key);
    }
}

Evidence *
evidence_new (const Report *report)
{
  Evidence *evidence = g_new0 (Evidence, 1);
  evidence->figures
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
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

  g_autofree char *key
      = key_of (query->ref, query->measure, query->comparator, query->period, query->component);
  const GArray *sightings = g_hash_table_lookup (evidence->figures, key);
  for (guint i = 0; sightings != NULL && i < sightings->len; i++)
    {
      const Sighting *sighting = &g_array_index (sightings, Sighting, i);
      if (sighting->table != query->table && decimal_compare (sighting->value, query->value) == 0)
        return TRUE;
    }
  return FALSE;
}
