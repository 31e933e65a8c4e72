/* check/line.c - the figures of one kind that an indicator prints, found by what they are of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "check/line.h"

#include "check/proof.h"

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

/* A value of an indicator, or several that are of one thing. */
typedef struct
{
  Slot slot;
  Component component;
  guint figure; /* its index in the report; SEVERAL if there are several */
} Place;

#define SEVERAL G_MAXUINT

/* The places of an indicator stand together, in document order. */
struct LineIndex
{
  guint *first; /* owned; by indicator, the index of its first place; and behind the last */
  Roll *places; /* owned; of Place, beside the report */
};

/* Returns (nullable): the place of the indicator's for @component in @slot. */
static Place *
find_place (const LineIndex *index, guint indicator, guint end, Component component, Slot slot)
{
  for (guint i = index->first[indicator]; i < end; i++)
    {
      Place *place = roll_at (index->places, i);
      if (place->component == component && place->slot.measure == slot.measure
          && period_equal (place->slot.period, slot.period))
        return place;
    }
  return NULL;
}

static void
add_places (LineIndex *index, guint indicator, const Series *series)
{
  index->first[indicator] = index->places->len;
  for (guint i = 0; i < series->n_figures; i++)
    {
      const Figure *figure = series_figure (series, i);
      if (!has_slot (figure) || !proof_can_judge (figure))
        continue;
      const Place place = { slot_in (series, figure), figure->component, series->figures[i] };
      Place *known = find_place (index, indicator, index->places->len, place.component, place.slot);
      if (known != NULL)
        known->figure = SEVERAL;
      else
        *(Place *) roll_add (index->places) = place;
    }
}

LineIndex *
line_index_new (const Report *report, const GPtrArray *series)
{
  LineIndex *index = g_new (LineIndex, 1);
  index->first = g_new (guint, series->len + 1);
  index->places = roll_new (report->shelf, sizeof (Place));
  for (guint i = 0; i < series->len; i++)
    add_places (index, i, series->pdata[i]);
  index->first[series->len] = index->places->len;
  return index;
}

void
line_index_free (LineIndex *index)
{
  if (index == NULL)
    return;
  g_free (index->first);
  roll_free (index->places);
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
  guint indicator = (guint) line.indicator;
  const LineIndex *index = check->lines;
  const Place *place
      = find_place (index, indicator, index->first[indicator + 1], line.component, slot);
  return place == NULL || place->figure == SEVERAL
             ? NULL
             : roll_place (check->report->figures, place->figure);
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
  for (guint i = 0; i < series->n_figures; i++)
    {
      const Figure *figure = series_figure (series, i);
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
