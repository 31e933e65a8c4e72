/* parse/months.c - tables with a month in each row and an indicator in each column.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *                         |        | 2.4       | 2.2       |      5.9        |
 *                         |        | No. of .. | % of ..   | No. of .. | % .. |
 *     IN MONTH PERFORMANCE | Jan-16 |           | 92.7%     | 22 of 517 | 4.3% |
 *                         | Feb-16 | 332       | 96.6%     | ...
 *     ANNUAL TREND        | 2014/15 | ...
 *     LATEST BENCHMARKING | SN AVE | ...
 *
 * 1. A row is known by its label.  Its values are the cells behind the label: the cells before it
 *    come and go, and the headings stand a column aside as often as not.
 * 2. The headings name the columns of values in their order (parse/months_column.h).
 * 3. Each row is aligned with the columns (parse/align.h) by what their cells look like.
 */
#include "parse/months.h"

#include <string.h>

#include "parse/align.h"
#include "parse/aligned.h"
#include "parse/misread.h"
#include "parse/months_column.h"
#include "parse/sequence.h"
#include "parse/suit.h"

#define MAX_LABEL_CELL 2 /* a label stands behind a block's name and perhaps an empty cell */
#define EVIDENCE_BONUS 6 /* of a cell whose figure another table has too */

struct _MonthsTable
{
  int number;
  GArray *columns;    /* of MonthsColumn */
  GArray *rows;       /* of AlignedRow: those with a label */
  GArray *labels;     /* of Label, of those rows; their months put right */
  GPtrArray *printed; /* of GridRow, borrowed: all */
};

/* ---- the label of a row ---- */

static gboolean
is_current_year (const Reader *reader, Period period)
{
  Period report = reader->report->period;
  return period.kind == PERIOD_FINANCIAL_YEAR && report.kind == PERIOD_MONTH && report.number != 3
         && period_year_began (report) == period.year;
}

gboolean
months_read_label (const Reader *reader, const GridRow *row, Label *label)
{
  gboolean is_first = TRUE; /* of the cells that are filled */
  for (guint i = 0; i <= MAX_LABEL_CELL && i < grid_row_n_columns (row); i++)
    {
      const char *text = grid_row_text (row, i);
      if (text[0] == '\0')
        continue;
      if (label_read (&reader->words, text, label)
          && (label->period.kind != PERIOD_NONE || label->measure == MEASURE_BENCHMARK
              || (is_first && label->measure == MEASURE_TARGET)))
        {
          label->cell = i;
          if (is_current_year (reader, label->period))
            {
              label->measure = MEASURE_YTD;
              label->period = period_year_to_date (label->period.year);
            }
          return TRUE;
        }
      is_first = FALSE;
    }
  return FALSE;
}

guint
months_count_labels (const Reader *reader, const Grid *grid)
{
  guint n = 0;
  Label label;
  for (guint i = 0; i < grid_n_rows (grid); i++)
    n += months_read_label (reader, grid_row (grid, i), &label);
  return n;
}

MonthsTable *
months_table_new (const Reader *reader, int number, const GPtrArray *headings, const Grid *grid,
                  const char *section)
{
  MonthsTable *table = g_new0 (MonthsTable, 1);
  table->number = number;
  table->columns = months_columns_new (reader, number, headings, grid, section);
  table->rows = aligned_rows_new ();
  table->labels = g_array_new (FALSE, FALSE, sizeof (Label));
  table->printed = g_ptr_array_new ();
  return table;
}

void
months_table_free (MonthsTable *table)
{
  if (table == NULL)
    return;

  g_ptr_array_unref (table->printed);
  g_array_unref (table->rows);
  g_array_unref (table->labels);
  g_array_unref (table->columns);
  g_free (table);
}

/* ---- the rows ---- */

/* What the rows are aligned by. */
typedef struct
{
  const Reader *reader;
  const MonthsTable *table;
} Scoring;

static Label
label_of (const MonthsTable *table, const AlignedRow *row)
{
  return g_array_index (table->labels, Label, row - aligned_row (table->rows, 0));
}

static const MonthsColumn *
table_column (const MonthsTable *table, int number)
{
  return &g_array_index (table->columns, MonthsColumn, number);
}

static Indicator *
column_indicator (const Reader *reader, const MonthsColumn *column)
{
  return report_indicator (reader->report, (guint) column->indicator);
}

static int
score_cell (const AlignedRow *row, guint cell, guint number, gpointer data)
{
  const Scoring *scoring = data;
  const MonthsColumn *column = table_column (scoring->table, (int) number);
  const Reading *reading = &row->readings[cell];
  int score = suit_score (column->suit, reading, aligned_row_text (row, cell));
  if (!reading->has_value || score <= 0 || scoring->reader->evidence == NULL)
    return score;

  Label label = label_of (scoring->table, row);
  EvidenceQuery query = { .table = scoring->table->number,
                          .ref = column_indicator (scoring->reader, column)->ref,
                          .measure = label.measure,
                          .comparator = label.comparator,
                          .period = label.period,
                          .component = column->component,
                          .value = reading->value };
  return score + (evidence_supports (scoring->reader->evidence, &query) ? EVIDENCE_BONUS : 0);
}

static void
set_place (const Reader *reader, const MonthsTable *table, const AlignedRow *row, int row_number,
           int number, Figure *figure)
{
  const MonthsColumn *column = table_column (table, number);
  Label label = label_of (table, row);
  figure->comparator = label.comparator;
  figure->page = row->row->page;
  figure->table = table->number;
  figure->row = row_number;
  figure->column = number;
  report_set_text (&figure->label, grid_row_text (row->row, label.cell));
  if (!figure->has_value)
    figure->unit = UNIT_NONE;
  else if (figure->component != COMPONENT_VALUE)
    figure->unit = UNIT_COUNT;
  else if (figure->unit == UNIT_NONE)
    figure->unit = column_indicator (reader, column)->unit;
}

static void
add_figures (const Reader *reader, const MonthsTable *table, const AlignedRow *row, int row_number,
             guint cell)
{
  const MonthsColumn *column = table_column (table, row->columns[cell]);
  Label label = label_of (table, row);
  ReadingPart parts[READING_MAX_PARTS];
  guint n = reading_parts (&row->readings[cell], parts);
  for (guint i = 0; i < n; i++)
    {
      Figure *figure = reader_add_figure (reader, column->indicator, label.measure, label.period,
                                          aligned_row_cell (row, cell), &parts[i].reading);
      gboolean is_value = parts[i].component == COMPONENT_VALUE && parts[i].reading.has_value;
      figure->component = is_value ? column->component : parts[i].component;
      if (figure->origin == ORIGIN_OCR && aligned_row_is_moved (row, cell, FALSE))
        figure->confidence = MIN (figure->confidence, MISREAD_CONFIDENCE);
      set_place (reader, table, row, row_number, row->columns[cell], figure);
    }
  aligned_row_cell (row, cell)->is_placed = TRUE;
}

static void
note_move (const Reader *reader, const MonthsTable *table, const AlignedRow *row)
{
  guint n = 0;
  int aside = 0, first = aligned_row_first_moved (row, FALSE, &n, &aside);
  if (first < 0)
    return;
  Label label = label_of (table, row);
  const MonthsColumn *column = table_column (table, row->columns[first]);
  const GridCell *cell = aligned_row_cell (row, (guint) first);
  Finding *finding = reader_add_move (reader, column->indicator, row->row->page, n, aside,
                                      cell->text, column_indicator (reader, column)->name);
  finding->period = label.period;
  finding->measure = label.measure;
  finding->box = cell->box;
  g_autofree char *group = g_strdup_printf ("moved-%d-%d", table->number, row->columns[first]);
  report_set_text (&finding->group, group);
}

static void
read_row (const Reader *reader, const MonthsTable *table, const AlignedRow *row, int row_number)
{
  for (guint i = 0; i < row->first; i++)
    if (grid_row_cell (row->row, i) != NULL)
      grid_row_cell (row->row, i)->is_placed = TRUE;
  for (guint i = 0; i < row->n_cells; i++)
    if (row->columns[i] != ALIGN_NOWHERE)
      add_figures (reader, table, row, row_number, i);
  note_move (reader, table, row);
}

/* A row without a label is one of headings that are printed again, or repeats the next row. */
static gboolean
is_repetition (const Reader *reader, const Grid *grid, guint number)
{
  const GridRow *row = grid_row (grid, number);
  Label label;
  if (grid->is_aligned) /* there it holds stray figures alone */
    return FALSE;
  if (months_is_refs (row) || grid_row_n_filled (row) <= 1)
    return TRUE;
  if (number + 1 >= grid_n_rows (grid)
      || !months_read_label (reader, grid_row (grid, number + 1), &label))
    return FALSE;
  const GridRow *next = grid_row (grid, number + 1);
  for (guint i = label.cell + 1; i < grid_row_n_columns (next); i++)
    if (!g_str_equal (grid_row_text (row, i), grid_row_text (next, i)))
      return FALSE;
  return TRUE;
}

static guint
grid_width (const Grid *grid)
{
  guint width = 0;
  for (guint i = 0; i < grid_n_rows (grid); i++)
    width = MAX (width, grid_row_n_columns (grid_row (grid, i)));
  return width;
}

void
months_table_add (const Reader *reader, MonthsTable *table, const Grid *grid, guint first)
{
  for (guint i = first; i < grid_n_rows (grid); i++)
    {
      GridRow *row = grid_row (grid, i);
      Label label;
      if (months_read_label (reader, row, &label))
        {
          AlignedRow *aligned = aligned_rows_add (table->rows, reader->cells, row, label.cell + 1);
          aligned->group = (int) grid_width (grid); /* grids as wide have lost the same cells */
          g_array_append_val (table->labels, label);
        }
      else if (is_repetition (reader, grid, i))
        grid_row_place (row, TRUE);
      g_ptr_array_add (table->printed, row);
    }
}

/* Puts the months right of rows from @first on that are all of months.  Returns: how many rows
 * these are. */
static guint
mend_months (const Reader *reader, MonthsTable *table, guint first)
{
  Label *labels = (Label *) (void *) table->labels->data + first;
  guint n = 0;
  while (first + n < table->labels->len && labels[n].measure == MEASURE_ACTUAL
         && labels[n].period.kind == PERIOD_MONTH)
    n++;
  g_autofree Period *months = g_new (Period, n + 1);
  g_autofree gboolean *is_mended = g_new0 (gboolean, n + 1);
  for (guint i = 0; i < n; i++)
    months[i] = labels[i].period;
  sequence_mend (months, n, is_mended);
  for (guint i = 0; i < n; i++)
    if (is_mended[i])
      {
        const GridRow *row = aligned_row (table->rows, first + i)->row;
        const GridCell *cell = grid_row_cell (row, labels[i].cell);
        reader_add_mislabel (reader, table->number, row->page, cell->box, cell->text, months[i]);
        labels[i].period = months[i];
      }
  return n;
}

/* Returns: how many cells most rows have before their first value. */
static guint
usual_front (const MonthsTable *table)
{
  guint front = 0;
  for (guint i = 0; i < table->labels->len; i++)
    front = MAX (front, g_array_index (table->labels, Label, i).cell + 1);
  return front;
}

/* Counts the numbers of a row that went nowhere.  Where an image's reader lost the label of a row,
 * its cells tell which indicators they are of all the same. */
static void
add_unplaced (const Reader *reader, const MonthsTable *table, const GridRow *row)
{
  guint front = usual_front (table);
  for (guint i = 0; i < grid_row_n_columns (row); i++)
    {
      const GridCell *cell = grid_row_cell (row, i);
      if (cell == NULL || cell->is_placed)
        continue;
      gboolean is_value
          = cell->origin == ORIGIN_OCR && i >= front && i - front < table->columns->len;
      int indicator = is_value ? table_column (table, (int) (i - front))->indicator : NO_INDICATOR;
      reader_add_unplaced_cell (reader, table->number, indicator, row->page, cell);
    }
}

void
months_table_read (const Reader *reader, MonthsTable *table)
{
  Scoring scoring = { reader, table };
  for (guint i = 0; i < table->labels->len; i++)
    i += mend_months (reader, table, i);
  aligned_rows_settle (table->rows, table->columns->len, score_cell, &scoring);
  for (guint i = 0; i < table->rows->len; i++)
    read_row (reader, table, aligned_row (table->rows, i), (int) i);
  for (guint i = 0; i < table->printed->len; i++)
    add_unplaced (reader, table, g_ptr_array_index (table->printed, i));
}
