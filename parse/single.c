/* parse/single.c - tables of a single indicator, or of several whose lines say what they measure.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. A line of headings names at least three periods: months or quarters without a year, or any
 *    with one.
 * 2. Lines behind it are labelled left of the first of those.  Where the headings have no year, a
 *    line must be labelled with one: a calendar year goes with months that begin in January alone.
 *    Where they have, all lines must say what they measure: else they are indicators by themselves,
 *    and the table is none of these.
 * 3. What stands left of the label names the indicator of that line and of those that follow;
 *    where nothing does, the corner or the title names that of the table.
 *
 * The lines are the grid's rows, or its columns where the years stand side by side.
 */
#include "parse/single.h"

#include <string.h>

#include "parse/label.h"
#include "parse/suit.h"

#define MIN_PERIODS 3       /* in a line of headings */
#define MAX_HEADING_LINES 3 /* from the top of the table */

/* A grid by lines and places in them. */
typedef struct
{
  const Reader *reader; /* borrowed, as the next two; NULL while it is only looked at */
  const HeadingWords *words;
  const Grid *grid;
  gboolean is_turned; /* whether the grid's columns are the lines */
  guint n_lines, n_places;
  guint heading;        /* the line of the headings */
  guint first;          /* the first place that is headed by a period */
  gboolean has_years;   /* whether the headings name the years */
  gboolean is_calendar; /* if not: whether the years of the lines begin in January */
} Single;

/* Any year that a month without one can be read with. */
#define ANY_YEAR (period_financial_year (2000))

static GridCell *
cell_at (const Single *single, guint line, guint place)
{
  guint row = single->is_turned ? place : line, column = single->is_turned ? line : place;
  return row < grid_n_rows (single->grid) ? grid_row_cell (grid_row (single->grid, row), column)
                                          : NULL;
}

static const char *
text_at (const Single *single, guint line, guint place)
{
  const GridCell *cell = cell_at (single, line, place);
  return cell != NULL ? cell->text : "";
}

/* ---- headings ---- */

static gboolean
read_period (const Single *single, const char *text, Period year, Period *period)
{
  return text[0] != '\0' && month_read (single->words->months, text, year, period);
}

/* Reads a month or quarter that is printed without its year; @year is a financial one. */
static gboolean
read_part (const Single *single, const char *text, Period year, Period *period)
{
  Period own = NO_PERIOD;
  return !read_period (single, text, NO_PERIOD, &own) && read_period (single, text, year, period)
         && (period->kind == PERIOD_MONTH || period->kind == PERIOD_QUARTER);
}

/* Whether @line heads enough places with periods, all with years or all without. */
static gboolean
is_heading (Single *single, guint line)
{
  guint n[2] = { 0, 0 }, first[2] = { 0, 0 };
  for (guint place = single->n_places; place-- > 0;)
    {
      Period period = NO_PERIOD;
      const char *text = text_at (single, line, place);
      gboolean has_year = read_period (single, text, NO_PERIOD, &period);
      if (!has_year && !read_part (single, text, ANY_YEAR, &period))
        continue;
      n[has_year]++;
      first[has_year] = place;
      if (!has_year)
        single->is_calendar = period.kind == PERIOD_MONTH && period.number == 1;
    }
  single->heading = line;
  single->has_years = n[TRUE] > n[FALSE];
  single->first = first[single->has_years];
  return n[single->has_years] >= MIN_PERIODS && single->first > 0;
}

/* ---- lines ---- */

/* Reads a calendar year, where the table's years are such. */
static gboolean
read_calendar_year (const Single *single, const char *text, Label *label)
{
  if (single->has_years || !single->is_calendar || strlen (text) != 4
      || strspn (text, "0123456789") != 4 || (text[0] != '1' && text[0] != '2'))
    return FALSE;
  *label = (Label){ .measure = MEASURE_ANNUAL, .component = COMPONENT_VALUE };
  label->period = period_financial_year ((int) g_ascii_strtoll (text, NULL, 10));
  return TRUE;
}

/* Reads the label of a line: the last text left of the periods, if it is one. */
static gboolean
read_label (const Single *single, guint line, Label *label)
{
  for (guint place = single->first; place-- > 0;)
    {
      const char *text = text_at (single, line, place);
      if (text[0] == '\0')
        continue;
      gboolean is_label
          = read_calendar_year (single, text, label) || label_read (single->words, text, label);
      label->cell = place;
      gboolean is_year = is_label && label->period.kind == PERIOD_FINANCIAL_YEAR;
      return is_label && (label->period.kind == PERIOD_NONE || (is_year && !single->has_years));
    }
  return FALSE;
}

/* Whether anything stands in a line under the periods. */
static gboolean
has_cells (const Single *single, guint line)
{
  for (guint place = single->first; place < single->n_places; place++)
    if (cell_at (single, line, place) != NULL)
      return TRUE;
  return FALSE;
}

/* Whether the lines have such labels as go with the headings. */
static gboolean
has_labels (const Single *single)
{
  guint n_years = 0, n_measures = 0, n_others = 0;
  for (guint i = single->heading + 1; i < single->n_lines; i++)
    {
      Label label;
      if (!has_cells (single, i))
        continue;
      if (!read_label (single, i, &label))
        n_others++;
      else if (label.period.kind != PERIOD_NONE)
        n_years++;
      else
        n_measures++;
    }
  return single->has_years ? n_measures > 0 && n_others == 0 : n_years > 0;
}

static gboolean
single_init (Single *single, const HeadingWords *words, const Grid *grid, gboolean is_turned)
{
  guint n_rows = grid_n_rows (grid), n_columns = grid_n_columns (grid);
  *single = (Single){ .words = words,
                      .grid = grid,
                      .is_turned = is_turned,
                      .n_lines = is_turned ? n_columns : n_rows,
                      .n_places = is_turned ? n_rows : n_columns };
  for (guint line = 0; line < MIN (single->n_lines, MAX_HEADING_LINES); line++)
    if (is_heading (single, line))
      return has_labels (single) && (!is_turned || !single->has_years);
  return FALSE;
}

static gboolean
single_find (Single *single, const HeadingWords *words, const Grid *grid)
{
  return single_init (single, words, grid, FALSE) || single_init (single, words, grid, TRUE);
}

gboolean
single_is (const HeadingWords *words, const Grid *grid)
{
  Single single;
  return single_find (&single, words, grid);
}

/* Returns (transfer full): the texts left of a line's label. */
static char *
dup_name (const Single *single, guint line, guint label)
{
  GString *name = g_string_new (NULL);
  for (guint place = 0; place < label; place++)
    {
      const char *text = text_at (single, line, place);
      g_string_append_printf (name, "%s%s", name->len > 0 && text[0] != '\0' ? " " : "", text);
    }
  return g_string_free (name, FALSE);
}

/* Whether a line below the headings has the name and label that @line of @other has. */
static gboolean
has_line_of (const Single *single, const Single *other, guint line, const Label *label)
{
  g_autofree char *name = dup_name (other, line, label->cell);
  for (guint i = single->heading + 1; i < single->n_lines; i++)
    {
      Label own;
      if (!read_label (single, i, &own) || own.cell != label->cell
          || !g_str_equal (text_at (single, i, own.cell), text_at (other, line, own.cell)))
        continue;
      g_autofree char *same = dup_name (single, i, own.cell);
      if (g_str_equal (name, same))
        return TRUE;
    }
  return FALSE;
}

gboolean
single_goes_on (const HeadingWords *words, const Grid *above, const Grid *grid)
{
  Single single, rest;
  if (!single_find (&single, words, above) || single.is_turned
      || single.n_places != grid_n_columns (grid) || single_find (&rest, words, grid))
    return FALSE;
  rest = single;
  rest.grid = grid;
  guint n_labels = 0;
  for (guint i = 0; i < grid_n_rows (grid); i++)
    {
      Label label;
      if (!has_cells (&rest, i))
        continue;
      if (!read_label (&rest, i, &label) || has_line_of (&single, &rest, i, &label))
        return FALSE;
      n_labels++;
    }
  return n_labels > 0;
}

/* ---- indicators ---- */

/* Adds an indicator whose reference may begin its name: `2.1 Number of referrals`. */
static int
add_indicator (const Single *single, int table, const char *text, const char *section)
{
  Indicator *indicator = report_add_indicator (single->reader->report);
  gsize length = strcspn (text, " :");
  g_autofree char *ref = g_strndup (text, length);
  const char *rest = text + length + strspn (text + length, " :-");
  gboolean has_ref = rest[0] != '\0' && suit_is_ref (ref);
  const char *name = has_ref ? rest : text;
  indicator->table = table;
  indicator->page = grid_row (single->grid, 0)->page;
  indicator->is_aligned = single->grid->is_aligned;
  indicator->unit = reader_unit_of (single->reader, name);
  report_set_text (&indicator->ref, has_ref ? ref : "");
  report_set_text (&indicator->ref_printed, indicator->ref);
  report_set_text (&indicator->name, name);
  report_set_text (&indicator->section, section);
  return (int) single->reader->report->indicators->len - 1;
}

/* Whether a text is a heading or a label, and so names no indicator. */
static gboolean
is_known (const Single *single, const char *text)
{
  const Vocabulary *vocabulary = single->words->vocabulary;
  Period period = NO_PERIOD;
  return text[0] == '\0' || vocabulary_find (vocabulary, WORDS_ROW_LABELS, text) != NULL
         || vocabulary_find (vocabulary, WORDS_HEADINGS, text) != NULL
         || read_period (single, text, NO_PERIOD, &period);
}

/* Returns: what the corner, or a line above the headings, calls the indicator; "" if nothing. */
static const char *
name_of_corner (const Single *single)
{
  for (guint line = 0; line <= single->heading; line++)
    for (guint place = 0; place < single->first; place++)
      if (!is_known (single, text_at (single, line, place)))
        return text_at (single, line, place);
  return "";
}

/* ---- figures ---- */

/* Reads a heading without a year, in a line of @year: a month or quarter, or the whole year. */
static gboolean
read_in_year (const Single *single, Period year, const char *heading, Measure *measure,
              Period *period)
{
  if (read_part (single, heading, year, period))
    {
      if (single->is_calendar && period->kind == PERIOD_MONTH && period->number < 4)
        period->year = year.year;
      return TRUE;
    }
  const LexiconEntry *entry
      = vocabulary_find (single->words->vocabulary, WORDS_ROW_LABELS, heading);
  if (single->is_calendar || entry == NULL || entry->means != ROLE_YTD)
    return FALSE;
  Period report = single->reader->report->period;
  gboolean is_over = report.kind != PERIOD_MONTH || period_year_began (report) != year.year
                     || report.number == 3;
  *measure = is_over ? MEASURE_ANNUAL : MEASURE_YTD;
  *period = is_over ? year : period_year_to_date (year.year);
  return TRUE;
}

/* Reads what the figure of a line in one place is.  Returns: FALSE if its heading does not tell. */
static gboolean
read_place (const Single *single, const Label *label, guint place, Measure *measure, Period *period)
{
  const char *heading = text_at (single, single->heading, place);
  Label own;
  *measure = label->measure;
  if (single->has_years)
    {
      if (!label_read (single->words, heading, &own) || own.period.kind == PERIOD_NONE)
        return FALSE;
      *period = own.period;
      *measure = label->measure == MEASURE_ACTUAL ? own.measure : label->measure;
      return TRUE;
    }
  if (label->period.kind == PERIOD_NONE) /* targets, benchmarks: of each year alike */
    {
      Period part = NO_PERIOD;
      *period = NO_PERIOD;
      return read_part (single, heading, ANY_YEAR, &part);
    }
  *measure = MEASURE_ACTUAL;
  return read_in_year (single, label->period, heading, measure, period);
}

static void
add_figure (const Single *single, int table, int indicator, guint line, const Label *label,
            guint place)
{
  GridCell *cell = cell_at (single, line, place);
  Measure measure;
  Period period = NO_PERIOD;
  if (cell == NULL || !read_place (single, label, place, &measure, &period))
    return;
  Reading reading = cell_read (single->reader->cells, cell->text);
  ReadingPart parts[READING_MAX_PARTS];
  guint n = reading_parts (&reading, parts);
  for (guint i = 0; i < n; i++)
    {
      Figure *figure
          = reader_add_figure (single->reader, indicator, measure, period, cell, &parts[i].reading);
      figure->comparator = label->comparator;
      figure->component = n > 1 ? parts[i].component : label->component;
      figure->page = grid_row (single->grid, single->is_turned ? place : line)->page;
      figure->table = table;
      figure->row = (int) (single->is_turned ? place : line);
      figure->column = (int) (single->is_turned ? line : place);
      report_set_text (&figure->label, text_at (single, single->heading, place));
    }
  cell->is_placed = TRUE;
}

/* Sets the units of the figures from @first on: what a name does not tell, the cells do. */
static void
settle_units (const Report *report, guint first)
{
  for (guint i = first; i < report->figures->len; i++)
    {
      Figure *figure = report_figure (report, i);
      Indicator *indicator = report_indicator (report, (guint) figure->indicator);
      if (!figure->has_value)
        continue;
      if (figure->component != COMPONENT_VALUE)
        {
          figure->unit = UNIT_COUNT;
          continue;
        }
      if (indicator->unit == UNIT_NONE)
        indicator->unit = figure->unit == UNIT_PERCENT ? UNIT_PERCENT : UNIT_COUNT;
      if (figure->unit == UNIT_NONE)
        figure->unit = indicator->unit;
    }
}

/* Marks what names lines and places: the headings, and what stands left of the periods. */
static void
place_labels (const Single *single)
{
  for (guint line = 0; line < single->n_lines; line++)
    for (guint place = 0; place < single->n_places; place++)
      {
        GridCell *cell = cell_at (single, line, place);
        if (cell != NULL && (line <= single->heading || place < single->first))
          cell->is_placed = TRUE;
      }
}

int
single_read (const Reader *reader, int number, const Grid *grid, const char *title,
             const char *section)
{
  Single single;
  int indicator = NO_INDICATOR;
  guint first = reader->report->figures->len;
  if (!single_find (&single, &reader->words, grid))
    return NO_INDICATOR;
  single.reader = reader;
  const char *corner = name_of_corner (&single);
  for (guint i = single.heading + 1; i < single.n_lines; i++)
    {
      Label label;
      if (!read_label (&single, i, &label))
        continue;
      g_autofree char *own = dup_name (&single, i, label.cell);
      const char *name = own[0] != '\0' ? own : corner[0] != '\0' ? corner : title;
      if (own[0] != '\0' || indicator == NO_INDICATOR)
        indicator = add_indicator (&single, number, name, section);
      for (guint place = single.first; place < single.n_places; place++)
        add_figure (&single, number, indicator, i, &label, place);
    }
  settle_units (reader->report, first);
  place_labels (&single);
  for (guint i = 0; i < grid_n_rows (grid); i++)
    reader_add_unplaced (reader, number, NO_INDICATOR, grid_row (grid, i));
  return indicator;
}
