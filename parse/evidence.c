/* parse/evidence.c - figures that a report prints in more than one table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/evidence.h"

#include <stdlib.h>

#include "model/shelf.h"

#define ADDED_AT_ONCE 1024 /* sightings that take memory while they are gathered */
#define REFS_AT_ONCE 16    /* whose sightings do, while they are asked for */

/* What figures of one reference in several tables have in common that may be one. */
typedef struct
{
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

/* Where the sightings of a reference stand: each once, those of one key together. */
typedef struct
{
  guint first, end;
} Stretch;

struct _Evidence
{
  GHashTable *refs;    /* owned: reference -> its number */
  GArray *stretches;   /* of Stretch, by that number */
  Sighting *sightings; /* owned by the shelf */
  Shelf *shelf;        /* owned: a long report has as many as figures */
  guint n_since;       /* sightings or references that were turned to since memory was given back */
  gpointer last;       /* the number that was asked for last */
};

static int
compare_keys (const Key *a, const Key *b)
{
  const int differences[]
      = { a->measure - b->measure,         a->comparator - b->comparator,
          a->component - b->component,     a->period.kind - b->period.kind,
          a->period.year - b->period.year, a->period.number - b->period.number };
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

static Key
key_of (Measure measure, Comparator comparator, Period period, Component component)
{
  Period when = measure == MEASURE_BENCHMARK ? NO_PERIOD : period;
  return (Key){ measure, comparator, component, when };
}

/* Notes that something else is looked at; every so often all gives its memory back. */
static void
turn_on (Evidence *evidence, guint most)
{
  if (++evidence->n_since < most)
    return;
  shelf_rest (evidence->shelf);
  evidence->n_since = 0;
}

/* ---- gathering ---- */

static Stretch *
stretch_of (const Evidence *evidence, gpointer number)
{
  return &g_array_index (evidence->stretches, Stretch, GPOINTER_TO_UINT (number));
}

/* Does something about a figure that stands for a reference. */
typedef void (*SightFunc) (Evidence *evidence, const char *ref, const Figure *figure);

/* Makes room for one more sighting of the reference. */
static void
count (Evidence *evidence, const char *ref, G_GNUC_UNUSED const Figure *figure)
{
  gpointer number = NULL;
  if (!g_hash_table_lookup_extended (evidence->refs, ref, NULL, &number))
    {
      const Stretch none = { 0, 0 };
      number = GUINT_TO_POINTER (evidence->stretches->len);
      g_hash_table_insert (evidence->refs, g_strdup (ref), number);
      g_array_append_val (evidence->stretches, none);
    }
  stretch_of (evidence, number)->end++;
}

static void
add (Evidence *evidence, const char *ref, const Figure *figure)
{
  Stretch *stretch = stretch_of (evidence, g_hash_table_lookup (evidence->refs, ref));
  evidence->sightings[stretch->end++]
      = (Sighting){ key_of (figure->measure, figure->comparator, figure->period, figure->component),
                    figure->table, figure->value };
  turn_on (evidence, ADDED_AT_ONCE);
}

static void
each_sighting (Evidence *evidence, const Report *report, SightFunc func)
{
  for (guint i = 0; i < report->figures->len; i++)
    {
      const Figure *figure = report_figure (report, i);
      const Indicator *indicator = report_indicator (report, (guint) figure->indicator);
      if (!figure->has_value || indicator->ref[0] == '\0')
        continue;
      func (evidence, indicator->ref_printed, figure);
      if (!g_str_equal (indicator->ref_printed, indicator->ref))
        func (evidence, indicator->ref, figure);
    }
}

/* Lays the stretches, which have been counted, behind each other.  Returns: how long all are. */
static guint
lay_out (const Evidence *evidence)
{
  guint n = 0;
  for (guint i = 0; i < evidence->stretches->len; i++)
    {
      Stretch *stretch = &g_array_index (evidence->stretches, Stretch, i);
      guint length = stretch->end;
      *stretch = (Stretch){ n, n };
      n += length;
    }
  return n;
}

/* Sorts the sightings of a reference and drops those that say the same of the same table. */
static void
settle (const Evidence *evidence, Stretch *stretch)
{
  Sighting *own = &evidence->sightings[stretch->first];
  guint n = stretch->end - stretch->first, n_kept = 0;
  qsort (own, n, sizeof *own, compare_sightings);
  for (guint i = 0; i < n; i++)
    if (n_kept == 0 || compare_sightings (&own[n_kept - 1], &own[i]) != 0)
      own[n_kept++] = own[i];
  stretch->end = stretch->first + n_kept;
}

Evidence *
evidence_new (const Report *report)
{
  Evidence *evidence = g_new0 (Evidence, 1);
  evidence->refs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  evidence->stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  evidence->shelf = shelf_new ();
  each_sighting (evidence, report, count);
  evidence->sightings = shelf_take (evidence->shelf, lay_out (evidence) * sizeof (Sighting));
  each_sighting (evidence, report, add);
  for (guint i = 0; i < evidence->stretches->len; i++)
    {
      settle (evidence, &g_array_index (evidence->stretches, Stretch, i));
      turn_on (evidence, REFS_AT_ONCE);
    }
  return evidence;
}

void
evidence_free (Evidence *evidence)
{
  if (evidence == NULL)
    return;

  g_hash_table_unref (evidence->refs);
  g_array_unref (evidence->stretches);
  shelf_free (evidence->shelf);
  g_free (evidence);
}

/* ---- asking ---- */

/* Returns: the first sighting of the stretch that is not before @key. */
static guint
find_first (const Evidence *evidence, const Stretch *stretch, const Key *key)
{
  guint first = stretch->first, end = stretch->end;
  while (first < end)
    {
      guint middle = first + (end - first) / 2;
      if (compare_keys (&evidence->sightings[middle].key, key) < 0)
        first = middle + 1;
      else
        end = middle;
    }
  return first;
}

gboolean
evidence_supports (Evidence *evidence, const EvidenceQuery *query)
{
  gpointer number = NULL;
  if (evidence == NULL || query->ref[0] == '\0' || query->value.mantissa == 0
      || !g_hash_table_lookup_extended (evidence->refs, query->ref, NULL, &number))
    return FALSE; /* a zero stands everywhere and proves nothing */

  if (number != evidence->last)
    turn_on (evidence, REFS_AT_ONCE);
  evidence->last = number;
  const Stretch *stretch = stretch_of (evidence, number);
  Key key = key_of (query->measure, query->comparator, query->period, query->component);
  for (guint i = find_first (evidence, stretch, &key); i < stretch->end; i++)
    {
      const Sighting *sighting = &evidence->sightings[i];
      if (compare_keys (&sighting->key, &key) != 0)
        return FALSE;
      if (sighting->table != query->table && decimal_compare (sighting->value, query->value) == 0)
        return TRUE;
    }
  return FALSE;
}
