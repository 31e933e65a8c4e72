/* parse/rows.c - where the rows of a region lie.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. Flat rules that run under a whole column are borders, for the columns that they run under.
 * 2. Where the ground of one line has another colour than that of the next is one as well.
 * 3. Between two of them, the lines are read from top to bottom; each begins a row or carries the
 *    one above on (parse/wrap.h tells).
 */
#include "parse/rows.h"

#include <math.h>
#include <string.h>

#include "parse/ground.h"
#include "parse/wrap.h"

#define SAME_LINE 3.0   /* points: flat rules this near to each other are one border */
#define DRAWN_SHARE 0.6 /* of a column's width that is drawn if the border is */

guint
rows_place (const GArray *borders, double y)
{
  guint row = 0;
  while (row + 2 < borders->len && y >= g_array_index (borders, RowBorder, row + 1).y)
    row++;
  return row;
}

static void
row_border_clear (RowBorder *border)
{
  g_free (border->is_drawn);
}

static int
compare_borders (gconstpointer a, gconstpointer b)
{
  double left = ((const RowBorder *) a)->y, right = ((const RowBorder *) b)->y;
  return (left > right) - (left < right);
}

/* Adds a border, copying @is_drawn, or without rules if that is NULL. */
static void
add_border (GArray *borders, double y, const gboolean *is_drawn, guint n_columns)
{
  RowBorder border = { y, g_new0 (gboolean, n_columns), FALSE };
  guint n = 0;
  for (guint i = 0; is_drawn != NULL && i < n_columns; i++)
    {
      border.is_drawn[i] = is_drawn[i];
      n += is_drawn[i];
    }
  border.is_partial = n > 0 && n < n_columns;
  g_array_append_val (borders, border);
}

/* Adds the border that the flat rules from @first to @end make, if they run under a column. */
static void
add_drawn (GArray *borders, const GArray *columns, const GArray *flats, guint first, guint end)
{
  guint n_columns = columns->len - 1, n = 0;
  g_autofree gboolean *is_drawn = g_new0 (gboolean, n_columns);
  double y = 0;
  for (guint i = first; i < end; i++)
    y += (g_array_index (flats, Box, i).y0 + g_array_index (flats, Box, i).y1) / 2 / (end - first);
  for (guint k = 0; k < n_columns; k++)
    {
      double x0 = column_x0 (columns, k), x1 = column_x1 (columns, k), drawn = 0;
      for (guint i = first; i < end; i++)
        {
          const Box *flat = &g_array_index (flats, Box, i);
          drawn += MAX (0, MIN (flat->x1, x1) - MAX (flat->x0, x0));
        }
      is_drawn[k] = drawn >= DRAWN_SHARE * (x1 - x0);
      n += is_drawn[k];
    }
  if (n > 0)
    add_border (borders, y, is_drawn, n_columns);
}

static GArray *
list_drawn (const Region *region, const GArray *columns)
{
  GArray *borders = g_array_new (FALSE, FALSE, sizeof (RowBorder));
  g_array_set_clear_func (borders, (GDestroyNotify) row_border_clear);
  g_autoptr (GArray) flats = g_array_copy (region->flats);
  g_array_sort (flats, box_compare_tops);
  for (guint i = 0; i < flats->len;)
    {
      guint end = i + 1;
      while (end < flats->len
             && g_array_index (flats, Box, end).y0 - g_array_index (flats, Box, i).y0 <= SAME_LINE)
        end++;
      add_drawn (borders, columns, flats, i, end);
      i = end;
    }
  return borders;
}

static double
middle_of (const GPtrArray *lines, guint i)
{
  const Box *box = &print_line (lines, i)->box;
  return (box->y0 + box->y1) / 2;
}

static gboolean
has_border_between (const GArray *borders, double y0, double y1)
{
  for (guint i = 0; i < borders->len; i++)
    {
      double y = g_array_index (borders, RowBorder, i).y;
      if (y > y0 && y < y1)
        return TRUE;
    }
  return FALSE;
}

/* Adds the borders of bands of colour that run over all columns. */
static void
add_bands (const Region *region, guint n_columns, GArray *borders)
{
  g_autoptr (Ground) ground = ground_new (region->page, region->box.x0, region->box.x1);
  g_autofree gboolean *is_drawn = g_new (gboolean, n_columns);
  for (guint k = 0; k < n_columns; k++)
    is_drawn[k] = TRUE;
  for (guint i = 1; i < region->lines->len; i++)
    {
      const Box *upper = &print_line (region->lines, i - 1)->box,
                *lower = &print_line (region->lines, i)->box;
      Box above = { region->box.x0, upper->y0, region->box.x1, upper->y1 };
      Box below = { region->box.x0, lower->y0, region->box.x1, lower->y1 };
      guint32 colour = ground_colour (ground, above), next = ground_colour (ground, below);
      gboolean is_below = lower->y0 > (upper->y0 + upper->y1) / 2;
      if (is_below && colour != GROUND_MIXED && next != GROUND_MIXED && colour != next
          && !has_border_between (borders, middle_of (region->lines, i - 1),
                                  middle_of (region->lines, i)))
        add_border (borders, (upper->y1 + lower->y0) / 2, is_drawn, n_columns);
    }
}

/* Adds the region's own side if nothing is drawn there. */
static void
add_side (GArray *borders, double y, guint n_columns)
{
  for (guint i = 0; i < borders->len; i++)
    if (fabs (g_array_index (borders, RowBorder, i).y - y) <= SAME_LINE)
      return;
  add_border (borders, y, NULL, n_columns);
}

/* Adds the borders between the lines of a band, from @first to @end. */
static void
add_cuts (GArray *borders, const WrapReader *reader, guint first, guint end, gboolean is_closed)
{
  const GPtrArray *lines = reader->region->lines;
  g_autoptr (GArray) starts = wrap_row_starts (reader, first, end, is_closed);
  guint n_columns = reader->columns->len - 1;
  for (guint i = 1; i < starts->len; i++)
    {
      guint start = g_array_index (starts, guint, i);
      double above = print_line (lines, start - 1)->box.y1,
             below = print_line (lines, start)->box.y0;
      add_border (borders, (above + below) / 2, NULL, n_columns);
    }
}

/* ---- borders that part nothing ---- */

/* Notes which columns have words between two heights. */
static void
note_filled (const Region *region, const GArray *columns, double y0, double y1, gboolean *is_filled)
{
  memset (is_filled, 0, sizeof *is_filled * (columns->len - 1));
  for (guint i = 0; i < region->lines->len; i++)
    {
      const PrintLine *line = print_line (region->lines, i);
      if (line->box.y1 < y0 || line->box.y0 > y1)
        continue;
      for (guint k = 0; k < line->pieces->len; k++)
        {
          const Box *box = &print_piece (line, k)->box;
          double y = (box->y0 + box->y1) / 2;
          if (y >= y0 && y < y1)
            is_filled[columns_place (columns, (box->x0 + box->x1) / 2)] = TRUE;
        }
    }
}

/* Whether words stand right above and right below the rules of border @i in one column at least; or
 * in any column, if no upright rules keep what is beside the rules together. */
static gboolean
parts_words (const Region *region, const GArray *columns, const GArray *borders, guint i)
{
  const RowBorder *own = &g_array_index (borders, RowBorder, i);
  guint n_columns = columns->len - 1;
  g_autofree gboolean *above = g_new (gboolean, n_columns), *below = g_new (gboolean, n_columns);
  note_filled (region, columns, own[-1].y, own->y, above);
  note_filled (region, columns, own->y, own[1].y, below);
  for (guint k = 0; k < n_columns; k++)
    if (above[k] && below[k] && (own->is_drawn[k] || region->uprights->len == 0))
      return TRUE;
  return FALSE;
}

/* Drops borders that are drawn for some columns only and part no words there: they frame a mark. */
static void
drop_idle (const Region *region, const GArray *columns, GArray *borders)
{
  for (guint i = 1; i + 1 < borders->len;)
    {
      if (g_array_index (borders, RowBorder, i).is_partial
          && !parts_words (region, columns, borders, i))
        g_array_remove_index (borders, i);
      else
        i++;
    }
}

GArray *
rows_find (const Region *region, const GArray *columns)
{
  GArray *borders = list_drawn (region, columns);
  add_side (borders, region->box.y0, columns->len - 1);
  add_side (borders, region->box.y1, columns->len - 1);
  guint n_ruled = borders->len;
  add_bands (region, columns->len - 1, borders);
  guint n_stripes = borders->len - n_ruled;
  g_array_sort (borders, compare_borders);
  drop_idle (region, columns, borders);

  guint n_drawn = borders->len;
  WrapReader reader;
  wrap_reader_init (&reader, region, columns, n_drawn - 1 - n_stripes, n_stripes);
  for (guint i = 0, first = 0; i + 1 < n_drawn; i++)
    {
      double y = g_array_index (borders, RowBorder, i + 1).y;
      guint end = first;
      while (end < region->lines->len && (i + 2 == n_drawn || middle_of (region->lines, end) < y))
        end++;
      if (end > first + 1)
        add_cuts (borders, &reader, first, end, i > 0);
      first = end;
    }
  wrap_reader_clear (&reader);
  g_array_sort (borders, compare_borders);
  return borders;
}
