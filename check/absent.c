/* check/absent.c - where did an image's reader see nothing, and nearly all rows print a figure?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A text file prints nothing where it prints nothing.  On an image a faint figure is missed, and a
 * missed figure is no row of any file: only its neighbours can tell.
 */
#include "check/proof.h"

#define ENOUGH_ROWS 5
#define NEARLY_ALL 6 /* of the rows, all but one in so many print in the column */

/* The rows of a table and what each of its columns prints. */
typedef struct
{
  GHashTable *columns; /* of Cell without an indicator, to how many indicators print there; without
                        * a measure, to how many the table has */
  GHashTable *cells;   /* set of Cell; without a measure, of rows */
} Print;

typedef struct
{
  int table, indicator;
  Measure measure;
  Comparator comparator;
  Period period;
} Cell;

static guint
cell_hash (gconstpointer data)
{
  const Cell *cell = data;
  guint hash = (guint) cell->table * 31 + (guint) cell->indicator;
  hash = hash * 31 + (guint) cell->measure * 7 + (guint) cell->comparator;
  return hash * 31 + (guint) (cell->period.year * 13 + cell->period.number);
}

static gboolean
cell_equal (gconstpointer a, gconstpointer b)
{
  const Cell *one = a, *other = b;
  return one->table == other->table && one->indicator == other->indicator
         && one->measure == other->measure && one->comparator == other->comparator
         && period_equal (one->period, other->period);
}

static Cell
cell_of (const Figure *figure)
{
  return (Cell){ figure->table, figure->indicator, figure->measure, figure->comparator,
                 figure->period };
}

static Cell
column_of (Cell cell)
{
  cell.indicator = NO_INDICATOR;
  return cell;
}

static guint
count_of (GHashTable *counts, gconstpointer key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));
}

/* Counts @cell for @column, once. */
static void
count_once (const Print *print, Cell cell, Cell column)
{
  if (!g_hash_table_add (print->cells, g_memdup2 (&cell, sizeof cell)))
    return;
  guint n = count_of (print->columns, &column) + 1;
  g_hash_table_insert (print->columns, g_memdup2 (&column, sizeof column), GUINT_TO_POINTER (n));
}

static void
print_init (Print *print, const Report *report)
{
  print->columns = g_hash_table_new_full (cell_hash, cell_equal, g_free, NULL);
  print->cells = g_hash_table_new_full (cell_hash, cell_equal, g_free, NULL);
  for (guint i = 0; i < report->figures->len; i++)
    {
      Cell cell = cell_of (report_figure (report, i));
      Cell row = { .table = cell.table, .indicator = cell.indicator };
      count_once (print, cell, column_of (cell));
      count_once (print, row, column_of (row));
    }
}

static void
print_clear (Print *print)
{
  g_hash_table_unref (print->columns);
  g_hash_table_unref (print->cells);
}

/* Years, targets and ratings are left out for many an indicator that has none. */
static gboolean
is_of_each_row (Measure measure)
{
  return measure == MEASURE_ACTUAL || measure == MEASURE_MEAN_12M || measure == MEASURE_MAX_12M
         || measure == MEASURE_CHANGE_PREV || measure == MEASURE_CHANGE_YEAR;
}

static gboolean
is_filled (const Print *print, const Cell *column)
{
  Cell table = { .table = column->table, .indicator = NO_INDICATOR };
  guint n_rows = count_of (print->columns, &table), n = count_of (print->columns, column);
  return is_of_each_row (column->measure) && n_rows >= ENOUGH_ROWS
         && (n_rows - n) * NEARLY_ALL <= n_rows;
}

static void
add_absent (Check *check, const Cell *cell)
{
  const Series *series = g_ptr_array_index (check->series, cell->indicator);
  Finding *finding = report_add_finding (check->report, "absent", SEVERITY_WARNING);
  g_autofree char *period = period_format (cell->period);
  g_autofree char *message = g_strdup_printf (
      "nothing was read for %s%s%s, where nearly all rows of table %d print a "
      "figure",
      measure_code (cell->measure), period[0] != '\0' ? " " : "", period, cell->table);
  report_set_text (&finding->message, message);
  finding->indicator = cell->indicator;
  finding->measure = cell->measure;
  finding->period = cell->period;
  finding->page = series_figure (series, 0)->page;
  for (guint i = 0; i < series->n_figures; i++)
    finding->box = box_union (finding->box, series_figure (series, i)->box);
}

/* Adds what the row lacks of @columns. */
static void
check_row (Check *check, const Print *print, const Series *row, const GPtrArray *columns)
{
  const Figure *first = series_figure (row, 0);
  for (guint i = 0; i < columns->len; i++)
    {
      Cell cell = *(const Cell *) columns->pdata[i];
      cell.indicator = first->indicator;
      if (cell.table == first->table && !g_hash_table_contains (print->cells, &cell))
        add_absent (check, &cell);
    }
}

/* Returns (transfer full) (element-type Cell): the columns in which nearly all rows print, in the
 * order in which they come first; borrowed from @print. */
static GPtrArray *
list_filled (const Print *print, const Report *report)
{
  GPtrArray *columns = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < report->figures->len; i++)
    {
      Cell column = column_of (cell_of (report_figure (report, i)));
      gpointer key = NULL;
      if (is_filled (print, &column)
          && g_hash_table_lookup_extended (print->columns, &column, &key, NULL)
          && g_hash_table_add (seen, key))
        g_ptr_array_add (columns, key);
    }
  return columns;
}

static gboolean
is_of_image (const Series *row)
{
  for (guint i = 0; i < row->n_figures; i++)
    if (series_figure (row, i)->origin != ORIGIN_TEXT)
      return TRUE;
  return FALSE;
}

void
check_absent (Check *check)
{
  check_held (check, 0);
  gboolean is_needed = FALSE;
  for (guint i = 0; i < check->series->len && !is_needed; i++)
    is_needed = is_of_image (check->series->pdata[i]);
  if (!is_needed)
    return;
  Print print;
  print_init (&print, check->report);
  g_autoptr (GPtrArray) columns = list_filled (&print, check->report);
  for (guint i = 0; i < check->series->len; i++)
    if (is_of_image (check->series->pdata[i]))
      {
        check_held (check, 1);
        check_row (check, &print, check->series->pdata[i], columns);
      }
  print_clear (&print);
}
