/* parse/lattice.c - tables whose cells are drawn.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. Rules that touch or cross belong together; so do such nets right below each other whose
 *    upright rules stand in the same places: a table with a blank between its parts.
 * 2. The places where upright rules stand are the borders of a net's columns, those of its flat
 *    rules the borders of its rows.  What lies between is a grid of places.
 * 3. Two neighbouring places without a rule between them are one cell.
 */
#include "parse/lattice.h"

#include <math.h>
#include <stdlib.h>

#define TOUCH 2.0         /* points: rules this near to each other touch */
#define SAME_LINE 3.0     /* points: rules this near to each other are one border */
#define MIN_LENGTH 4.0    /* points of a rule */
#define MAX_RULES 20000   /* on a page: more draw a picture */
#define DRAWN_SHARE 0.6   /* of a place's side that is drawn if it is a border */
#define MAX_PART_GAP 14.0 /* points between two parts of a table */
#define MIN_SHARED 4      /* borders of two parts of a table that stand in the same places */
#define NO_CELL G_MAXUINT

typedef struct
{
  Box box;
  gboolean is_flat;
  guint net; /* the rule it hangs together with; a root stands for itself */
} Line;

/* A grid of places. */
typedef struct
{
  GArray *xs, *ys; /* owned; of double: the borders of its columns and rows, in order */
  GArray *lines;   /* owned; of Line */
} Net;

static void
net_free (Net *net)
{
  g_array_unref (net->xs);
  g_array_unref (net->ys);
  g_array_unref (net->lines);
  g_free (net);
}

static double
number_at (const GArray *numbers, guint i)
{
  return g_array_index (numbers, double, i);
}

static double
last_number (const GArray *numbers)
{
  return number_at (numbers, numbers->len - 1);
}

/* ---- rules that hang together ---- */

static int
compare_lefts (gconstpointer a, gconstpointer b)
{
  double left = ((const Line *) a)->box.x0, right = ((const Line *) b)->box.x0;
  return (left > right) - (left < right);
}

static GArray *
list_lines (const Page *page)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  for (guint i = 0; i < page->rules->len && page->rules->len <= MAX_RULES; i++)
    {
      Line line = { .box = g_array_index (page->rules, Rule, i).box };
      double width = line.box.x1 - line.box.x0, height = line.box.y1 - line.box.y0;
      line.is_flat = width > height;
      if (MAX (width, height) >= MIN_LENGTH)
        g_array_append_val (lines, line);
    }
  g_array_sort (lines, compare_lefts);
  for (guint i = 0; i < lines->len; i++)
    g_array_index (lines, Line, i).net = i;
  return lines;
}

static guint
root_of (GArray *lines, guint i)
{
  Line *all = &g_array_index (lines, Line, 0);
  while (all[i].net != i)
    i = all[i].net = all[all[i].net].net;
  return i;
}

static gboolean
touches (const Box *a, const Box *b)
{
  return a->x0 <= b->x1 + TOUCH && b->x0 <= a->x1 + TOUCH && a->y0 <= b->y1 + TOUCH
         && b->y0 <= a->y1 + TOUCH;
}

static void
tie_lines (GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    for (guint k = i + 1; k < lines->len; k++)
      {
        const Box *a = &g_array_index (lines, Line, i).box,
                  *b = &g_array_index (lines, Line, k).box;
        if (b->x0 > a->x1 + TOUCH)
          break;
        if (touches (a, b))
          g_array_index (lines, Line, root_of (lines, k)).net = root_of (lines, i);
      }
}

/* ---- borders ---- */

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;
  return (left > right) - (left < right);
}

/* Makes one of numbers that are nearly the same. */
static void
merge_numbers (GArray *numbers)
{
  guint n = 0;
  g_array_sort (numbers, compare_numbers);
  for (guint i = 0; i < numbers->len;)
    {
      double first = number_at (numbers, i), sum = 0;
      guint end = i;
      for (; end < numbers->len && number_at (numbers, end) - first <= SAME_LINE; end++)
        sum += number_at (numbers, end);
      g_array_index (numbers, double, n++) = sum / (end - i);
      i = end;
    }
  g_array_set_size (numbers, n);
}

/* Adds the outermost ends of the rules that run the other way, if two of them end there: a table
 * may be open at its sides. */
static void
add_open_end (const Net *net, gboolean is_flat, gboolean is_far, GArray *borders)
{
  double outermost = is_far ? -G_MAXDOUBLE : G_MAXDOUBLE;
  guint n = 0;
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < net->lines->len; i++)
      {
        const Line *line = &g_array_index (net->lines, Line, i);
        if (line->is_flat != is_flat)
          continue;
        double near = is_flat ? line->box.x0 : line->box.y0;
        double far = is_flat ? line->box.x1 : line->box.y1;
        if (pass == 0)
          outermost = is_far ? MAX (outermost, far) : MIN (outermost, near);
        else
          n += fabs ((is_far ? far : near) - outermost) <= SAME_LINE;
      }
  if (n >= 2)
    g_array_append_val (borders, outermost);
}

static void
find_borders (Net *net)
{
  for (guint i = 0; i < net->lines->len; i++)
    {
      const Line *line = &g_array_index (net->lines, Line, i);
      double x = (line->box.x0 + line->box.x1) / 2, y = (line->box.y0 + line->box.y1) / 2;
      if (line->is_flat)
        g_array_append_val (net->ys, y);
      else
        g_array_append_val (net->xs, x);
    }
  for (guint far = 0; far < 2; far++)
    {
      add_open_end (net, TRUE, far == 1, net->xs);
      add_open_end (net, FALSE, far == 1, net->ys);
    }
  merge_numbers (net->xs);
  merge_numbers (net->ys);
}

/* Returns (element-type Net): the nets of the page's rules. */
static GPtrArray *
list_nets (GArray *lines)
{
  GPtrArray *nets = g_ptr_array_new_with_free_func ((GDestroyNotify) net_free);
  g_autoptr (GHashTable) by_root = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < lines->len; i++)
    {
      gpointer root = GUINT_TO_POINTER (root_of (lines, i) + 1);
      Net *net = g_hash_table_lookup (by_root, root);
      if (net == NULL)
        {
          net = g_new0 (Net, 1);
          net->xs = g_array_new (FALSE, FALSE, sizeof (double));
          net->ys = g_array_new (FALSE, FALSE, sizeof (double));
          net->lines = g_array_new (FALSE, FALSE, sizeof (Line));
          g_hash_table_insert (by_root, root, net);
          g_ptr_array_add (nets, net);
        }
      g_array_append_val (net->lines, g_array_index (lines, Line, i));
    }
  for (guint i = 0; i < nets->len; i++)
    find_borders (g_ptr_array_index (nets, i));
  return nets;
}

/* ---- parts of one table ---- */

static int
compare_nets (gconstpointer a, gconstpointer b)
{
  const Net *left = *(Net *const *) a, *right = *(Net *const *) b;
  double dy = number_at (left->ys, 0) - number_at (right->ys, 0);
  double dx = number_at (left->xs, 0) - number_at (right->xs, 0);
  return fabs (dy) > SAME_LINE ? (dy > 0) - (dy < 0) : (dx > 0) - (dx < 0);
}

/* Returns: how many of @some stand where one of @all does. */
static guint
count_shared (const GArray *some, const GArray *all)
{
  guint n = 0;
  for (guint i = 0; i < some->len; i++)
    for (guint k = 0; k < all->len; k++)
      if (fabs (number_at (some, i) - number_at (all, k)) <= SAME_LINE)
        {
          n++;
          break;
        }
  return n;
}

/* Whether @below carries @above on: it stands right below it and one's borders are the other's. */
static gboolean
carries_on (const Net *above, const Net *below)
{
  double gap = number_at (below->ys, 0) - last_number (above->ys);
  if (gap < -SAME_LINE || gap > MAX_PART_GAP)
    return FALSE;
  guint n = MIN (above->xs->len, below->xs->len);
  return n >= MIN_SHARED
         && MAX (count_shared (above->xs, below->xs), count_shared (below->xs, above->xs)) >= n;
}

static void
join_parts (GPtrArray *nets)
{
  for (guint i = 0; i < nets->len; i++)
    for (guint k = i + 1; k < nets->len;)
      {
        Net *above = g_ptr_array_index (nets, i), *below = g_ptr_array_index (nets, k);
        if (!carries_on (above, below))
          {
            k++;
            continue;
          }
        g_array_append_vals (above->xs, below->xs->data, below->xs->len);
        g_array_append_vals (above->ys, below->ys->data, below->ys->len);
        g_array_append_vals (above->lines, below->lines->data, below->lines->len);
        merge_numbers (above->xs);
        merge_numbers (above->ys);
        g_ptr_array_remove_index (nets, k);
        k = i + 1;
      }
}

/* ---- cells ---- */

/* What is drawn between the places of a net, by row and column; borders count from 0, the one
 * before the first place. */
typedef struct
{
  guint n_rows, n_columns;
  gboolean *upright; /* n_rows * (n_columns + 1) */
  gboolean *flat;    /* (n_rows + 1) * n_columns */
} Borders;

static guint
nearest_border (const GArray *borders, double at)
{
  guint best = 0;
  for (guint i = 1; i < borders->len; i++)
    if (fabs (number_at (borders, i) - at) < fabs (number_at (borders, best) - at))
      best = i;
  return best;
}

/* Adds to @drawn, for each stretch between two of @borders, how much of it lies from @from to @to.
 */
static void
add_drawn (const GArray *borders, double from, double to, double *drawn, guint step)
{
  for (guint i = 0; i + 1 < borders->len; i++)
    drawn[i * step]
        += MAX (0, MIN (to, number_at (borders, i + 1)) - MAX (from, number_at (borders, i)));
}

static void
set_drawn (const GArray *borders, const double *drawn, guint n_across, gboolean is_row_first,
           gboolean *is_drawn)
{
  guint n_along = borders->len - 1;
  for (guint i = 0; i < n_along; i++)
    for (guint k = 0; k < n_across; k++)
      {
        guint at = is_row_first ? i * n_across + k : k * n_along + i;
        double length = number_at (borders, i + 1) - number_at (borders, i);
        is_drawn[at] = drawn[at] >= DRAWN_SHARE * length;
      }
}

static Borders
find_drawn (const Net *net)
{
  Borders borders = { net->ys->len - 1, net->xs->len - 1, NULL, NULL };
  guint n_upright = borders.n_rows * net->xs->len, n_flat = net->ys->len * borders.n_columns;
  g_autofree double *upright = g_new0 (double, n_upright);
  g_autofree double *flat = g_new0 (double, n_flat);
  for (guint i = 0; i < net->lines->len; i++)
    {
      const Line *line = &g_array_index (net->lines, Line, i);
      const Box *box = &line->box;
      if (line->is_flat)
        add_drawn (net->xs, box->x0, box->x1,
                   &flat[nearest_border (net->ys, (box->y0 + box->y1) / 2) * borders.n_columns], 1);
      else
        add_drawn (net->ys, box->y0, box->y1,
                   &upright[nearest_border (net->xs, (box->x0 + box->x1) / 2)], net->xs->len);
    }
  borders.upright = g_new0 (gboolean, n_upright);
  borders.flat = g_new0 (gboolean, n_flat);
  set_drawn (net->ys, upright, net->xs->len, TRUE, borders.upright);
  set_drawn (net->xs, flat, net->ys->len, FALSE, borders.flat);
  return borders;
}

/* Whether the @n places of a row from @column on, and those below them, are parted by nothing. */
static gboolean
goes_down (const Borders *borders, guint row, guint column, guint n)
{
  for (guint i = column; i < column + n; i++)
    if (borders->flat[(row + 1) * borders->n_columns + i]
        || (i > column && borders->upright[(row + 1) * (borders->n_columns + 1) + i]))
      return FALSE;
  return TRUE;
}

/* Adds the cell whose upper left place is at @row, @column, and notes its number for its places. */
static void
add_cell (Table *table, const Net *net, const Borders *borders, guint row, guint column,
          guint *cell_of)
{
  guint n_columns = 1, n_rows = 1, number = table->cells->len;
  while (column + n_columns < borders->n_columns
         && !borders->upright[row * (borders->n_columns + 1) + column + n_columns]
         && cell_of[row * borders->n_columns + column + n_columns] == NO_CELL)
    n_columns++;
  while (row + n_rows < borders->n_rows && goes_down (borders, row + n_rows - 1, column, n_columns))
    n_rows++;
  for (guint i = row; i < row + n_rows; i++)
    for (guint k = column; k < column + n_columns; k++)
      cell_of[i * borders->n_columns + k] = number;
  Box box = { number_at (net->xs, column), number_at (net->ys, row),
              number_at (net->xs, column + n_columns), number_at (net->ys, row + n_rows) };
  table_add_cell (table, row, column, n_rows, n_columns, box);
}

/* Returns: between which of the borders @at lies; their number if beyond. */
static guint
place_of (const GArray *borders, double at)
{
  if (at < number_at (borders, 0))
    return borders->len;
  for (guint i = 0; i + 1 < borders->len; i++)
    if (at < number_at (borders, i + 1))
      return i;
  return borders->len;
}

static void
add_words (Table *table, const Net *net, const Page *page, const guint *cell_of)
{
  for (guint i = 0; i < page->words->len; i++)
    {
      const Word *word = &g_array_index (page->words, Word, i);
      guint column = place_of (net->xs, (word->box.x0 + word->box.x1) / 2);
      guint row = place_of (net->ys, (word->box.y0 + word->box.y1) / 2);
      if (row >= table->n_rows || column >= table->n_columns)
        continue;
      TableCell *cell = g_ptr_array_index (table->cells, cell_of[row * table->n_columns + column]);
      g_ptr_array_add (cell->words, (gpointer) word);
    }
}

/* Notes what each cell is coloured with: of the fills at its middle the one drawn last. */
static void
add_fills (Table *table, const Page *page)
{
  for (guint i = 0; i < table->cells->len; i++)
    {
      TableCell *cell = g_ptr_array_index (table->cells, i);
      double x = (cell->box.x0 + cell->box.x1) / 2, y = (cell->box.y0 + cell->box.y1) / 2;
      for (guint k = 0; k < page->fills->len; k++)
        {
          const Fill *fill = &g_array_index (page->fills, Fill, k);
          if (x >= fill->box.x0 && x < fill->box.x1 && y >= fill->box.y0 && y < fill->box.y1)
            cell->fill = fill;
        }
    }
}

static Table *
read_net (const Net *net, const Page *page)
{
  Borders borders = find_drawn (net);
  Table *table = table_new (page->number, borders.n_rows, borders.n_columns);
  guint n_places = borders.n_rows * borders.n_columns;
  g_autofree guint *cell_of = g_new (guint, n_places);
  for (guint i = 0; i < n_places; i++)
    cell_of[i] = NO_CELL;
  for (guint i = 0; i < n_places; i++)
    if (cell_of[i] == NO_CELL)
      add_cell (table, net, &borders, i / borders.n_columns, i % borders.n_columns, cell_of);
  add_words (table, net, page, cell_of);
  add_fills (table, page);
  g_free (borders.upright);
  g_free (borders.flat);
  return table;
}

/* Whether words stand in two rows and in two columns at least: a frame around a picture is no
 * table. */
static gboolean
is_table (const Table *table)
{
  const TableCell *first = NULL;
  gboolean has_rows = FALSE, has_columns = FALSE;
  for (guint i = 0; i < table->cells->len; i++)
    {
      const TableCell *cell = g_ptr_array_index (table->cells, i);
      if (cell->words->len == 0)
        continue;
      first = first != NULL ? first : cell;
      has_rows = has_rows || cell->row != first->row;
      has_columns = has_columns || cell->column != first->column;
    }
  return has_rows && has_columns;
}

GPtrArray *
lattice_find (const Page *page)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) table_free);
  g_autoptr (GArray) lines = list_lines (page);
  tie_lines (lines);
  g_autoptr (GPtrArray) nets = list_nets (lines);
  for (guint i = nets->len; i > 0; i--)
    {
      const Net *net = g_ptr_array_index (nets, i - 1);
      if (net->xs->len < 2 || net->ys->len < 2)
        g_ptr_array_remove_index (nets, i - 1);
    }
  g_ptr_array_sort (nets, compare_nets);
  join_parts (nets);
  for (guint i = 0; i < nets->len; i++)
    {
      const Net *net = g_ptr_array_index (nets, i);
      g_autoptr (Table) table = net->xs->len > 2 && net->ys->len > 2 ? read_net (net, page) : NULL;
      if (table != NULL && is_table (table))
        g_ptr_array_add (tables, g_steal_pointer (&table));
    }
  return tables;
}
