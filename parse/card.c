/* parse/card.c - what a row of a scorecard says of its indicator.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/card.h"

#include <string.h>

#include "parse/align.h"
#include "parse/label.h"
#include "parse/misread.h"

#define YEAR_AWAY 6 /* months: a change from a base further back is one from last year */

/* A row on its way into the report. */
typedef struct
{
  const Reader *reader;
  const CardColumns *columns;
  const AlignedRow *row;
  int number;
  int indicator;
  gboolean has_label; /* whether the row says that its figures are targets, numerators, ... */
  Label label;
} Card;

static const Column section_column = { .role = ROLE_SECTION };

const Column *
card_column (const CardColumns *columns, guint number)
{
  return number < columns->n_front ? &section_column
                                   : heading_column (columns->heading, number - columns->shift);
}

/* Texts that a column adds to the indicator. */
static const struct
{
  Role role;
  gsize offset;
} attributes[] = {
  { ROLE_REF, G_STRUCT_OFFSET (Indicator, ref_printed) },
  { ROLE_NAME, G_STRUCT_OFFSET (Indicator, name) },
  { ROLE_SECTION, G_STRUCT_OFFSET (Indicator, section) },
  { ROLE_OWNER, G_STRUCT_OFFSET (Indicator, owner) },
  { ROLE_REPORTER, G_STRUCT_OFFSET (Indicator, reporter) },
  { ROLE_OUTCOME, G_STRUCT_OFFSET (Indicator, outcome) },
  { ROLE_GOOD_PERFORMANCE, G_STRUCT_OFFSET (Indicator, good_performance) },
  { ROLE_DATA_NOTE, G_STRUCT_OFFSET (Indicator, data_note) },
  { ROLE_UNIT, G_STRUCT_OFFSET (Indicator, data_note) },
};

/* Figures that a column holds. */
static const struct
{
  Role role;
  Measure measure;
  gboolean is_of_last_month; /* where the heading names no period */
  gboolean is_in_words;      /* whether text without a number can be read */
} measures[] = {
  { ROLE_PERIOD, MEASURE_ACTUAL, FALSE, FALSE },
  { ROLE_NUMERATORS, MEASURE_ACTUAL, FALSE, FALSE },
  { ROLE_DENOMINATORS, MEASURE_ACTUAL, FALSE, FALSE },
  { ROLE_YTD, MEASURE_YTD, FALSE, FALSE },
  { ROLE_CHANGE, MEASURE_CHANGE_PREV, FALSE, FALSE },
  { ROLE_CHANGE_PREV, MEASURE_CHANGE_PREV, FALSE, FALSE },
  { ROLE_CHANGE_YEAR, MEASURE_CHANGE_YEAR, FALSE, FALSE },
  { ROLE_MEAN_12M, MEASURE_MEAN_12M, TRUE, FALSE },
  { ROLE_MAX_12M, MEASURE_MAX_12M, TRUE, FALSE },
  { ROLE_DOT, MEASURE_DOT, TRUE, FALSE },
  { ROLE_RAG, MEASURE_RAG, TRUE, TRUE },
  { ROLE_BENCHMARK, MEASURE_BENCHMARK, FALSE, FALSE },
  { ROLE_TARGET, MEASURE_TARGET, FALSE, TRUE },
  { ROLE_RED, MEASURE_RED, FALSE, TRUE },
  { ROLE_AMBER, MEASURE_AMBER, FALSE, TRUE },
  { ROLE_GREEN, MEASURE_GREEN, FALSE, TRUE },
};

/* The month, or year, that a change without a named base is from. */
static Period
base_of_change (Measure measure, Period last)
{
  return last.kind != PERIOD_MONTH
             ? NO_PERIOD
             : period_add_months (last, measure == MEASURE_CHANGE_PREV ? -1 : -12);
}

Measure
card_measure (const CardColumns *columns, const Column *column, Period *period)
{
  Period last = columns->last_month;
  Measure measure = MEASURE_NONE;
  gboolean is_of_last_month = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (measures); i++)
    if (measures[i].role == column->role)
      {
        measure = measures[i].measure;
        is_of_last_month = measures[i].is_of_last_month;
      }

  *period = column->period;
  if (measure == MEASURE_ACTUAL && period->kind == PERIOD_FINANCIAL_YEAR)
    measure = MEASURE_ANNUAL;
  if (measure == MEASURE_ACTUAL && period->kind == PERIOD_YEAR_TO_DATE)
    measure = MEASURE_YTD;
  if (column->role == ROLE_CHANGE && last.kind == PERIOD_MONTH && period->kind == PERIOD_MONTH
      && period_months_between (*period, last) > YEAR_AWAY)
    measure = MEASURE_CHANGE_YEAR;
  if (period->kind == PERIOD_NONE
      && (measure == MEASURE_CHANGE_PREV || measure == MEASURE_CHANGE_YEAR))
    *period = base_of_change (measure, last);
  if (is_of_last_month && last.kind == PERIOD_MONTH)
    *period = last;
  return measure;
}

/* ---- cells ---- */

/* Adds @text to the attribute that a column of @role holds; FALSE if it holds none. */
static gboolean
add_attribute (const Card *card, Role role, const char *text)
{
  Indicator *indicator = report_indicator (card->reader->report, (guint) card->indicator);
  for (gsize i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      if (attributes[i].role != role)
        continue;
      char **field = G_STRUCT_MEMBER_P (indicator, attributes[i].offset);
      g_autofree char *joined
          = (*field)[0] == '\0' ? g_strdup (text) : g_strconcat (*field, "; ", text, NULL);
      report_set_text (field, joined);
      return TRUE;
    }
  return FALSE;
}

static gboolean
add_commentary (const Card *card, Role role, const char *words)
{
  if (role != ROLE_COMMENTARY)
    return FALSE;
  Text *text = report_add_text (card->reader->report);
  text->indicator = card->indicator;
  text->kind = TEXT_COMMENTARY;
  text->page = card->row->row->page;
  report_set_text (&text->text, words);
  return TRUE;
}

/* Whether a measure is one of the indicator itself. */
static gboolean
is_own (Measure measure)
{
  return measure == MEASURE_ACTUAL || measure == MEASURE_ANNUAL || measure == MEASURE_YTD;
}

/* Returns: what of the figure a cell of the column prints. */
static Component
component_of (const Column *column, const ReadingPart *part)
{
  if (part->component != COMPONENT_VALUE)
    return part->component;
  return column->role == ROLE_NUMERATORS     ? COMPONENT_NUMERATOR
         : column->role == ROLE_DENOMINATORS ? COMPONENT_DENOMINATOR
                                             : COMPONENT_VALUE;
}

static void
add_figure (const Card *card, guint cell, const Column *column, const ReadingPart *part)
{
  Period period;
  Measure measure = card_measure (card->columns, column, &period);
  Figure *figure = reader_add_figure (card->reader, card->indicator, measure, period,
                                      aligned_row_cell (card->row, cell), &part->reading);
  figure->component = component_of (column, part);
  figure->comparator = column->comparator;
  if (card->has_label && is_own (measure))
    {
      figure->measure = card->label.measure == MEASURE_ACTUAL ? measure : card->label.measure;
      figure->comparator = card->label.comparator;
      if (figure->component == COMPONENT_VALUE)
        figure->component = card->label.component;
    }
  figure->page = card->row->row->page;
  figure->table = card->columns->table;
  figure->row = card->number;
  figure->column = card->row->columns[cell];
  report_set_text (&figure->label, column->label);
  /* where a cell of an image stands tells one thing then, and what it looks like another */
  gboolean is_disputed
      = figure->origin == ORIGIN_OCR && aligned_row_is_moved (card->row, cell, TRUE);
  if (column->is_guess || is_disputed)
    figure->confidence = MIN (figure->confidence, MISREAD_CONFIDENCE);
  for (gsize i = 0; i < G_N_ELEMENTS (measures); i++)
    if (measures[i].role == column->role && measures[i].is_in_words
        && figure->status == STATUS_UNREADABLE)
      figure->status = STATUS_OK;
}

static gboolean
add_figures (const Card *card, guint cell, const Column *column)
{
  Period period;
  ReadingPart parts[READING_MAX_PARTS];
  if (card_measure (card->columns, column, &period) == MEASURE_NONE)
    return FALSE;
  guint n = reading_parts (&card->row->readings[cell], parts);
  for (guint i = 0; i < n; i++)
    add_figure (card, cell, column, &parts[i]);
  return TRUE;
}

/* Returns: what the column is for that a cell of the row belongs to. */
static Role
role_in (const Card *card, guint cell)
{
  int column = card->row->columns[cell];
  return column == ALIGN_NOWHERE ? ROLE_NONE : card_column (card->columns, (guint) column)->role;
}

/* Whether a cell of an image below a heading of colours states a bound: the rule between it and the
 * column of bounds was lost. */
static gboolean
is_bound_among_colours (const Card *card, guint cell)
{
  const GridCell *printed = aligned_row_cell (card->row, cell);
  return role_in (card, cell) == ROLE_RAG && printed->origin == ORIGIN_OCR
         && strpbrk (printed->text, "0123456789") != NULL && !printed->is_colour
         && card->row->readings[cell].looks != LOOKS_NUMBER;
}

/* Puts a cell into the report; words that have no column are a note on the data. */
static void
add_cell (const Card *card, guint cell)
{
  GridCell *printed = aligned_row_cell (card->row, cell);
  const char *text = printed->text;
  if (card->has_label && cell == card->label.cell)
    {
      printed->is_placed = TRUE;
      return;
    }
  if (printed->is_colour && role_in (card, cell) != ROLE_RAG)
    {
      printed->is_placed = TRUE; /* a colour says something in one column alone */
      return;
    }
  if (card->row->columns[cell] == ALIGN_NOWHERE)
    {
      printed->is_placed = card->row->readings[cell].looks == LOOKS_TEXT
                           && add_attribute (card, ROLE_DATA_NOTE, text);
      return;
    }
  if (is_bound_among_colours (card, cell))
    return;
  const Column *column = card_column (card->columns, (guint) card->row->columns[cell]);
  gboolean is_polarity = column->role == ROLE_DOT && card->row->readings[cell].looks == LOOKS_TEXT;
  Role role = is_polarity ? ROLE_GOOD_PERFORMANCE : column->role; /* `Good is: High` */
  printed->is_placed = add_commentary (card, role, text) || add_attribute (card, role, text)
                       || add_figures (card, cell, column);
}

/* ---- what the row as a whole says ---- */

/* Finds what the row says that its figures are: in a cell without a heading, or in place of a name.
 * @is_named gets whether the row has a name or reference of its own. */
static gboolean
find_label (const Card *card, Label *label, gboolean *is_named)
{
  gboolean has_label = FALSE;
  *is_named = FALSE;
  for (guint i = 0; i < card->row->n_cells; i++)
    {
      Role role = role_in (card, i);
      gboolean is_name = role == ROLE_NAME || role == ROLE_REF;
      if (!card->row->is_filled[i] || (!is_name && role != ROLE_NONE && role != ROLE_SECTION))
        continue;
      Label own;
      gboolean is_label = label_read (&card->reader->words, aligned_row_text (card->row, i), &own)
                          && own.period.kind == PERIOD_NONE && role != ROLE_REF;
      *is_named |= is_name && !is_label;
      if (!is_label || has_label)
        continue;
      *label = own;
      label->cell = i;
      has_label = TRUE;
    }
  return has_label;
}

/* Returns: the indicator that the row is of: its own, or if it has a label alone, that of the row
 * above in the same table. */
static int
find_indicator (const Card *card, gboolean is_named)
{
  const Report *report = card->reader->report;
  guint n = report->indicators->len;
  if (card->has_label && !is_named && n > 0
      && report_indicator (report, n - 1)->table == card->columns->table)
    return (int) n - 1;
  report_add_indicator (card->reader->report);
  return (int) n;
}

/* The unit is told by the name, else by a note on the data, else by the cells themselves. */
static Unit
find_unit (const Card *card, const Indicator *indicator)
{
  Unit unit = reader_unit_of (card->reader, indicator->name);
  if (unit == UNIT_NONE)
    unit = reader_unit_of (card->reader, indicator->data_note);
  for (guint i = 0; unit == UNIT_NONE && i < card->row->n_cells; i++)
    {
      Looks looks = card->row->readings[i].looks;
      int column = card->row->columns[i];
      if (column != ALIGN_NOWHERE
          && card_column (card->columns, (guint) column)->role == ROLE_PERIOD)
        unit = looks == LOOKS_PERCENT  ? UNIT_PERCENT
               : looks == LOOKS_NUMBER ? UNIT_COUNT
                                       : UNIT_NONE;
    }
  return unit;
}

static Unit
unit_of_figure (const Figure *figure, Unit indicators)
{
  if (!figure->has_value)
    return UNIT_NONE;
  if (figure->measure == MEASURE_CHANGE_PREV || figure->measure == MEASURE_CHANGE_YEAR)
    return UNIT_PERCENT;
  if (figure->component != COMPONENT_VALUE)
    return UNIT_COUNT;
  return figure->unit != UNIT_NONE ? figure->unit : indicators;
}

/* A section's name stands in the first of its rows alone; on a page's last row it may be cut. */
static void
settle_section (Indicator *indicator, char **section)
{
  if (indicator->section[0] != '\0' && !g_str_has_prefix (*section, indicator->section))
    report_set_text (section, indicator->section);
  report_set_text (&indicator->section, *section);
}

static void
note_move (const Card *card)
{
  guint n = 0;
  int aside = 0, first = aligned_row_first_moved (card->row, TRUE, &n, &aside);
  if (first < 0)
    return;
  const GridCell *cell = aligned_row_cell (card->row, (guint) first);
  const Column *column = card_column (card->columns, (guint) card->row->columns[first]);
  reader_add_move (card->reader, card->indicator, card->row->row->page, n, aside, cell->text,
                   column->label)
      ->box
      = cell->box;
}

int
card_read (const Reader *reader, const CardColumns *columns, const AlignedRow *row, int number,
           char **section)
{
  Report *report = reader->report;
  Card card = { .reader = reader, .columns = columns, .row = row, .number = number };
  guint first_figure = report->figures->len;
  gboolean is_named;
  card.has_label = find_label (&card, &card.label, &is_named);
  card.indicator = find_indicator (&card, is_named);
  Indicator *indicator = report_indicator (report, (guint) card.indicator);
  indicator->table = columns->table;
  indicator->is_aligned = columns->is_aligned;
  indicator->page = row->row->page;
  for (guint i = 0; i < row->n_cells; i++)
    if (row->is_filled[i])
      add_cell (&card, i);

  indicator = report_indicator (report, (guint) card.indicator);
  report_set_text (&indicator->ref, indicator->ref_printed);
  settle_section (indicator, section);
  indicator->unit = find_unit (&card, indicator);
  for (guint i = first_figure; i < report->figures->len; i++)
    {
      Figure *figure = report_figure (report, i);
      figure->unit = unit_of_figure (figure, indicator->unit);
    }
  note_move (&card);
  return card.indicator;
}
