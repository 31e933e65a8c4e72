/* parse/reader.c - what the parts of the stage share while they read one document.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/reader.h"

#include "parse/misread.h"

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

static gboolean
is_of_numbers (Measure measure)
{
  return measure == MEASURE_ACTUAL || measure == MEASURE_YTD || measure == MEASURE_ANNUAL
         || measure == MEASURE_CHANGE_PREV || measure == MEASURE_CHANGE_YEAR
         || measure == MEASURE_MEAN_12M || measure == MEASURE_MAX_12M
         || measure == MEASURE_BENCHMARK;
}

static gboolean
is_change (Measure measure)
{
  return measure == MEASURE_CHANGE_PREV || measure == MEASURE_CHANGE_YEAR;
}

/* Whether a reading of an image is no figure, or another than it seems, and what it may be.  No
 * change is a fraction: `1 (45%)` has a figure for its arrow. */
static gboolean
mend_reading (const Reader *reader, Measure measure, const GridCell *cell, const Reading *read,
              Reading *mended)
{
  gboolean is_doubtful
      = read->status == STATUS_UNREADABLE
        || (is_change (measure) && read->has_value
            && (read->looks == LOOKS_FRACTION || misread_may_hide_arrow (cell->text)));
  return cell->origin == ORIGIN_OCR && is_doubtful && is_of_numbers (measure)
         && misread_mend (reader->cells, reader->words.vocabulary, cell->text, is_change (measure),
                          mended);
}

Figure *
reader_add_figure (const Reader *reader, int indicator, Measure measure, Period period,
                   const GridCell *cell, const Reading *read)
{
  Reading mended;
  gboolean is_mended = mend_reading (reader, measure, cell, read, &mended);
  gboolean is_misread = is_mended
                            ? !misread_spares_digits (reader->cells, reader->words.vocabulary,
                                                      cell->text, is_change (measure), &mended)
                            : cell->origin == ORIGIN_OCR && read->status == STATUS_UNREADABLE;
  const Reading *reading = is_mended ? &mended : read;
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
  figure->confidence = is_misread ? MIN (cell->confidence, MISREAD_CONFIDENCE) : cell->confidence;
  if (!has_bounds (measure) && (reading->has_lower || reading->has_upper))
    {
      figure->has_value = figure->has_lower = figure->has_upper = FALSE;
      figure->status = STATUS_NOT_AVAILABLE;
      if (cell->origin == ORIGIN_OCR) /* the `<` may be a stray stroke */
        figure->confidence = MIN (figure->confidence, MISREAD_CONFIDENCE);
    }
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
reader_add_mislabel (const Reader *reader, int table, int page, Box box, const char *label,
                     Period month)
{
  Finding *finding = report_add_finding (reader->report, "months", SEVERITY_CONTRADICTION);
  g_autofree char *meant = period_format (month);
  g_autofree char *message = g_strdup_printf (
      "'%s' in table %d labels the place of %s: the other months follow each other by one", label,
      table, meant);
  finding->page = page;
  finding->box = box;
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
reader_add_unplaced_cell (const Reader *reader, int table, int indicator, int page,
                          const GridCell *cell)
{
  g_auto (GStrv) words = g_strsplit (cell->text, " ", -1);
  for (guint k = 0; words[k] != NULL; k++)
    {
      if (!has_digit (words[k]))
        continue;
      Unplaced *unplaced = report_add_unplaced (reader->report);
      report_set_text (&unplaced->text, words[k]);
      unplaced->page = page;
      unplaced->table = table;
      unplaced->indicator = indicator;
      unplaced->box = cell->box;
    }
}

void
reader_add_unplaced (const Reader *reader, int table, int indicator, const GridRow *row)
{
  for (guint i = 0; i < grid_row_n_columns (row); i++)
    {
      const GridCell *cell = grid_row_cell (row, i);
      if (cell != NULL && !cell->is_placed)
        reader_add_unplaced_cell (reader, table, indicator, row->page, cell);
    }
}

/* Returns: the finding of what is turned on @page, a new one if there is none yet. */
static Finding *
turned_finding (const Reader *reader, int page)
{
  for (guint i = 0; i < reader->report->findings->len; i++)
    {
      Finding *finding = report_finding (reader->report, i);
      if (finding->page == page && g_str_equal (finding->rule, "turned"))
        return finding;
    }
  Finding *finding = report_add_finding (reader->report, "turned", SEVERITY_WARNING);
  finding->page = page;
  report_set_text (&finding->message,
                   "words that run up or down the page are in no row, for which one is theirs "
                   "cannot be told:");
  return finding;
}

void
reader_add_turned (const Reader *reader, GridRow *row)
{
  Finding *finding = turned_finding (reader, row->page);
  for (guint i = 0; i < grid_row_n_columns (row); i++)
    {
      const GridCell *cell = grid_row_cell (row, i);
      if (cell == NULL)
        continue;
      gboolean is_first = g_str_has_suffix (finding->message, ":");
      g_autofree char *message
          = g_strconcat (finding->message, is_first ? " '" : ", '", cell->text, "'", NULL);
      report_set_text (&finding->message, message);
      finding->box = box_union (finding->box, cell->box);
    }
  grid_row_place (row, TRUE);
}

Unit
reader_unit_of (const Reader *reader, const char *text)
{
  const LexiconEntry *entry = vocabulary_find (reader->words.vocabulary, WORDS_UNITS, text);
  return entry == NULL ? UNIT_NONE : (Unit) entry->means;
}
