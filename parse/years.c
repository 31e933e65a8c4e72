/* parse/years.c - tables of one indicator's years.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. A line of headings names at least three months or quarters without a year.
 * 2. A line behind it is labelled with a year, or with targets or a benchmark, left of the first
 *    of those.  A calendar year goes with months that begin in January alone.
 * 3. What stands left of the label names the indicator of that line and of those that follow;
 *    where nothing does, the corner or the title names that of the table.
 *
 * The lines are the grid's rows, or its columns where the years stand side by side.
 */
#include "parse/years.h"

#include <string.h>

#include "parse/months.h"
#include "parse/suit.h"

#define MIN_PARTS 3         /* months or quarters in a line of headings */
#define MAX_HEADING_LINES 3 /* from the top of the table */

/* A grid by lines and places in them. */
typedef struct
{
  const Reader *reader; /* borrowed, as the rest */
  const Grid *grid;
  gboolean is_turned; /* whether its columns are the lines */
  guint n_lines;      /* of the longest, as n_places */
  guint n_places;
  guint heading;        /* the line of the headings */
  guint first;          /* the first place that is headed by a month or quarter */
  gboolean is_calendar; /* whether its years begin in January */
} Years;

/* What stands in a line behind its label. */
typedef struct
{
  MonthsLabel label; /* its cell being a place */
  Period year;       /* that the line's months are of, as a financial year */
} Line;

static GridCell *
cell_at (const Years *years, guint line, guint place)
{
  guint row = years->is_turned ? place : line, column = years->is_turned ? line : place;
  return row < grid_n_rows (years->grid) ? grid_row_cell (grid_row (years->grid, row), column)
                                         : NULL;
}

static const char *
text_at (const Years *years, guint line, guint place)
{
  const GridCell *cell = cell_at (years, line, place);
  return cell != NULL ? cell->text : "";
}

/* ---- headings ---- */

/* Reads a month or quarter that is printed without its year; @year is a financial one. */
static gboolean
read_part (const Years *years, const char *text, Period year, Period *period)
{
  MonthReader *months = years->reader->words.months;
  Period own = NO_PERIOD;
  if (text[0] == '\0' || month_read (months, text, NO_PERIOD, &own)
      || !month_read (months, text, year, period))
    return FALSE;
  return period->kind == PERIOD_MONTH || period->kind == PERIOD_QUARTER;
}

/* Finds the line of headings.  Returns: FALSE if there is none. */
static gboolean
find_heading (Years *years)
{
  const Period any = period_financial_year (2000);
  for (guint line = 0; line < MIN (years->n_lines, MAX_HEADING_LINES); line++)
    {
      guint n = 0;
      for (guint place = 0; place < years->n_places; place++)
        {
          Period period = NO_PERIOD;
          if (!read_part (years, text_at (years, line, place), any, &period))
            continue;
          if (n++ > 0)
            continue;
          years->first = place;
          years->is_calendar = period.kind == PERIOD_MONTH && period.number == 1;
        }
      years->heading = line;
      if (n >= MIN_PARTS)
        return years->first > 0;
    }
  return FALSE;
}

/* ---- lines ---- */

/* Reads a calendar year, where the table's years are such. */
static gboolean
read_calendar_year (const Years *years, const char *text, Period *year)
{
  if (!years->is_calendar || strlen (text) != 4 || strspn (text, "0123456789") != 4
      || (text[0] != '1' && text[0] != '2'))
    return FALSE;
  *year = period_financial_year ((int) g_ascii_strtoll (text, NULL, 10));
  return TRUE;
}

/* Reads the label of a line: the last text left of the months that is one. */
static gboolean
read_line (const Years *years, guint number, Line *line)
{
  line->year = NO_PERIOD;
  for (guint place = years->first; place-- > 0;)
    {
      const char *text = text_at (years, number, place);
      MonthsLabel *label = &line->label;
      *label = (MonthsLabel){ 0, MEASURE_ACTUAL, COMPARATOR_NONE, NO_PERIOD };
      if (text[0] == '\0')
        continue;
      if (!read_calendar_year (years, text, &label->period)
          && !months_read_label_text (&years->reader->words, text, label))
        continue;
      label->cell = place;
      if (label->period.kind == PERIOD_NONE)
        return TRUE; /* targets, benchmarks */
      line->year = label->period;
      return label->period.kind == PERIOD_FINANCIAL_YEAR;
    }
  return FALSE;
}

/* Returns: how many lines are years. */
static guint
count_years (const Years *years)
{
  guint n = 0;
  for (guint i = years->heading + 1; i < years->n_lines; i++)
    {
      Line line;
      n += read_line (years, i, &line) && line.year.kind != PERIOD_NONE;
    }
  return n;
}

static gboolean
years_init (Years *years, const Reader *reader, const Grid *grid, gboolean is_turned)
{
  guint n_rows = grid_n_rows (grid), n_columns = 0;
  for (guint i = 0; i < n_rows; i++)
    n_columns = MAX (n_columns, grid_row_n_columns (grid_row (grid, i)));
  *years = (Years){ .reader = reader,
                    .grid = grid,
                    .is_turned = is_turned,
                    .n_lines = is_turned ? n_columns : n_rows,
                    .n_places = is_turned ? n_rows : n_columns };
  return find_heading (years) && count_years (years) > 0;
}

static gboolean
find_years (Years *years, const Reader *reader, const Grid *grid)
{
  return years_init (years, reader, grid, FALSE) || years_init (years, reader, grid, TRUE);
}

gboolean
years_is (const Reader *reader, const Grid *grid)
{
  Years years;
  return find_years (&years, reader, grid);
}

/* ---- indicators ---- */

/* Adds an indicator whose reference may begin its name: `2.1 Number of referrals`. */
static int
add_indicator (const Years *years, int table, const char *text, const char *section)
{
  Indicator *indicator = report_add_indicator (years->reader->report);
  const char *blank = strchr (text, ' ');
  g_autofree char *ref = blank != NULL ? g_strndup (text, (gsize) (blank - text)) : g_strdup ("");
  gboolean has_ref = suit_is_ref (ref);
  const char *name = has_ref ? blank + strspn (blank, " :.-") : text;
  indicator->table = table;
  indicator->page = grid_row (years->grid, 0)->page;
  indicator->is_aligned = years->grid->is_aligned;
  indicator->unit = reader_unit_of (years->reader, name);
  report_set_text (&indicator->ref, has_ref ? ref : "");
  report_set_text (&indicator->ref_printed, indicator->ref);
  report_set_text (&indicator->name, name);
  report_set_text (&indicator->section, section);
  return (int) years->reader->report->indicators->len - 1;
}

/* Returns: what the corner, or a line above the headings, calls the indicator; "" if nothing. */
static const char *
name_of_corner (const Years *years)
{
  for (guint line = 0; line <= years->heading; line++)
    for (guint place = 0; place < years->first; place++)
      {
        const char *text = text_at (years, line, place);
        const LexiconEntry *entry
            = vocabulary_find (years->reader->words.vocabulary, WORDS_ROW_LABELS, text);
        Period period = NO_PERIOD;
        if (text[0] != '\0' && entry == NULL
            && vocabulary_find (years->reader->words.vocabulary, WORDS_HEADINGS, text) == NULL
            && !month_read (years->reader->words.months, text, NO_PERIOD, &period))
          return text;
      }
  return "";
}

/* Returns (transfer full): the texts left of a line's label. */
static char *
dup_name (const Years *years, guint number, guint label)
{
  GString *name = g_string_new (NULL);
  for (guint place = 0; place < label; place++)
    {
      const char *text = text_at (years, number, place);
      g_string_append_printf (name, "%s%s", name->len > 0 && text[0] != '\0' ? " " : "", text);
    }
  return g_string_free (name, FALSE);
}

/* ---- figures ---- */

/* Reads what the figure of a line in one place is: of a month or quarter, or of the whole year.
 * Returns: FALSE if its heading does not tell. */
static gboolean
read_place (const Years *years, const Line *line, guint place, Measure *measure, Period *period)
{
  const char *heading = text_at (years, years->heading, place);
  *measure = line->label.measure == MEASURE_ANNUAL ? MEASURE_ACTUAL : line->label.measure;
  *period = NO_PERIOD;
  if (line->year.kind == PERIOD_NONE) /* targets, benchmarks: each of one month of every year */
    {
      Period any = period_financial_year (2000), part = NO_PERIOD;
      return read_part (years, heading, any, &part);
    }
  Period year = line->year;
  Period calendar = period_financial_year (year.year - 1);
  if (read_part (years, heading, year, period))
    {
      if (years->is_calendar && period->kind == PERIOD_MONTH && period->number < 4)
        read_part (years, heading, calendar, period);
      return TRUE;
    }
  const HeadingWords *words = &years->reader->words;
  const LexiconEntry *entry = vocabulary_find (words->vocabulary, WORDS_ROW_LABELS, heading);
  if (years->is_calendar || entry == NULL || entry->means != ROLE_YTD)
    return FALSE;
  Period report = years->reader->report->period;
  gboolean is_over = report.kind != PERIOD_MONTH || period_year_began (report) != year.year
                     || report.number == 3;
  *measure = is_over ? MEASURE_ANNUAL : MEASURE_YTD;
  *period = is_over ? year : period_year_to_date (year.year);
  return TRUE;
}

static void
add_figure (const Years *years, int table, int indicator, guint number, const Line *line,
            guint place)
{
  GridCell *cell = cell_at (years, number, place);
  Measure measure;
  Period period;
  if (cell == NULL || !read_place (years, line, place, &measure, &period))
    return;
  Reading reading = cell_read (years->reader->cells, cell->text);
  Figure *figure = reader_add_figure (years->reader, indicator, measure, period, cell, &reading);
  figure->comparator = line->label.comparator;
  figure->page = grid_row (years->grid, 0)->page;
  figure->table = table;
  figure->row = (int) (years->is_turned ? place : number);
  figure->column = (int) (years->is_turned ? number : place);
  report_set_text (&figure->label, text_at (years, number, line->label.cell));
  cell->is_placed = TRUE;
}

/* Sets the units of an indicator's figures from @first on: those that the name does not tell are
 * told by the cells. */
static void
settle_units (const Years *years, guint first)
{
  Report *report = years->reader->report;
  for (guint i = first; i < report->figures->len; i++)
    {
      Figure *figure = report_figure (report, i);
      Indicator *indicator = report_indicator (report, (guint) figure->indicator);
      if (!figure->has_value)
        continue;
      if (indicator->unit == UNIT_NONE)
        indicator->unit = figure->unit == UNIT_PERCENT ? UNIT_PERCENT : UNIT_COUNT;
      if (figure->unit == UNIT_NONE)
        figure->unit = indicator->unit;
    }
}

/* Marks what names lines and places: the headings, and what stands left of the months. */
static void
place_labels (const Years *years)
{
  for (guint line = 0; line < years->n_lines; line++)
    for (guint place = 0; place < years->n_places; place++)
      {
        GridCell *cell = cell_at (years, line, place);
        if (cell != NULL && (line <= years->heading || place < years->first))
          cell->is_placed = TRUE;
      }
}

int
years_read (const Reader *reader, int number, const Grid *grid, const char *title,
            const char *section)
{
  Years years;
  int indicator = NO_INDICATOR;
  guint first = reader->report->figures->len;
  if (!find_years (&years, reader, grid))
    return NO_INDICATOR;
  const char *corner = name_of_corner (&years);
  for (guint i = years.heading + 1; i < years.n_lines; i++)
    {
      Line line;
      if (!read_line (&years, i, &line))
        continue;
      g_autofree char *own = dup_name (&years, i, line.label.cell);
      if (own[0] != '\0' || indicator == NO_INDICATOR)
        indicator = add_indicator (&years, number,
                                   own[0] != '\0'      ? own
                                   : corner[0] != '\0' ? corner
                                                       : title,
                                   section);
      for (guint place = years.first; place < years.n_places; place++)
        add_figure (&years, number, indicator, i, &line, place);
    }
  settle_units (&years, first);
  place_labels (&years);
  for (guint i = 0; i < grid_n_rows (grid); i++)
    reader_add_unplaced (reader, number, grid_row (grid, i));
  return indicator;
}
