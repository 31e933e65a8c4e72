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
 * 2. The headings are taken in their order: the k-th name heads the k-th column of values, or the
 *    next two if it names a percentage and a count stands before it.
 * 3. Each row is aligned with the columns (parse/align.h) by what their cells look like.
 */
#include "parse/months.h"

#include <string.h>

#include "parse/align.h"
#include "parse/aligned.h"
#include "parse/suit.h"

#define MAX_LABEL_CELL 2 /* a label stands behind a block's name and perhaps an empty cell */
#define EVIDENCE_BONUS 6 /* of a cell whose figure another table has too */

/* A column of values. */
typedef struct
{
  int indicator;
  Component component;
  Suit suit;
} ValueColumn;

/* A name in the headings. */
typedef struct
{
  char *name;  /* owned */
  char *ref;   /* owned; "" if none stands over it */
  guint width; /* in columns of values */
  Unit unit;
  gboolean is_numerator; /* a count before the percentage of the same reference */
} Name;

struct _MonthsTable
{
  int number;
  GArray *columns;    /* of ValueColumn */
  GArray *rows;       /* of AlignedRow: those with a label */
  GPtrArray *printed; /* of GridRow, borrowed: all */
};

static void
name_clear (Name *name)
{
  g_free (name->name);
  g_free (name->ref);
}

/* ---- the label of a row ---- */

static gboolean
is_current_year (const Reader *reader, Period period)
{
  Period report = reader->report->period;
  return period.kind == PERIOD_FINANCIAL_YEAR && report.kind == PERIOD_MONTH && report.number != 3
         && period_year_began (report) == period.year;
}

gboolean
months_read_label (const Reader *reader, const GridRow *row, MonthsLabel *label)
{
  for (guint i = 0; i <= MAX_LABEL_CELL && i < grid_row_n_columns (row); i++)
    {
      const char *text = grid_row_text (row, i);
      Period period = NO_PERIOD;
      if (text[0] == '\0')
        continue;
      if (month_read (reader->words.months, text, NO_PERIOD, &period))
        {
          Measure measure = period.kind == PERIOD_YEAR_TO_DATE     ? MEASURE_YTD
                            : period.kind == PERIOD_FINANCIAL_YEAR ? MEASURE_ANNUAL
                                                                   : MEASURE_ACTUAL;
          if (is_current_year (reader, period))
            {
              measure = MEASURE_YTD;
              period = period_year_to_date (period.year);
            }
          *label = (MonthsLabel){ i, measure, COMPARATOR_NONE, period };
          return TRUE;
        }

      const LexiconEntry *entry
          = vocabulary_find (reader->words.vocabulary, WORDS_ROW_LABELS, text);
      if (entry != NULL && entry->means == ROLE_BENCHMARK)
        {
          *label = (MonthsLabel){ i, MEASURE_BENCHMARK, entry->comparator, NO_PERIOD };
          return TRUE;
        }
    }
  return FALSE;
}

/* ---- the headings ---- */

static guint
count_refs (const GridRow *row)
{
  guint n = 0;
  for (guint i = 0; i < grid_row_n_columns (row); i++)
    n += suit_is_ref (grid_row_text (row, i));
  return n;
}

static gboolean
is_ref_row (const GridRow *row)
{
  return count_refs (row) > 0 && count_refs (row) * 2 > grid_row_n_filled (row);
}

/* The rows of the headings by what they hold; each may be missing. */
typedef struct
{
  const GridRow *refs, *groups, *names;
} HeadingRows;

static HeadingRows
sort_headings (const GPtrArray *headings)
{
  HeadingRows rows = { NULL, NULL, NULL };
  for (guint i = 0; i < headings->len; i++)
    {
      const GridRow *row = g_ptr_array_index (headings, i);
      if (is_ref_row (row))
        rows.refs = row;
      else if (grid_row_n_filled (row) > 0)
        {
          rows.groups = rows.names;
          rows.names = row;
        }
    }
  /* a single cell over many columns is a title, not a group */
  if (rows.groups != NULL && grid_row_n_filled (rows.groups) < 2)
    rows.groups = NULL;
  return rows;
}

/* Returns: the last filled cell of @row at or left of @column; "" if there is none. */
static const char *
text_over (const GridRow *row, guint column)
{
  for (guint i = MIN (column + 1, grid_row_n_columns (row)); i > 0; i--)
    if (grid_row_text (row, i - 1)[0] != '\0')
      return grid_row_text (row, i - 1);
  return "";
}

static const char *
nth_text (const GridRow *row, guint n)
{
  for (guint i = 0; i < grid_row_n_columns (row); i++)
    if (grid_row_text (row, i)[0] != '\0' && n-- == 0)
      return grid_row_text (row, i);
  return "";
}

static GArray *
list_names (const Reader *reader, HeadingRows rows)
{
  GArray *names = g_array_new (FALSE, TRUE, sizeof (Name));
  g_array_set_clear_func (names, (GDestroyNotify) name_clear);
  const GridRow *row = rows.names != NULL ? rows.names : rows.refs;
  gboolean is_paired = row != NULL && rows.refs != NULL
                       && grid_row_n_filled (rows.refs) == grid_row_n_filled (row);
  for (guint i = 0; row != NULL && i < grid_row_n_columns (row); i++)
    {
      const char *text = grid_row_text (row, i);
      if (text[0] == '\0')
        continue;
      const char *group = rows.groups != NULL ? text_over (rows.groups, i) : "";
      const char *ref = rows.refs == NULL ? ""
                        : is_paired       ? nth_text (rows.refs, names->len)
                                          : text_over (rows.refs, i);
      Name name = { .ref = g_strdup (ref), .width = 1, .unit = reader_unit_of (reader, text) };
      name.name = rows.names == NULL ? g_strdup ("")
                                     : g_strjoin (group[0] != '\0' ? " - " : "", group, text, NULL);
      g_array_append_val (names, name);
    }
  return names;
}

/* ---- what the columns of values look like ---- */

typedef struct
{
  guint counts[LOOKS_TEXT + 1];
} Census;

/* Counts the looks of the cells of each column of values; @n_columns gets how many there are. */
static Census *
take_census (const Reader *reader, const Grid *grid, guint *n_columns)
{
  g_autoptr (GArray) censuses = g_array_new (FALSE, TRUE, sizeof (Census));
  for (guint i = 0; i < grid_n_rows (grid); i++)
    {
      const GridRow *row = grid_row (grid, i);
      MonthsLabel label;
      if (!months_read_label (reader, row, &label))
        continue;
      for (guint c = label.cell + 1; c < grid_row_n_columns (row); c++)
        {
          const char *text = grid_row_text (row, c);
          if (text[0] == '\0')
            continue;
          guint column = c - label.cell - 1;
          if (column >= censuses->len)
            g_array_set_size (censuses, column + 1);
          g_array_index (censuses, Census, column).counts[cell_read (reader->cells, text).looks]++;
        }
    }
  *n_columns = censuses->len;
  return (Census *) (void *) g_array_free (g_steal_pointer (&censuses), FALSE);
}

static Suit
suit_of_census (const Census *census)
{
  static const struct
  {
    Looks looks;
    Suit suit;
  } kinds[] = { { LOOKS_NUMBER, SUIT_NUMBER },
                { LOOKS_PERCENT, SUIT_PERCENT },
                { LOOKS_FRACTION, SUIT_FRACTION } };
  Suit best = SUIT_FIGURE;
  guint most = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (census->counts[kinds[i].looks] > most)
      {
        best = kinds[i].suit;
        most = census->counts[kinds[i].looks];
      }
  return best;
}

static gboolean
is_count_before_percent (const Census *censuses, guint column, guint n_columns)
{
  return column + 1 < n_columns && suit_of_census (&censuses[column]) != SUIT_PERCENT
         && suit_of_census (&censuses[column + 1]) == SUIT_PERCENT;
}

/* Where references stand as many columns apart as there are columns of values, these are the
 * widths of the names. */
static gboolean
widths_from_refs (const GridRow *refs, GArray *names, guint n_columns)
{
  if (refs == NULL || grid_row_n_filled (refs) != names->len)
    return FALSE;

  guint first = 0, k = 0, last = 0;
  while (grid_row_text (refs, first)[0] == '\0')
    first++;
  last = first;
  for (guint i = first + 1; i < grid_row_n_columns (refs); i++)
    if (grid_row_text (refs, i)[0] != '\0')
      {
        g_array_index (names, Name, k++).width = i - last;
        last = i;
      }
  guint before_last = last - first;
  if (n_columns <= before_last || n_columns - before_last > 2)
    return FALSE;
  g_array_index (names, Name, k).width = n_columns - before_last;
  for (guint i = 0; i < names->len; i++)
    if (g_array_index (names, Name, i).width > 2)
      return FALSE;
  return TRUE;
}

/* Spreads the columns that are more than the names: a name of a percentage takes the count before
 * it as well. */
static void
spread_names (GArray *names, const Census *censuses, guint n_columns)
{
  guint n_extra = n_columns > names->len ? n_columns - names->len : 0, column = 0;
  for (guint i = 0; i < names->len; i++)
    {
      Name *name = &g_array_index (names, Name, i);
      gboolean is_pair = n_extra > 0 && (name->unit == UNIT_PERCENT || name->unit == UNIT_NONE)
                         && is_count_before_percent (censuses, column, n_columns);
      name->width = is_pair ? 2 : 1;
      n_extra -= is_pair;
      column += name->width;
    }
}

static void
mark_numerators (GArray *names)
{
  for (guint i = 0; i + 1 < names->len; i++)
    {
      Name *name = &g_array_index (names, Name, i);
      const Name *next = &g_array_index (names, Name, i + 1);
      name->is_numerator = name->ref[0] != '\0' && g_str_equal (name->ref, next->ref)
                           && name->unit == UNIT_COUNT && next->unit == UNIT_PERCENT;
    }
}

static int
add_indicator (const Reader *reader, int table, const Name *name, const char *section, int page)
{
  Indicator *indicator = report_add_indicator (reader->report);
  indicator->table = table;
  indicator->page = page;
  indicator->unit = name->unit;
  report_set_text (&indicator->ref, name->ref);
  report_set_text (&indicator->ref_printed, name->ref);
  report_set_text (&indicator->name, name->name);
  report_set_text (&indicator->section, section);
  return (int) reader->report->indicators->len - 1;
}

/* A name that tells its unit tells what its cells look like; else most of the cells do. */
static Suit
suit_of_column (const Name *name, const Census *census)
{
  Suit found = suit_of_census (census);
  if (name->width > 1)
    return found;
  if (name->unit == UNIT_PERCENT && found != SUIT_FRACTION)
    return SUIT_PERCENT;
  if (name->unit == UNIT_COUNT && found == SUIT_PERCENT)
    return SUIT_NUMBER;
  return found;
}

static void
add_columns (MonthsTable *table, const Name *name, int indicator, const Census *censuses,
             guint n_columns)
{
  for (guint k = 0; k < name->width; k++)
    {
      static const Census nothing = { { 0 } };
      guint number = table->columns->len;
      ValueColumn column = { indicator, COMPONENT_VALUE, SUIT_FIGURE };
      column.suit = suit_of_column (name, number < n_columns ? &censuses[number] : &nothing);
      if (k + 1 < name->width || name->is_numerator)
        column.component = COMPONENT_NUMERATOR;
      g_array_append_val (table->columns, column);
    }
}

/* What the name does not tell, the column of its values does. */
static void
set_unit_by_cells (const Reader *reader, const MonthsTable *table)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      const ValueColumn *column = &g_array_index (table->columns, ValueColumn, i);
      Indicator *indicator = report_indicator (reader->report, (guint) column->indicator);
      if (indicator->unit == UNIT_NONE && column->component == COMPONENT_VALUE)
        indicator->unit = column->suit == SUIT_PERCENT ? UNIT_PERCENT : UNIT_COUNT;
    }
}

MonthsTable *
months_table_new (const Reader *reader, int number, const GPtrArray *headings, const Grid *grid,
                  const char *section)
{
  MonthsTable *table = g_new0 (MonthsTable, 1);
  table->number = number;
  table->columns = g_array_new (FALSE, TRUE, sizeof (ValueColumn));
  table->rows = aligned_rows_new ();
  table->printed = g_ptr_array_new ();
  HeadingRows rows = sort_headings (headings);
  g_autoptr (GArray) names = list_names (reader, rows);
  guint n_columns = 0;
  g_autofree Census *censuses = take_census (reader, grid, &n_columns);
  if (!widths_from_refs (rows.refs, names, n_columns))
    spread_names (names, censuses, n_columns);
  mark_numerators (names);

  for (guint i = 0; i < headings->len; i++)
    grid_row_place (g_ptr_array_index (headings, i));
  for (guint i = 0; i < names->len; i++)
    {
      const Name *name = &g_array_index (names, Name, i);
      int page = grid_row (grid, 0)->page;
      add_columns (table, name, add_indicator (reader, number, name, section, page), censuses,
                   n_columns);
    }
  set_unit_by_cells (reader, table);
  return table;
}

void
months_table_free (MonthsTable *table)
{
  if (table == NULL)
    return;

  g_ptr_array_unref (table->printed);
  g_array_unref (table->rows);
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

static MonthsLabel
label_of (const Reader *reader, const AlignedRow *row)
{
  MonthsLabel label = { 0 };
  months_read_label (reader, row->row, &label);
  return label;
}

static const ValueColumn *
table_column (const MonthsTable *table, int number)
{
  return &g_array_index (table->columns, ValueColumn, number);
}

static Indicator *
column_indicator (const Reader *reader, const ValueColumn *column)
{
  return report_indicator (reader->report, (guint) column->indicator);
}

static int
score_cell (const AlignedRow *row, guint cell, guint number, gpointer data)
{
  const Scoring *scoring = data;
  const ValueColumn *column = table_column (scoring->table, (int) number);
  const Reading *reading = &row->readings[cell];
  int score = suit_score (column->suit, reading, aligned_row_text (row, cell));
  if (!reading->has_value || score <= 0 || scoring->reader->evidence == NULL)
    return score;

  MonthsLabel label = label_of (scoring->reader, row);
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
  const ValueColumn *column = table_column (table, number);
  MonthsLabel label = label_of (reader, row);
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
  const Reading *reading = &row->readings[cell];
  const ValueColumn *column = table_column (table, row->columns[cell]);
  MonthsLabel label = label_of (reader, row);
  gboolean is_fraction = reading->looks == LOOKS_FRACTION;
  Component component = is_fraction          ? COMPONENT_NUMERATOR
                        : reading->has_value ? column->component
                                             : COMPONENT_VALUE;
  for (int k = 0; k < (is_fraction ? 2 : 1); k++)
    {
      Reading part = *reading;
      if (is_fraction)
        {
          part.has_value = TRUE;
          part.value = k == 0 ? reading->numerator : reading->denominator;
        }
      Figure *figure = reader_add_figure (reader, column->indicator, label.measure, label.period,
                                          aligned_row_cell (row, cell), &part);
      figure->component = k == 0 ? component : COMPONENT_DENOMINATOR;
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
  MonthsLabel label = label_of (reader, row);
  const ValueColumn *column = table_column (table, row->columns[first]);
  const GridCell *cell = aligned_row_cell (row, (guint) first);
  Finding *finding = reader_add_move (reader, column->indicator, row->row->page, n, aside,
                                      cell->text->str, column_indicator (reader, column)->name);
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
  MonthsLabel label;
  if (is_ref_row (row) || grid_row_n_filled (row) <= 1)
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
      MonthsLabel label;
      if (months_read_label (reader, row, &label))
        {
          AlignedRow *aligned = aligned_rows_add (table->rows, reader->cells, row, label.cell + 1);
          aligned->group = (int) grid_width (grid); /* grids as wide have lost the same cells */
        }
      else if (is_repetition (reader, grid, i))
        grid_row_place (row);
      g_ptr_array_add (table->printed, row);
    }
}

void
months_table_read (const Reader *reader, MonthsTable *table)
{
  Scoring scoring = { reader, table };
  aligned_rows_settle (table->rows, table->columns->len, score_cell, &scoring);
  for (guint i = 0; i < table->rows->len; i++)
    read_row (reader, table, aligned_row (table->rows, i), (int) i);
  for (guint i = 0; i < table->printed->len; i++)
    reader_add_unplaced (reader, table->number, g_ptr_array_index (table->printed, i));
}
