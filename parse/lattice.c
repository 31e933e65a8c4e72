/* parse/lattice.c - tables whose cells are drawn.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rules of a page draw grids of places (parse/net.h).  Two neighbouring places without a rule
 * between them are one cell.
 */
#include "parse/lattice.h"

#include "parse/undrawn.h"
#include "parse/undrawn_body.h"
#include "parse/undrawn_cells.h"
#include "parse/undrawn_columns.h"
#include "parse/undrawn_rows.h"

#define DRAWN_SHARE 0.6    /* of a place's side that is drawn if it is a border */
#define MIN_LONE_COLUMNS 3 /* of a table that has but one row: headings at a page's end */

/* ---- cells ---- */

/* What is drawn between the places of a net, by row and column; borders count from 0, the one
 * before the first place. */
typedef struct
{
  guint n_rows, n_columns;
  gboolean *upright; /* n_rows * (n_columns + 1) */
  gboolean *flat;    /* (n_rows + 1) * n_columns */
} Borders;

/* Adds to @drawn, for each stretch between two of @borders, how much of it lies from @from to @to.
 */
static void
add_drawn (const GArray *borders, double from, double to, double *drawn, guint step)
{
  for (guint i = 0; i + 1 < borders->len; i++)
    drawn[i * step]
        += MAX (0, MIN (to, net_number (borders, i + 1)) - MAX (from, net_number (borders, i)));
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
        double length = net_number (borders, i + 1) - net_number (borders, i);
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
      const NetLine *line = &g_array_index (net->lines, NetLine, i);
      const Box *box = &line->box;
      if (line->is_flat)
        add_drawn (net->xs, box->x0, box->x1,
                   &flat[net_nearest (net->ys, (box->y0 + box->y1) / 2) * borders.n_columns], 1);
      else
        add_drawn (net->ys, box->y0, box->y1,
                   &upright[net_nearest (net->xs, (box->x0 + box->x1) / 2)], net->xs->len);
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

/* Adds the cell whose upper left place is at @row, @column, and notes its number, from 1, for its
 * places. */
static void
add_cell (Table *table, const Net *net, const Borders *borders, guint row, guint column,
          guint *cell_of)
{
  guint n_columns = 1, n_rows = 1, number = table->cells->len;
  while (column + n_columns < borders->n_columns
         && !borders->upright[row * (borders->n_columns + 1) + column + n_columns]
         && cell_of[row * borders->n_columns + column + n_columns] == 0)
    n_columns++;
  while (row + n_rows < borders->n_rows && goes_down (borders, row + n_rows - 1, column, n_columns))
    n_rows++;
  for (guint i = row; i < row + n_rows; i++)
    for (guint k = column; k < column + n_columns; k++)
      cell_of[i * borders->n_columns + k] = number + 1;
  Box box = { net_number (net->xs, column), net_number (net->ys, row),
              net_number (net->xs, column + n_columns), net_number (net->ys, row + n_rows) };
  table_add_cell (table, row, column, n_rows, n_columns, box);
}

static void
add_words (Table *table, const Net *net, const Page *page, const guint *cell_of)
{
  for (guint i = 0; i < page->words->len; i++)
    {
      const Word *word = &g_array_index (page->words, Word, i);
      guint column = net_place (net->xs, (word->box.x0 + word->box.x1) / 2);
      guint row = net_place (net->ys, (word->box.y0 + word->box.y1) / 2);
      if (row >= table->n_rows || column >= table->n_columns)
        continue;
      TableCell *cell
          = g_ptr_array_index (table->cells, cell_of[row * table->n_columns + column] - 1);
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
  g_autofree guint *cell_of = g_new0 (guint, n_places);
  for (guint i = 0; i < n_places; i++)
    if (cell_of[i] == 0)
      add_cell (table, net, &borders, i / borders.n_columns, i % borders.n_columns, cell_of);
  add_words (table, net, page, cell_of);
  add_fills (table, page);
  g_free (borders.upright);
  g_free (borders.flat);
  return table;
}

/* Whether words stand in two rows and in two columns at least, or in three columns of one row: a
 * frame around a picture is no table. */
static gboolean
is_table (const Table *table)
{
  const TableCell *first = NULL;
  gboolean has_rows = FALSE;
  guint n_columns = 0, last_column = 0;
  for (guint i = 0; i < table->cells->len; i++)
    {
      const TableCell *cell = g_ptr_array_index (table->cells, i);
      if (cell->words->len == 0)
        continue;
      n_columns += first == NULL || cell->column != last_column;
      last_column = cell->column;
      first = first != NULL ? first : cell;
      has_rows = has_rows || cell->row != first->row;
    }
  return n_columns >= (has_rows ? 2 : MIN_LONE_COLUMNS);
}

/* Returns: where the next net below @net begins, or the page ends. */
static double
limit_of (const GPtrArray *nets, const Net *net, const Page *page)
{
  double bottom = net_number (net->ys, net->ys->len - 1), limit = page->height;
  for (guint i = 0; i < nets->len; i++)
    {
      const Net *other = g_ptr_array_index (nets, i);
      double top = net_number (other->ys, 0);
      if (other != net && top >= bottom
          && net_number (other->xs, 0) < net_number (net->xs, net->xs->len - 1)
          && net_number (other->xs, other->xs->len - 1) > net_number (net->xs, 0))
        limit = MIN (limit, top);
    }
  return limit;
}

static gboolean
is_of_image (const Page *page)
{
  for (guint i = 0; i < page->words->len; i++)
    if (g_array_index (page->words, Word, i).origin == ORIGIN_OCR)
      return TRUE;
  return FALSE;
}

/* Draws what a scanner lost of a net. */
static void
complete (const GPtrArray *nets, Net *net, const Page *page)
{
  undrawn_body_add (net, page, limit_of (nets, net, page));
  undrawn_columns_add (net, page);
  undrawn_rows_add (net, page);
  undrawn_cells_add (net, page);
  undrawn_add (net, page);
}

GPtrArray *
lattice_find (const Page *page)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) table_free);
  g_autoptr (GPtrArray) nets = nets_find (page);
  gboolean is_scanned = is_of_image (page);
  for (guint i = 0; i < nets->len; i++)
    {
      Net *net = g_ptr_array_index (nets, i);
      if (is_scanned)
        complete (nets, net, page);
      g_autoptr (Table) table = net->xs->len > 2 ? read_net (net, page) : NULL;
      if (table != NULL && is_table (table))
        g_ptr_array_add (tables, g_steal_pointer (&table));
    }
  return tables;
}
