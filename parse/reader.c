/* parse/reader.c - what the parts of the stage share while they read one document.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/reader.h"

#include <string.h>

/* Returns: what a cell of a RAG column says, MEASURE_NONE if it is no rating. */
static Measure
rating_of (const Reader *reader, const char *text)
{
  static const struct
  {
    Role role;
    Measure rating;
  } ratings[]
      = { { ROLE_RED, MEASURE_RED }, { ROLE_AMBER, MEASURE_AMBER }, { ROLE_GREEN, MEASURE_GREEN } };
  const LexiconEntry *entry = vocabulary_find (reader->words.vocabulary, WORDS_RATINGS, text);
  for (gsize i = 0; i < G_N_ELEMENTS (ratings) && entry != NULL; i++)
    if (entry->means == (int) ratings[i].role)
      return ratings[i].rating;
  return MEASURE_NONE;
}

/* Whether a measure is stated as a bound; any other that is printed as one (`<5`) is suppressed. */
static gboolean
has_bounds (Measure measure)
{
  return measure == MEASURE_TARGET || measure == MEASURE_RED || measure == MEASURE_AMBER
         || measure == MEASURE_GREEN;
}

Figure *
reader_add_figure (const Reader *reader, int indicator, Measure measure, Period period,
                   const GridCell *cell, const Reading *reading)
{
  Figure *figure = report_add_figure (reader->report);
  figure->indicator = indicator;
  figure->measure = measure;
  figure->period = period;
  figure->has_value = reading->has_value;
  figure->value = reading->value;
  figure->has_lower = reading->has_lower;
  figure->lower = reading->lower;
  figure->has_upper = reading->has_upper;
  figure->upper = reading->upper;
  figure->unit = reading->is_percent ? UNIT_PERCENT : UNIT_NONE;
  figure->direction = reading->direction;
  if (reading->status == STATUS_NEW_MEASURE)
    month_find (reader->words.months, cell->text, &figure->since);
  if (measure == MEASURE_RAG)
    figure->rating = rating_of (reader, cell->text);
  figure->status = reading->status;
  if (!has_bounds (measure) && (reading->has_lower || reading->has_upper))
    {
      figure->has_value = figure->has_lower = figure->has_upper = FALSE;
      figure->status = STATUS_NOT_AVAILABLE;
    }
  figure->confidence = cell->confidence;
  figure->origin = cell->origin;
  figure->box = cell->box;
  report_set_text (&figure->raw, cell->text);
  return figure;
}

Finding *
reader_add_note (const Reader *reader, const char *rule, int indicator, int page,
                 const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);

  Finding *finding = report_add_finding (reader->report, rule, SEVERITY_NOTE);
  finding->indicator = indicator;
  finding->page = page;
  report_set_text (&finding->message, message);
  return finding;
}

void
reader_add_mislabel (const Reader *reader, int table, int page, const char *label, Period month)
{
  Finding *finding = report_add_finding (reader->report, "months", SEVERITY_CONTRADICTION);
  g_autofree char *meant = period_format (month);
  g_autofree char *message = g_strdup_printf (
      "'%s' in table %d labels the place of %s: the other months follow each other by one", label,
      table, meant);
  finding->page = page;
  finding->period = month;
  report_set_text (&finding->printed, label);
  report_set_text (&finding->suggestion, meant);
  report_set_text (&finding->message, message);
}

Finding *
reader_add_move (const Reader *reader, int indicator, int page, guint n, int aside,
                 const char *text, const char *heading)
{
  return reader_add_note (reader, "moved", indicator, page,
                          "%u %s of the row stood %d %s %s of the headings and %s moved back: the "
                          "first, '%s', is of '%s'",
                          n, n == 1 ? "cell" : "cells", ABS (aside),
                          ABS (aside) == 1 ? "column" : "columns", aside > 0 ? "right" : "left",
                          n == 1 ? "was" : "were", text, heading);
}

static gboolean
has_digit (const char *text)
{
  return strpbrk (text, "0123456789") != NULL;
}

void
reader_add_unplaced (const Reader *reader, int table, const GridRow *row)
{
  for (guint i = 0; i < grid_row_n_columns (row); i++)
    {
      const GridCell *cell = grid_row_cell (row, i);
      if (cell == NULL || cell->is_placed)
        continue;

      g_auto (GStrv) words = g_strsplit (cell->text, " ", -1);
      for (guint k = 0; words[k] != NULL; k++)
        {
          if (!has_digit (words[k]))
            continue;
          Unplaced *unplaced = report_add_unplaced (reader->report);
          report_set_text (&unplaced->text, words[k]);
          unplaced->page = row->page;
          unplaced->table = table;
          unplaced->box = cell->box;
        }
    }
}

Unit
reader_unit_of (const Reader *reader, const char *text)
{
  const LexiconEntry *entry = vocabulary_find (reader->words.vocabulary, WORDS_UNITS, text);
  return entry == NULL ? UNIT_NONE : (Unit) entry->means;
}
