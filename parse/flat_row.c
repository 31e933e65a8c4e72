/* parse/flat_row.c - the figures of one row of flattened text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/flat_row.h"

#include <string.h>

#include "parse/flat_mend.h"

#define GUESSED_CONFIDENCE 0.5 /* of a figure that a damaged glyph made doubtful */
#define LARGEST 1000000000000  /* of a month: a longer run of digits is more than one figure */

static gboolean
is_change (Role role)
{
  return role == ROLE_CHANGE || role == ROLE_CHANGE_PREV || role == ROLE_CHANGE_YEAR;
}

/* Returns: the @number-th column of that role; its index is the figure's column. */
static const Column *
nth_column (const FlatTable *table, Role role, guint number, int *index)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      const Column *column = &g_array_index (table->columns, Column, i);
      gboolean is_role = role == ROLE_CHANGE ? is_change (column->role) : column->role == role;
      if (!is_role || number-- > 0)
        continue;
      *index = (int) i;
      return column;
    }
  return NULL;
}

const GArray *
flat_line_tokens (const Flat *flat, guint line)
{
  return g_ptr_array_index (flat->tokens, line);
}

/* ---- figures ---- */

/* A row's place in the report and in the text. */
typedef struct
{
  const Flat *flat;
  const GArray *tokens;
  const TextLine *line;
  int indicator, number;
  gboolean is_percent;
} FlatPlace;

static Figure *
add_figure (const FlatPlace *place, Measure measure, const Column *column, int index, guint first,
            guint n, const Reading *reading)
{
  g_autoptr (GString) raw = g_string_new (NULL);
  GridCell cell = { .confidence = place->line->confidence, .origin = place->line->origin };
  for (guint i = first; i < first + n && i < place->tokens->len; i++)
    {
      const FlatToken *token = flat_token (place->tokens, i);
      g_string_append_printf (raw, "%s%s", i > first ? " " : "", token->text);
      cell.box = box_union (cell.box, token->box);
    }
  cell.text = raw->str;
  cell.n_bytes = (guint) raw->len;
  Figure *figure = reader_add_figure (place->flat->reader, place->indicator, measure,
                                      column->period, &cell, reading);
  figure->comparator = column->comparator;
  figure->page = place->line->page;
  figure->table = 1;
  figure->row = place->number;
  figure->column = index;
  report_set_text (&figure->label, column->label);
  return figure;
}

/* An arrow that can be read counts if the change beside it allows it under the report's key. */
static Direction
direction_of (const Report *report, const Figure *figure)
{
  if (!figure->has_value || figure->direction == DIRECTION_FLAT)
    return figure->direction;
  Decimal threshold = { report->arrow_threshold, 0 }, size = figure->value;
  size.mantissa = ABS (size.mantissa);
  if (report->arrow_threshold == 0 || decimal_compare (size, threshold) < 0)
    return DIRECTION_NONE;
  return figure->value.mantissa < 0 ? DIRECTION_DOWN : DIRECTION_UP;
}

/* An arrow that points down beside a rise of the key's threshold or more has swallowed the minus.
 */
static void
restore_sign_by_arrow (const FlatPlace *place, Figure *figure, const FlatCell *cell)
{
  int threshold = place->flat->reader->report->arrow_threshold;
  if (!figure->has_value || cell->number == 0 || cell->direction != DIRECTION_DOWN || threshold == 0
      || figure->value.scale != 0 || figure->value.mantissa < threshold)
    return;
  figure->value.mantissa = -figure->value.mantissa;
  figure->confidence = MIN (figure->confidence, GUESSED_CONFIDENCE);
}

static void
add_change (const FlatPlace *place, const FlatCell *cell, const Column *column, int index)
{
  static const Reading nothing = { .status = STATUS_MISSING };
  gboolean is_prev
      = column->role == ROLE_CHANGE_PREV || (column->role == ROLE_CHANGE && cell->number == 0);
  Figure *figure = add_figure (
      place, is_prev ? MEASURE_CHANGE_PREV : MEASURE_CHANGE_YEAR, column, index, cell->first,
      cell->n, cell->has_token ? &flat_token (place->tokens, cell->token)->reading : &nothing);
  Period last = place->flat->reader->report->period;
  if (figure->period.kind == PERIOD_NONE && last.kind == PERIOD_MONTH)
    figure->period = period_add_months (last, is_prev ? -1 : -12);
  restore_sign_by_arrow (place, figure, cell);
  figure->direction = cell->direction;
  figure->unit = figure->has_value ? UNIT_PERCENT : UNIT_NONE;
}

static void
add_cell (const FlatPlace *place, const FlatCell *cell, Unit unit)
{
  static const struct
  {
    Role role;
    Measure measure;
  } measures[] = { { ROLE_DOT, MEASURE_DOT },
                   { ROLE_MEAN_12M, MEASURE_MEAN_12M },
                   { ROLE_MAX_12M, MEASURE_MAX_12M },
                   { ROLE_BENCHMARK, MEASURE_BENCHMARK },
                   { ROLE_TARGET, MEASURE_TARGET } };
  int index = -1;
  const Column *column = nth_column (&place->flat->table, cell->role, cell->number, &index);
  if (column == NULL)
    return;
  if (cell->role == ROLE_CHANGE)
    {
      add_change (place, cell, column, index);
      return;
    }

  Reading reading = { .status = STATUS_OK, .direction = cell->direction };
  if (cell->has_token)
    reading = flat_token (place->tokens, cell->token)->reading;
  if (reading.looks == LOOKS_TEXT)
    reading.status = STATUS_MISSING; /* a dash whose glyph broke */
  for (gsize i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      if (measures[i].role != cell->role)
        continue;
      Figure *figure
          = add_figure (place, measures[i].measure, column, index, cell->first, cell->n, &reading);
      const char *core = flat_token (place->tokens, cell->first)->core;
      const char *text = flat_token (place->tokens, cell->first)->text;
      if (figure->has_value && strpbrk (text, "oO") != NULL && strpbrk (core, "oO") == NULL)
        figure->confidence = MIN (figure->confidence, GUESSED_CONFIDENCE);
      if (figure->period.kind == PERIOD_NONE && cell->role != ROLE_BENCHMARK)
        figure->period = place->flat->reader->report->period;
      figure->unit = figure->has_value ? unit : UNIT_NONE;
    }
}

static void
add_months (const FlatPlace *place, guint first, Unit unit)
{
  for (guint k = 0; k < place->flat->table.n_months; k++)
    {
      int index = -1;
      guint i = flat_nth_number (place->tokens, first, k);
      const Column *column = nth_column (&place->flat->table, ROLE_PERIOD, k, &index);
      add_figure (place, MEASURE_ACTUAL, column, index, i, 1,
                  &flat_token (place->tokens, i)->reading)
          ->unit
          = unit;
    }
}

static FlatMonths
months_of (const FlatPlace *place, guint first)
{
  FlatMonths months = { .is_percent = place->is_percent, .n_months = place->flat->table.n_months };
  for (guint k = 0; k < months.n_months; k++)
    {
      const Reading *reading
          = &flat_token (place->tokens, flat_nth_number (place->tokens, first, k))->reading;
      if (reading->is_percent != place->is_percent || ABS (reading->value.mantissa) > LARGEST)
        continue; /* a damaged one */
      if (reading->value.scale == months.sum.scale)
        months.sum.mantissa += reading->value.mantissa;
      if (decimal_compare (reading->value, months.max) > 0)
        months.max = reading->value;
    }
  return months;
}

static int
add_indicator (const Flat *flat, const FlatRow *row, int page)
{
  Indicator *indicator = report_add_indicator (flat->reader->report);
  indicator->table = 1;
  indicator->page = page;
  indicator->unit = row->is_percent ? UNIT_PERCENT : UNIT_COUNT;
  if (row->entry != NULL)
    {
      indicator->unit = row->entry->unit;
      report_set_text (&indicator->name, row->name);
      if (row->entry->refs->len > 0)
        report_set_text (&indicator->ref, g_ptr_array_index (row->entry->refs, 0));
    }
  return (int) flat->reader->report->indicators->len - 1;
}

/* ---- what has slipped to the lines above and below ---- */

static gboolean
has_cell (const GArray *cells, Role role)
{
  for (guint i = 0; i < cells->len; i++)
    if (g_array_index (cells, FlatCell, i).role == role)
      return TRUE;
  return FALSE;
}

/* The row's place moved to a line beside it; FALSE if there is none. */
static gboolean
beside (const FlatPlace *place, guint line, FlatPlace *other)
{
  if (line >= place->flat->lines->len)
    return FALSE;
  *other = *place;
  other->line = g_ptr_array_index (place->flat->lines, line);
  other->tokens = flat_line_tokens (place->flat, line);
  return TRUE;
}

/* Dashes of benchmarks that stand on the line above; the first of four is the table's border. */
static void
read_above (const FlatPlace *place, guint line, const GArray *cells, Unit unit)
{
  FlatPlace above;
  guint n = 0;
  if (line == 0 || has_cell (cells, ROLE_BENCHMARK) || !beside (place, line - 1, &above))
    return;
  guint first = flat_find_dashes (above.tokens, &n);
  guint skipped = n > 3 ? 1 : 0;
  for (guint k = 0; k + skipped < n && k < 3; k++)
    {
      guint token = first + skipped + k;
      FlatCell cell = { ROLE_BENCHMARK, k, token, 1, TRUE, token, DIRECTION_NONE };
      add_cell (&above, &cell, unit);
    }
}

/* Arrows and the triangle that stand on the line below, behind its words. */
static void
read_below (const FlatPlace *place, guint line, const GArray *cells, Unit unit)
{
  FlatPlace below;
  if (has_cell (cells, ROLE_DOT) || !beside (place, line + 1, &below))
    return;
  g_autoptr (GArray) found = flat_read_wreckage (place->flat->reader, below.tokens);
  for (guint i = 0; i < found->len; i++)
    {
      const FlatCell *cell = &g_array_index (found, FlatCell, i);
      if (cell->role == ROLE_DOT || !has_cell (cells, ROLE_CHANGE))
        add_cell (&below, cell, unit);
    }
}

/* The last month's digits broken over two lines: `2` and, behind the words of the next one, `63`.
 * The first half alone lies far below all months, the whole does not exceed the maximum. */
static void
join_last_month (const FlatPlace *place, guint line, guint first_figure)
{
  Report *report = place->flat->reader->report;
  FlatPlace below;
  Figure *last = report_figure (report, first_figure + place->flat->table.n_months - 1);
  const Figure *max
      = report_find_figure (report, place->indicator, MEASURE_MAX_12M, NO_PERIOD, COMPONENT_VALUE);
  if (max == NULL || last->value.scale != 0 || !beside (place, line + 1, &below))
    return;
  for (guint i = first_figure; i + 1 < first_figure + place->flat->table.n_months; i++)
    if ((report_figure (report, i)->value.mantissa + 9) / 10 <= last->value.mantissa)
      return;

  guint at = flat_behind_words (below.tokens);
  const FlatToken *rest = at < below.tokens->len ? flat_token (below.tokens, at) : NULL;
  if (rest == NULL || rest->reading.looks != LOOKS_NUMBER || rest->reading.value.scale != 0)
    return;
  g_autofree char *digits = g_strconcat (last->raw, rest->core, NULL);
  g_autofree char *raw = g_strconcat (last->raw, " ", rest->core, NULL);
  Decimal joined;
  if (!decimal_parse (digits, &joined) || decimal_compare (joined, max->value) > 0)
    return;
  last->value = joined;
  last->confidence = MIN (last->confidence, GUESSED_CONFIDENCE);
  report_set_text (&last->raw, raw);
}

/* Whether a cell that has a column holds token @i. */
static gboolean
is_taken (const FlatPlace *place, const GArray *cells, guint i)
{
  for (guint k = 0; k < cells->len; k++)
    {
      const FlatCell *cell = &g_array_index (cells, FlatCell, k);
      int index = -1;
      if (i >= cell->first && i < cell->first + cell->n
          && nth_column (&place->flat->table, cell->role, cell->number, &index) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Counts the numbers between the months and the commentary that no cell took. */
static void
add_unplaced (const FlatPlace *place, const GArray *cells, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    {
      const FlatToken *token = flat_token (place->tokens, i);
      if (!token->reading.has_value || is_taken (place, cells, i))
        continue;
      Unplaced *unplaced = report_add_unplaced (place->flat->reader->report);
      report_set_text (&unplaced->text, token->text);
      unplaced->page = place->line->page;
      unplaced->table = 1;
      unplaced->box = token->box;
    }
}

/* Says which figures were read otherwise than their characters have it. */
static void
note_mended (const FlatPlace *place, guint first_figure)
{
  const Reader *reader = place->flat->reader;
  for (guint i = first_figure; i < reader->report->figures->len; i++)
    {
      const Figure *figure = report_figure (reader->report, i);
      if (figure->confidence >= place->line->confidence || !figure->has_value)
        continue;
      g_autofree char *value = decimal_format (figure->value);
      Finding *finding = reader_add_note (
          reader, "mended", figure->indicator, figure->page,
          "'%s' under '%s' is damaged and was read as %s, %s", figure->raw, figure->label, value,
          figure->confidence > GUESSED_CONFIDENCE ? "which the rest of the row bears out"
                                                  : "the likeliest reading");
      finding->measure = figure->measure;
      finding->period = figure->period;
      finding->box = figure->box;
      report_set_text (&finding->printed, figure->raw);
    }
}

void
flat_row_read (const Flat *flat, const FlatRow *row, int number, FlatTextRow *text)
{
  const TextLine *line = g_ptr_array_index (flat->lines, row->line);
  Report *report = flat->reader->report;
  FlatPlace place = { flat, flat_line_tokens (flat, row->line), line, 0, number, row->is_percent };
  guint first = (guint) flat_find_months (place.tokens, flat->table.n_months);
  guint first_figure = report->figures->len, end = 0;
  place.indicator = add_indicator (flat, row, line->page);
  Unit unit = report_indicator (report, (guint) place.indicator)->unit;

  add_months (&place, first, unit);
  FlatMonths months = months_of (&place, first);
  guint behind = flat_nth_number (place.tokens, first, flat->table.n_months - 1) + 1;
  g_autoptr (GArray) cells
      = flat_read_tail (flat->reader, place.tokens, behind, &months, flat->table.n_targets, &end);
  for (guint i = 0; i < cells->len; i++)
    add_cell (&place, &g_array_index (cells, FlatCell, i), unit);
  read_above (&place, row->line, cells, unit);
  read_below (&place, row->line, cells, unit);
  join_last_month (&place, row->line, first_figure);
  flat_mend_row (report, first_figure, row->is_percent);
  for (guint i = first_figure; i < report->figures->len; i++)
    {
      Figure *figure = report_figure (report, i);
      if (figure->measure == MEASURE_CHANGE_PREV || figure->measure == MEASURE_CHANGE_YEAR)
        figure->direction = direction_of (report, figure);
    }
  add_unplaced (&place, cells, behind, end);
  note_mended (&place, first_figure);
  *text
      = (FlatTextRow){ .line = row->line, .name = row->name, .figures = first, .figures_end = end };
  for (guint i = 0; i < FLAT_N_TEXTS; i++)
    text->texts[i].text = g_string_new (NULL);
}
