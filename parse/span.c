/* parse/span.c - which places of a table are one cell.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. Places of a row that upright rules do not part where they part other rows are one cell if just
 *    one of them has words, and these stand over the middle of all, or nothing else is in the row.
 * 2. A heading spans the columns of the rule below it, or those that it stands over the middle of.
 * 3. Places below each other that a flat rule does not part where it parts others are one cell; so
 *    are the lines of a heading.
 */
#include "parse/span.h"

#include <math.h>

#define CENTRED 0.15  /* of the width that words in the middle are off it at most */
#define RULE_GAP 1.5  /* points between two rules that are not one */
#define SAME_LINE 3.0 /* points: rules this near to each other are one border */
#define TIGHT 0.75    /* of a line's height that is blank at most between lines of one text */
#define COVERED 0.6   /* of a column's width that is under a rule if the column is */

/* ---- places that no upright rule parts ---- */

/* Whether the border left of a place is drawn in other rows and not in this one. */
static gboolean
is_open_left (const Sheet *sheet, guint row, guint column)
{
  return g_array_index (sheet->columns, ColumnBorder, column).is_drawn
         && !sheet_place (sheet, row, column)->is_drawn_left;
}

/* Whether words that stand over the middle of the places from @first to @last head them all. */
static gboolean
is_centred (const Sheet *sheet, guint row, guint column, guint first, guint last, double share)
{
  Box box = sheet_words_box (sheet, row, column);
  double x0 = column_x0 (sheet->columns, first), x1 = column_x1 (sheet->columns, last);
  return fabs (box.x0 - x0 - (x1 - box.x1)) < share * (x1 - x0);
}

/* Joins places of a row from @first to @last, which no upright rule parts, if they are blank but
 * for one that heads them all, or a name over the whole row. */
static void
join_open (Sheet *sheet, guint row, guint first, guint last)
{
  guint n_filled = 0, filled = first;
  for (guint c = first; c <= last; c++)
    if (sheet_place (sheet, row, c)->words->len > 0)
      {
        n_filled++;
        filled = c;
      }
  gboolean is_row = first == 0 && last + 1 == sheet->n_columns;
  if (n_filled == 0
      || (n_filled == 1 && (is_row || is_centred (sheet, row, filled, first, last, CENTRED))))
    sheet_join_across (sheet, row, first, last);
}

/* Joins places that upright rules part in other rows and not in this one. */
static void
join_undrawn (Sheet *sheet)
{
  for (guint r = 0; r < sheet->n_rows; r++)
    for (guint c = 0; c < sheet->n_columns;)
      {
        guint first = c;
        while (++c < sheet->n_columns && is_open_left (sheet, r, c))
          ;
        if (c > first + 1)
          join_open (sheet, r, first, c - 1);
      }
}

/* ---- headings ---- */

/* Returns: the first row of the body: figures stand in it behind the first column; without any, the
 * second row. */
static guint
first_of_body (const Sheet *sheet)
{
  for (guint r = 0; r < sheet->n_rows; r++)
    for (guint c = 1; c < sheet->n_columns; c++)
      if (sheet_place (sheet, r, c)->has_figure)
        return r;
  return 1;
}

/* Joins places of a row if there are words in one of them only. */
static void
join_heading (Sheet *sheet, guint row, guint first, guint last)
{
  guint n = 0;
  for (guint c = first; c <= last; c += sheet_width (sheet, row, c))
    n += !sheet_is_blank (sheet, row, c);
  gboolean is_cut
      = (first > 0 && sheet_cell (sheet, row, first) == sheet_cell (sheet, row, first - 1))
        || (last + 1 < sheet->n_columns
            && sheet_cell (sheet, row, last) == sheet_cell (sheet, row, last + 1));
  if (n == 1 && !is_cut)
    sheet_join_across (sheet, row, first, last);
}

/* Joins the places above a flat rule that runs under several columns and not under all. */
static void
join_underlined (Sheet *sheet, guint row, const Box *rule)
{
  guint first = sheet->n_columns, last = 0;
  for (guint c = 0; c < sheet->n_columns; c++)
    {
      double x0 = column_x0 (sheet->columns, c), x1 = column_x1 (sheet->columns, c);
      if (MIN (rule->x1, x1) - MAX (rule->x0, x0) < COVERED * (x1 - x0))
        continue;
      first = MIN (first, c);
      last = c;
    }
  if (first < last && last - first + 1 < sheet->n_columns)
    join_heading (sheet, row, first, last);
}

/* Returns (element-type Box): the flat rules at the border below @row, those that touch made one.
 */
static GArray *
list_underlines (const Sheet *sheet, guint row)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Box));
  g_autoptr (GArray) flats = g_array_copy (sheet->region->flats);
  double y = sheet_y (sheet, row + 1);
  g_array_sort (flats, box_compare_lefts);
  for (guint i = 0; i < flats->len; i++)
    {
      const Box *flat = &g_array_index (flats, Box, i);
      Box *last = lines->len > 0 ? &g_array_index (lines, Box, lines->len - 1) : NULL;
      if (fabs ((flat->y0 + flat->y1) / 2 - y) > SAME_LINE)
        continue;
      if (last != NULL && flat->x0 - last->x1 <= RULE_GAP)
        last->x1 = MAX (last->x1, flat->x1);
      else
        g_array_append_val (lines, *flat);
    }
  return lines;
}

/* Whether a heading of the row may stand over the place: it is blank, and words stand below. */
static gboolean
is_free (const Sheet *sheet, guint row, guint column)
{
  return sheet_is_blank (sheet, row, column) && !sheet_is_blank (sheet, row + 1, column);
}

/* Joins the widest stretch of places that the heading at @column stands over the middle of. */
static void
join_centred (Sheet *sheet, guint row, guint column)
{
  guint own_last = column + sheet_width (sheet, row, column) - 1;
  guint low = column, high = own_last, best_first = column, best_last = own_last;
  for (guint c = column; c <= own_last; c++)
    if (sheet_is_blank (sheet, row + 1, c))
      return;
  while (low > 1 && is_free (sheet, row, low - 1))
    low--;
  while (high + 1 < sheet->n_columns && is_free (sheet, row, high + 1))
    high++;
  for (guint first = low; first <= column; first++)
    for (guint last = own_last; last <= high; last++)
      if (last - first > best_last - best_first
          && is_centred (sheet, row, column, first, last, CENTRED / 2))
        {
          best_first = first;
          best_last = last;
        }
  sheet_join_across (sheet, row, best_first, best_last);
}

/* Whether some cell of the row spans several columns. */
static gboolean
has_spans (const Sheet *sheet, guint row)
{
  for (guint c = 1; c < sheet->n_columns; c++)
    if (sheet_cell (sheet, row, c) == sheet_cell (sheet, row, c - 1))
      return TRUE;
  return FALSE;
}

/* Joins the lines of headings over one column, which stand in two rows because others of the upper
 * row head several columns. */
static void
join_lines (Sheet *sheet, guint row)
{
  const gboolean *is_drawn = g_array_index (sheet->rows, RowBorder, row + 1).is_drawn;
  for (guint c = 0; has_spans (sheet, row) && c < sheet->n_columns; c++)
    {
      if (is_drawn[c] || sheet_width (sheet, row, c) > 1 || sheet_width (sheet, row + 1, c) > 1
          || (c > 0 && sheet_cell (sheet, row, c) == sheet_cell (sheet, row, c - 1))
          || (c > 0 && sheet_cell (sheet, row + 1, c) == sheet_cell (sheet, row + 1, c - 1))
          || sheet_is_blank (sheet, row, c) || sheet_is_blank (sheet, row + 1, c))
        continue;
      Box above = sheet_words_box (sheet, row, c), below = sheet_words_box (sheet, row + 1, c);
      if (below.y0 - above.y1 < TIGHT * (below.y1 - below.y0))
        sheet_join_down (sheet, row, c, c);
    }
}

static void
join_headings (Sheet *sheet)
{
  guint body = first_of_body (sheet);
  for (guint r = 0; r < MIN (body, sheet->n_rows - 1); r++)
    {
      g_autoptr (GArray) underlines = list_underlines (sheet, r);
      for (guint i = 0; i < underlines->len; i++)
        join_underlined (sheet, r, &g_array_index (underlines, Box, i));
      for (guint c = 1; c < sheet->n_columns && underlines->len == 0;
           c += sheet_width (sheet, r, c))
        if (!sheet_is_blank (sheet, r, c))
          join_centred (sheet, r, c);
      if (r + 1 < body)
        join_lines (sheet, r);
    }
}

/* ---- places that no flat rule parts ---- */

static gboolean
has_uprights (const Sheet *sheet)
{
  for (guint c = 1; c < sheet->n_columns; c++)
    if (g_array_index (sheet->columns, ColumnBorder, c).is_drawn)
      return TRUE;
  return FALSE;
}

/* Whether the cell above the border and that below it, of the same columns, are one: the border is
 * drawn beside them and not between them. */
static gboolean
goes_down (const Sheet *sheet, guint row, guint column, guint n)
{
  const RowBorder *border = &g_array_index (sheet->rows, RowBorder, row + 1);
  if (!border->is_partial || sheet_width (sheet, row + 1, column) != n
      || (column > 0
          && sheet_cell (sheet, row + 1, column) == sheet_cell (sheet, row + 1, column - 1)))
    return FALSE;
  for (guint k = column; k < column + n; k++)
    if (border->is_drawn[k])
      return FALSE;
  if (sheet_place (sheet, row, column)->has_figure
      && sheet_place (sheet, row + 1, column)->has_figure)
    return FALSE;
  return has_uprights (sheet) || sheet_is_blank (sheet, row, column)
         || sheet_is_blank (sheet, row + 1, column);
}

static void
join_down (Sheet *sheet)
{
  for (guint r = 0; r + 1 < sheet->n_rows; r++)
    for (guint c = 0; c < sheet->n_columns;)
      {
        guint n = sheet_width (sheet, r, c);
        if (goes_down (sheet, r, c, n))
          sheet_join_down (sheet, r, c, c + n - 1);
        c += n;
      }
}

void
span_places (Sheet *sheet)
{
  join_undrawn (sheet);
  join_headings (sheet);
  join_down (sheet);
}
