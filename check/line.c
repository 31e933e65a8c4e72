/* check/line.c - the figures of one kind that an indicator prints, found by what they are of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "check/line.h"

#include "check/proof.h"

typedef struct
{
  Line line;
  Slot slot;
  const Figure *figure; /* NULL if there are several */
} Place;

static guint
place_hash (gconstpointer key)
{
  const Place *place = key;
  guint kind = (guint) place->line.component + 8 * (guint) place->slot.measure
               + 256 * (guint) place->slot.period.kind;
  guint period = (guint) place->slot.period.year * 16 + (guint) place->slot.period.number;
  return ((guint) place->line.indicator * 31 + kind) * 31 + period;
}

static gboolean
place_equal (gconstpointer a, gconstpointer b)
{
  const Place *first = a, *second = b;
  return line_equal (first->line, second->line) && first->slot.measure == second->slot.measure
         && period_equal (first->slot.period, second->slot.period);
}

static gboolean
is_slot (Measure measure)
{
  return measure == MEASURE_ACTUAL || measure == MEASURE_YTD || measure == MEASURE_ANNUAL;
}

static gboolean
has_slot (const Figure *figure)
{
  return is_slot (figure->measure);
}

static Slot
slot_in (const Series *series, const Figure *figure)
{
  if (!has_slot (figure))
    return (Slot){ MEASURE_NONE, NO_PERIOD };
  return (Slot){ figure->measure, series_month_of (series, figure) };
}

Line
line_of (const Figure *figure)
{
  return (Line){ figure->indicator, figure->component };
}

struct LineIndex
{
  GHashTable *places; /* a set of Place: those of @all that are the first of their kind */
  Place *all;         /* owned */
};

LineIndex *
line_index_new (const Report *report, const GPtrArray *series)
{
  LineIndex *index = g_new (LineIndex, 1);
  index->places = g_hash_table_new (place_hash, place_equal);
  index->all = g_new (Place, report->figures->len);
  for (guint i = 0; i < report->figures->len; i++)
    {
      const Figure *figure = report_figure (report, i);
      if (!has_slot (figure) || !proof_can_judge (figure))
        continue;
      Place *place = &index->all[i];
      *place
          = (Place){ line_of (figure), slot_in (series->pdata[figure->indicator], figure), figure };
      Place *known = g_hash_table_lookup (index->places, place);
      if (known != NULL)
        known->figure = NULL;
      else
        g_hash_table_add (index->places, place);
    }
  return index;
}

void
line_index_free (LineIndex *index)
{
  if (index == NULL)
    return;
  g_hash_table_unref (index->places);
  g_free (index->all);
  g_free (index);
}

GHashTable *
line_rows_new (const Report *report)
{
  GHashTable *all
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < report->indicators->len; i++)
    {
      const char *id = report_indicator (report, i)->canonical_id;
      GArray *rows = g_hash_table_lookup (all, id);
      if (rows == NULL)
        g_hash_table_insert (all, (gpointer) id, rows = g_array_new (FALSE, FALSE, sizeof (guint)));
      g_array_append_val (rows, i);
    }
  return all;
}

const GArray *
line_rows (const Check *check, const char *id)
{
  return g_hash_table_lookup (check->rows, id);
}

const Figure *
line_find (const Check *check, Line line, Slot slot)
{
  Place wanted = { line, slot, NULL };
  const Place *place = g_hash_table_lookup (check->lines->places, &wanted);
  return place == NULL ? NULL : place->figure;
}

Slot
line_slot_of (const Check *check, const Figure *figure)
{
  return slot_in (proof_series (check, figure), figure);
}

GArray *
line_slots (const Check *check, Line line)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (Slot));
  const Series *series = g_ptr_array_index (check->series, line.indicator);
  for (guint i = 0; i < series->figures->len; i++)
    {
      const Figure *figure = series->figures->pdata[i];
      if (figure->component != line.component || !has_slot (figure))
        continue;
      Slot slot = slot_in (series, figure);
      if (line_find (check, line, slot) == figure)
        g_array_append_val (slots, slot);
    }
  return slots;
}

const char *
line_label (const Check *check, Line line)
{
  const Indicator *indicator = report_indicator (check->report, (guint) line.indicator);
  return indicator->ref[0] != '\0' ? indicator->ref : indicator->name;
}

char *
line_cell (const Check *check, Line line, Measure measure, Period period)
{
  g_autofree char *text
      = is_slot (measure) ? period_format (period) : g_strdup (measure_code (measure));
  return g_strdup_printf ("%s %s", line_label (check, line), text);
}

gboolean
line_equal (Line a, Line b)
{
  return a.indicator == b.indicator && a.component == b.component;
}
