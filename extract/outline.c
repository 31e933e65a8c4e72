/* extract/outline.c - the outlines of the glyphs that a page shows, and where it shows them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Of the SVG only three things are looked at: an element with an id that begins with "glyph" names
 * the next path that has data; that path's data, of which cairo writes only M, L, C and Z; and
 * elements that use such a name at x and y.
 */
#include "extract/outline.h"

#include <string.h>

#include "extract/bytes.h"

#define N_CURVE_PIECES 8
#define MIN_CORNERS 3
#define MAX_POINTS 20000 /* of an outline */
#define MAX_USES 1000000

/* ---- outlines ---- */

Outline *
outline_new (void)
{
  Outline *outline = g_new0 (Outline, 1);
  outline->points = g_array_new (FALSE, FALSE, sizeof (Point));
  outline->ends = g_array_new (FALSE, FALSE, sizeof (guint));
  return outline;
}

void
outline_free (Outline *outline)
{
  if (outline == NULL)
    return;

  g_array_unref (outline->points);
  g_array_unref (outline->ends);
  g_free (outline);
}

void
outline_close (Outline *outline)
{
  guint n = outline->ends->len;
  guint start = n > 0 ? g_array_index (outline->ends, guint, n - 1) : 0;
  if (outline->points->len < start + MIN_CORNERS)
    g_array_set_size (outline->points, start);
  else
    g_array_append_val (outline->ends, outline->points->len);
}

static void
add_point (Outline *outline, Point point)
{
  if (outline->points->len < MAX_POINTS)
    g_array_append_val (outline->points, point);
}

/* Adds a Bézier curve from the last point on. */
static void
add_curve (Outline *outline, const Point *controls)
{
  if (outline->points->len == 0)
    return;
  Point from = g_array_index (outline->points, Point, outline->points->len - 1);
  for (int i = 1; i <= N_CURVE_PIECES; i++)
    {
      double t = (double) i / N_CURVE_PIECES, s = 1 - t;
      double a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;
      Point point = { a * from.x + b * controls[0].x + c * controls[1].x + d * controls[2].x,
                      a * from.y + b * controls[0].y + c * controls[1].y + d * controls[2].y };
      add_point (outline, point);
    }
}

/* Reads up to three points.  Returns: whether there are @n. */
static gboolean
take_points (const char **at, Point *points, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      char *stop = NULL;
      points[i].x = g_ascii_strtod (*at, &stop);
      if (stop == *at)
        return FALSE;
      *at = stop;
      points[i].y = g_ascii_strtod (*at, &stop);
      if (stop == *at)
        return FALSE;
      *at = stop;
    }
  return TRUE;
}

/* Returns (transfer full): the outline that a path's data draw, as far as they can be read. */
static Outline *
read_path (const char *data)
{
  Outline *outline = outline_new ();
  for (const char *at = data; *at != '\0';)
    {
      char letter = *at++;
      Point points[3];
      if (letter == 'M' || letter == 'Z')
        outline_close (outline);
      if (letter == 'M' || letter == 'L')
        {
          if (!take_points (&at, points, 1))
            break;
          add_point (outline, points[0]);
        }
      else if (letter == 'C')
        {
          if (!take_points (&at, points, 3))
            break;
          add_curve (outline, points);
        }
    }
  outline_close (outline);
  return outline;
}

/* ---- the list ---- */

void
outline_list_free (OutlineList *list)
{
  if (list == NULL)
    return;

  g_hash_table_unref (list->outlines);
  g_array_unref (list->uses);
  g_free (list);
}

/* Returns (transfer full) (nullable): the value of an attribute of the element that is between
 * @start and @end. */
static char *
attribute (const char *start, const char *end, const char *name)
{
  g_autofree char *begin = g_strconcat (" ", name, "=\"", NULL);
  const char *value = bytes_find (start, end, begin);
  value = value == NULL ? NULL : value + strlen (begin);
  const char *stop = value == NULL ? NULL : memchr (value, '"', (gsize) (end - value));
  return stop == NULL ? NULL : g_strndup (value, (gsize) (stop - value));
}

static void
add_use (OutlineList *list, const char *start, const char *end)
{
  g_autofree char *name = attribute (start, end, "xlink:href");
  g_autofree char *x = attribute (start, end, "x"), *y = attribute (start, end, "y");
  if (name == NULL || name[0] != '#' || x == NULL || y == NULL || list->uses->len >= MAX_USES)
    return;
  OutlineUse use = { g_hash_table_lookup (list->outlines, name + 1),
                     { g_ascii_strtod (x, NULL), g_ascii_strtod (y, NULL) } };
  if (use.outline != NULL)
    g_array_append_val (list->uses, use);
}

static gboolean
is_element (const char *start, const char *end, const char *name)
{
  gsize n = strlen (name);
  return (gsize) (end - start) > n && memcmp (start, name, n) == 0 && start[n] == ' ';
}

OutlineList *
outline_list_read (const char *svg, gsize n_bytes)
{
  OutlineList *list = g_new0 (OutlineList, 1);
  list->outlines
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) outline_free);
  list->uses = g_array_new (FALSE, FALSE, sizeof (OutlineUse));
  g_autofree char *name = NULL; /* of the glyph whose path comes next */
  const char *end = svg + n_bytes, *stop = NULL;
  for (const char *at = svg; at < end && (at = memchr (at, '<', (gsize) (end - at))) != NULL;
       at = stop + 1)
    {
      at++;
      stop = memchr (at, '>', (gsize) (end - at));
      if (stop == NULL)
        break;
      if (is_element (at, stop, "use"))
        add_use (list, at, stop);
      else if (is_element (at, stop, "symbol") || is_element (at, stop, "g"))
        {
          char *id = attribute (at, stop, "id");
          g_free (name);
          name = id;
        }
      else if (is_element (at, stop, "path") && name != NULL && g_str_has_prefix (name, "glyph")
               && !g_hash_table_contains (list->outlines, name))
        {
          g_autofree char *data = attribute (at, stop, "d");
          if (data != NULL)
            g_hash_table_insert (list->outlines, g_steal_pointer (&name), read_path (data));
        }
    }
  return list;
}
