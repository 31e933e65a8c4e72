/* model/place.c - boxes on paper, and where something was read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/place.h"

gboolean
box_is_empty (Box box)
{
  return box.x0 == 0 && box.y0 == 0 && box.x1 == 0 && box.y1 == 0;
}

Box
box_union (Box a, Box b)
{
  if (box_is_empty (a))
    return b;
  if (box_is_empty (b))
    return a;

  return (Box){ MIN (a.x0, b.x0), MIN (a.y0, b.y0), MAX (a.x1, b.x1), MAX (a.y1, b.y1) };
}

gboolean
box_equal (Box a, Box b)
{
  return a.x0 == b.x0 && a.y0 == b.y0 && a.x1 == b.x1 && a.y1 == b.y1;
}

guint
box_hash (Box box)
{
  const double edges[] = { box.x0, box.y0, box.x1, box.y1 };
  guint hash = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      /* fractions count, for cells of one line differ by less than a point */
      double scaled = edges[i] * 128;
      hash = hash * 31 + (scaled > -1e15 && scaled < 1e15 ? (guint) (gint64) scaled : 0);
    }
  return hash;
}

int
box_compare_lefts (gconstpointer a, gconstpointer b)
{
  double left = ((const Box *) a)->x0, right = ((const Box *) b)->x0;
  return (left > right) - (left < right);
}

int
box_compare_tops (gconstpointer a, gconstpointer b)
{
  double upper = ((const Box *) a)->y0, lower = ((const Box *) b)->y0;
  return (upper > lower) - (upper < lower);
}

/* Appends "NAME NUMBER", set off from what stands before, unless the number is not known. */
static void
append_part (GString *text, const char *separator, const char *name, int number)
{
  if (number < 0)
    return;

  g_string_append_printf (text, "%s%s %d", text->len > 0 ? separator : "", name, number);
}

char *
where_describe (const Where *where)
{
  GString *text = g_string_new (where->file);
  if (where->file != NULL && where->page >= 0)
    g_string_append_printf (text, ":%d", where->page);
  else
    append_part (text, "", "page", where->page);

  GString *cell = g_string_new (NULL);
  append_part (cell, ", ", "table", where->table);
  append_part (cell, ", ", "row", where->row < 0 ? -1 : where->row + 1);
  append_part (cell, ", ", "column", where->column < 0 ? -1 : where->column + 1);
  if (text->len > 0 && cell->len > 0)
    g_string_append (text, ": ");
  g_string_append_len (text, cell->str, (gssize) cell->len);

  g_string_free (cell, TRUE);
  return g_string_free (text, FALSE);
}
