/* emit/tableau.c - a recovered table as the report has it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. Figures are sorted by indicator; sections and tables cut the indicators into tableaux.
 * 2. What figures say besides their values makes the columns of their tableau.  Numerator and
 *    denominator that are printed within the cell of a percentage make none.
 * 3. Columns are sorted by where their figures stand: in most tables a period is a column of the
 *    page; in those that list the periods downwards, which spread an indicator over more rows than
 *    columns, a row.
 */
#include "emit/tableau.h"

/* ---- figures by indicator ---- */

typedef struct
{
  const Report *report; /* borrowed */
  guint *starts;        /* owned; of each indicator's figures in `figures`, and of the end */
  guint *figures;       /* owned; indices, in document order for each indicator */
} ByIndicator;

static void
by_indicator_clear (ByIndicator *order)
{
  g_free (order->starts);
  g_free (order->figures);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ByIndicator, by_indicator_clear)

static ByIndicator
sort_figures (const Report *report)
{
  guint n = report->indicators->len;
  ByIndicator order = { report, g_new0 (guint, n + 2), g_new0 (guint, report->figures->len) };
  guint *ends = order.starts + 1; /* while they are filled */
  for (guint i = 0; i < report->figures->len; i++)
    ends[report_figure (report, i)->indicator + 1]++;
  for (guint i = 0; i < n; i++)
    ends[i + 1] += ends[i];
  for (guint i = 0; i < report->figures->len; i++)
    order.figures[ends[report_figure (report, i)->indicator]++] = i;
  return order;
}

/* ---- columns ---- */

/* Returns: what tells columns apart, in one number. */
static guint64
key_of (const Figure *figure, Component component)
{
  guint64 key
      = (guint64) figure->measure << 8 | (guint64) figure->comparator << 4 | (guint64) component;
  return key << 40 | (guint64) (guint8) figure->period.kind << 32
         | (guint64) (guint16) figure->period.year << 16 | (guint16) figure->period.number;
}

/* Returns: whether a figure is a part of what the cell of the one before it prints. */
static gboolean
is_within (const Figure *figure, const Figure *before)
{
  return before != NULL && !box_is_empty (figure->box) && box_equal (figure->box, before->box)
         && figure->page == before->page && figure->measure == before->measure
         && period_equal (figure->period, before->period);
}

static TableauColumn *
add_column (Tableau *tableau, const Figure *figure)
{
  const TableauColumn column = { .measure = figure->measure,
                                 .comparator = figure->comparator,
                                 .component = figure->component,
                                 .period = figure->period,
                                 .label = figure->label };
  g_array_append_val (tableau->columns, column);
  return &g_array_index (tableau->columns, TableauColumn, tableau->columns->len - 1);
}

/* The rows and columns of the page that the figures of an indicator stand in. */
typedef struct
{
  int first_row, last_row, first_column, last_column;
} Spread;

static void
widen (Spread *spread, const Figure *figure)
{
  spread->first_row = MIN (spread->first_row, figure->row);
  spread->last_row = MAX (spread->last_row, figure->row);
  spread->first_column = MIN (spread->first_column, figure->column);
  spread->last_column = MAX (spread->last_column, figure->column);
}

/* Returns: how many rows more than columns the figures of an indicator stand in. */
static int
height_of (const ByIndicator *order, guint indicator)
{
  Spread spread = { G_MAXINT, G_MININT, G_MAXINT, G_MININT };
  guint end = order->starts[indicator + 1];
  for (guint i = order->starts[indicator]; i < end; i++)
    widen (&spread, report_figure (order->report, order->figures[i]));
  return order->starts[indicator] == end
             ? 0
             : (spread.last_row - spread.first_row) - (spread.last_column - spread.first_column);
}

/* Returns: whether the table lists periods downwards. */
static gboolean
lists_downwards (const Tableau *tableau, const ByIndicator *order)
{
  gint64 height = 0;
  for (guint row = 0; row < tableau->n_rows; row++)
    height += height_of (order, tableau->first + row);
  return height > 0;
}

/* A figure with the place, from 1, of its column as it was first met. */
typedef struct
{
  const Figure *figure;
  guint row, column;
} Placed;

/* Finds the columns; appends to @placed where each figure belongs. */
static void
collect_columns (Tableau *tableau, const ByIndicator *order, GArray *placed)
{
  g_autoptr (GHashTable) columns
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gboolean is_downwards = lists_downwards (tableau, order);
  for (guint row = 0; row < tableau->n_rows; row++)
    {
      const Figure *before = NULL;
      for (guint i = order->starts[tableau->first + row];
           i < order->starts[tableau->first + row + 1]; i++)
        {
          const Figure *figure = report_figure (order->report, order->figures[i]);
          gboolean is_part = is_within (figure, before);
          before = figure;
          if (is_part)
            continue;
          guint64 key = key_of (figure, figure->component);
          guint place = GPOINTER_TO_UINT (g_hash_table_lookup (columns, &key));
          if (place == 0)
            {
              add_column (tableau, figure);
              place = tableau->columns->len;
              g_hash_table_insert (columns, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (place));
            }
          TableauColumn *column = &g_array_index (tableau->columns, TableauColumn, place - 1);
          column->n_figures++;
          column->along += is_downwards ? figure->row : figure->column;
          column->across += is_downwards ? figure->column : figure->row;
          const Placed item = { figure, row, place - 1 };
          g_array_append_val (placed, item);
        }
    }
}

TableauGroup
tableau_column_group (const TableauColumn *column)
{
  switch (column->measure)
    {
    case MEASURE_NONE:
    case MEASURE_ACTUAL:
    case MEASURE_YTD:
    case MEASURE_ANNUAL:
      return TABLEAU_PERIODS;
    case MEASURE_BENCHMARK:
      return TABLEAU_BENCHMARKS;
    case MEASURE_TARGET:
    case MEASURE_RED:
    case MEASURE_AMBER:
    case MEASURE_GREEN:
      return TABLEAU_TARGETS;
    default:
      return TABLEAU_STATISTICS;
    }
}

/* ---- their order ---- */

/* A GCompareDataFunc of numbers of columns, as they stand on the page. */
static int
compare_columns (gconstpointer a, gconstpointer b, gpointer data)
{
  const GArray *columns = data;
  guint left = *(const guint *) a, right = *(const guint *) b;
  const TableauColumn *x = &g_array_index (columns, TableauColumn, left);
  const TableauColumn *y = &g_array_index (columns, TableauColumn, right);
  if (x->along != y->along)
    return x->along < y->along ? -1 : 1;
  if (x->across != y->across)
    return x->across < y->across ? -1 : 1;
  return left < right ? -1 : 1;
}

/* Sorts the columns.  Returns (transfer full): where each of them stands now. */
static guint *
sort_columns (Tableau *tableau)
{
  guint n = tableau->columns->len;
  g_autoptr (GArray) order = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);
  for (guint i = 0; i < n; i++)
    {
      TableauColumn *column = &g_array_index (tableau->columns, TableauColumn, i);
      column->along /= column->n_figures;
      column->across /= column->n_figures;
      g_array_append_val (order, i);
    }
  g_array_sort_with_data (order, compare_columns, tableau->columns);

  guint *places = g_new (guint, n);
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (TableauColumn), n);
  for (guint i = 0; i < n; i++)
    {
      guint old = g_array_index (order, guint, i);
      places[old] = i;
      g_array_append_val (sorted, g_array_index (tableau->columns, TableauColumn, old));
    }
  g_array_unref (tableau->columns);
  tableau->columns = sorted;
  return places;
}

/* ---- tableaux ---- */

void
tableau_free (Tableau *tableau)
{
  if (tableau == NULL)
    return;

  g_array_unref (tableau->columns);
  g_ptr_array_unref (tableau->cells);
  g_free (tableau);
}

const Figure *
tableau_cell (const Tableau *tableau, guint row, guint column)
{
  const Figure *figure = g_ptr_array_index (tableau->cells, row * tableau->columns->len + column);
  if (figure != NULL)
    shelf_look_at (tableau->report->shelf, figure);
  return figure;
}

static Tableau *
make_tableau (const ByIndicator *order, guint first, guint n_rows)
{
  Tableau *tableau = g_new0 (Tableau, 1);
  *tableau = (Tableau){ order->report, first, n_rows,
                        g_array_new (FALSE, FALSE, sizeof (TableauColumn)), g_ptr_array_new () };
  g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (Placed));
  collect_columns (tableau, order, placed);
  g_autofree guint *places = sort_columns (tableau);
  g_ptr_array_set_size (tableau->cells, (int) (n_rows * tableau->columns->len));
  for (guint i = 0; i < placed->len; i++)
    {
      const Placed *item = &g_array_index (placed, Placed, i);
      gpointer *cell = &g_ptr_array_index (tableau->cells, item->row * tableau->columns->len
                                                               + places[item->column]);
      if (*cell == NULL)
        *cell = (gpointer) item->figure;
    }
  return tableau;
}

static gboolean
is_same_tableau (const Indicator *a, const Indicator *b)
{
  return a->table == b->table && g_str_equal (a->section, b->section);
}

GPtrArray *
tableaux_of (const Report *report, guint from, guint to)
{
  GPtrArray *tableaux = g_ptr_array_new_with_free_func ((GDestroyNotify) tableau_free);
  g_auto (ByIndicator) order = sort_figures (report);
  guint n = report->indicators->len;
  for (guint first = 0, end = 0; first < n; first = end)
    {
      while (end < n
             && is_same_tableau (report_indicator (report, first), report_indicator (report, end)))
        end++;
      gboolean is_asked_for = first < to && end > from;
      g_ptr_array_add (tableaux, is_asked_for ? make_tableau (&order, first, end - first) : NULL);
    }
  return tableaux;
}
