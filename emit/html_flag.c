/* emit/html_flag.c - which cells of a report's tables findings are about.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/html_flag.h"

#include "emit/html_spot.h"

struct _Flags
{
  GHashTable *places;     /* from Spot to the index of a finding, plus one */
  GHashTable *indicators; /* from an index to a GArray of guint */
};

static void
add_place (GHashTable *places, const Report *report, guint index)
{
  const Finding *finding = report_finding (report, index);
  Spot spot = { finding->page, finding->box };
  guint before = GPOINTER_TO_UINT (g_hash_table_lookup (places, &spot));
  if (before == 0 || report_finding (report, before - 1)->severity > finding->severity)
    g_hash_table_replace (places, g_memdup2 (&spot, sizeof spot), GUINT_TO_POINTER (index + 1));
}

static void
add_indicator (GHashTable *indicators, int indicator, guint index)
{
  GArray *findings = g_hash_table_lookup (indicators, GINT_TO_POINTER (indicator));
  if (findings == NULL)
    {
      findings = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (indicators, GINT_TO_POINTER (indicator), findings);
    }
  g_array_append_val (findings, index);
}

/* Returns (transfer full): the places of findings. */
static GHashTable *
finding_places (const Report *report)
{
  GHashTable *places = g_hash_table_new_full (spot_hash, spot_equal, g_free, NULL);
  for (guint i = 0; i < report->findings->len; i++)
    {
      const Finding *finding = report_finding (report, i);
      Spot spot = { finding->page, finding->box };
      g_hash_table_add (places, g_memdup2 (&spot, sizeof spot));
    }
  return places;
}

/* Returns (transfer full): those places of findings at which a figure stands. */
static GHashTable *
figure_places (const Report *report)
{
  g_autoptr (GHashTable) wanted = finding_places (report);
  GHashTable *places = g_hash_table_new_full (spot_hash, spot_equal, g_free, NULL);
  for (guint i = 0; i < report->figures->len; i++)
    {
      const Figure *figure = report_figure (report, i);
      Spot spot = { figure->page, figure->box };
      if (g_hash_table_contains (wanted, &spot))
        g_hash_table_add (places, g_memdup2 (&spot, sizeof spot));
    }
  return places;
}

Flags *
flags_new (const Report *report)
{
  Flags *flags = g_new0 (Flags, 1);
  flags->places = g_hash_table_new_full (spot_hash, spot_equal, g_free, NULL);
  flags->indicators = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  g_autoptr (GHashTable) figures
      = report->findings->len > 0 ? figure_places (report) : g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < report->findings->len; i++)
    {
      const Finding *finding = report_finding (report, i);
      Spot spot = { finding->page, finding->box };
      if (!box_is_empty (finding->box) && g_hash_table_contains (figures, &spot))
        add_place (flags->places, report, i);
      else if (finding->indicator != NO_INDICATOR)
        add_indicator (flags->indicators, finding->indicator, i);
    }
  return flags;
}

void
flags_free (Flags *flags)
{
  if (flags == NULL)
    return;

  g_hash_table_unref (flags->places);
  g_hash_table_unref (flags->indicators);
  g_free (flags);
}

int
flags_of_figure (const Flags *flags, const Figure *figure)
{
  if (g_hash_table_size (flags->places) == 0)
    return -1;
  Spot spot = { figure->page, figure->box };
  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (flags->places, &spot)) - 1;
}

const GArray *
flags_of_indicator (const Flags *flags, guint indicator)
{
  return g_hash_table_lookup (flags->indicators, GINT_TO_POINTER ((int) indicator));
}
