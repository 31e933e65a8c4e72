/* extract/path.c - the path that a drawing strokes, fills or clips by.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/path.h"

#include <math.h>

#define MAX_POINTS 1000000

/* How far, in points and as a share of its length, the ends of a flat line may be off. */
#define MAX_SLANT 0.25
#define MAX_SLOPE 0.02

/* How much of the box around it a rectangle fills. */
#define MIN_FULL 0.98

/* In points: the sides of a box with round corners are longer, those of an outlined letter less. */
#define MIN_BESIDE_CURVES 20.0

typedef struct
{
  Point to;
  enum
  {
    STEP_MOVE,
    STEP_LINE,
    STEP_CURVE,
    STEP_CLOSE, /* to where the part began */
  } kind;
} Step;

void
path_clear (Path *path)
{
  g_clear_pointer (&path->points, g_array_unref);
}

guint
path_length (const Path *path)
{
  return path->points == NULL ? 0 : path->points->len;
}

static gboolean
is_empty (const Path *path)
{
  return path_length (path) == 0;
}

static void
grow (Path *path, Point to)
{
  Box *bounds = &path->bounds;
  if (is_empty (path))
    *bounds = (Box){ to.x, to.y, to.x, to.y };
  bounds->x0 = MIN (bounds->x0, to.x);
  bounds->y0 = MIN (bounds->y0, to.y);
  bounds->x1 = MAX (bounds->x1, to.x);
  bounds->y1 = MAX (bounds->y1, to.y);
}

static void
add_step (Path *path, Step step)
{
  grow (path, step.to);
  if (path->points == NULL)
    path->points = g_array_new (FALSE, FALSE, sizeof (Step));
  if (path->points->len < MAX_POINTS)
    g_array_append_val (path->points, step);
}

void
path_move (Path *path, Point to)
{
  add_step (path, (Step){ to, STEP_MOVE });
}

/* A line from nowhere moves. */
void
path_line (Path *path, Point to)
{
  add_step (path, (Step){ to, is_empty (path) ? STEP_MOVE : STEP_LINE });
}

void
path_curve (Path *path, Point control1, Point control2, Point to)
{
  if (is_empty (path))
    path_move (path, control1);
  grow (path, control1);
  grow (path, control2);
  add_step (path, (Step){ to, STEP_CURVE });
}

void
path_close (Path *path)
{
  if (is_empty (path) || path->points->len >= MAX_POINTS)
    return;

  const GArray *steps = path->points;
  guint i = steps->len - 1;
  while (i > 0 && g_array_index (steps, Step, i).kind != STEP_MOVE
         && g_array_index (steps, Step, i).kind != STEP_CLOSE)
    i--;
  add_step (path, (Step){ g_array_index (steps, Step, i).to, STEP_CLOSE });
}

static gboolean
is_flat (double along, double across)
{
  return fabs (across) <= MIN (MAX_SLANT, MAX_SLOPE * fabs (along) + 0.01)
         && fabs (along) > fabs (across);
}

static Box
box_of (Point a, Point b)
{
  return (Box){ MIN (a.x, b.x), MIN (a.y, b.y), MAX (a.x, b.x), MAX (a.y, b.y) };
}

/* Returns: where the part ends that begins at step @start. */
static guint
end_of_part (const GArray *steps, guint start)
{
  for (guint i = start; i < steps->len; i++)
    {
      const Step *step = &g_array_index (steps, Step, i);
      if (step->kind == STEP_CLOSE)
        return i + 1;
      if (step->kind == STEP_MOVE && i > start)
        return i;
    }
  return steps->len;
}

static gboolean
has_curve (const Step *steps, guint n)
{
  for (guint i = 0; i < n; i++)
    if (steps[i].kind == STEP_CURVE)
      return TRUE;
  return FALSE;
}

/* Draws the lines among the @n steps of a part that are at least @min_length long. */
static void
stroke_part (const Step *steps, guint n, double min_length, const Pen *pen)
{
  for (guint i = 1; i < n; i++)
    {
      Point from = steps[i - 1].to, to = steps[i].to;
      double dx = to.x - from.x, dy = to.y - from.y;
      Box box = box_of (from, to);
      double x = (box.x0 + box.x1) / 2, y = (box.y0 + box.y1) / 2;
      if (steps[i].kind == STEP_CURVE || hypot (dx, dy) < min_length)
        continue;
      if (is_flat (dx, dy))
        pen->func ((Box){ box.x0, y - pen->flat / 2, box.x1, y + pen->flat / 2 }, pen->data);
      else if (is_flat (dy, dx))
        pen->func ((Box){ x - pen->upright / 2, box.y0, x + pen->upright / 2, box.y1 }, pen->data);
    }
}

void
path_stroke (const Path *path, const Pen *pen)
{
  for (guint i = 0; i < path_length (path);)
    {
      const Step *steps = &g_array_index (path->points, Step, i);
      guint n = end_of_part (path->points, i) - i;
      stroke_part (steps, n, has_curve (steps, n) ? MIN_BESIDE_CURVES : 0, pen);
      i += n;
    }
}

static gboolean
is_same (Point a, Point b)
{
  return fabs (a.x - b.x) <= 0.01 && fabs (a.y - b.y) <= 0.01;
}

/* Whether a line is so flat or so upright that it can be of a rectangle's side. */
static gboolean
is_side (Point a, Point b)
{
  return MIN (fabs (a.x - b.x), fabs (a.y - b.y)) <= MAX_SLANT / 2;
}

/* Reads the part of @n steps as a rectangle: a path around the box that all of its lines, flat and
 * upright, just fit in.  It may begin within a side; the last line may be left to the filling. */
static gboolean
read_box (const Step *steps, guint n, Box *box)
{
  if (n > 1 && steps[n - 1].kind == STEP_CLOSE)
    n--;
  if (n < 4)
    return FALSE;

  Point origin = steps[0].to;
  double area = 0;
  *box = box_of (origin, origin);
  for (guint i = 0; i < n; i++)
    {
      Point a = steps[i].to, b = steps[(i + 1) % n].to;
      if ((i > 0 && steps[i].kind != STEP_LINE) || !is_side (a, b))
        return FALSE;
      area += ((a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y)) / 2;
      *box
          = (Box){ MIN (box->x0, a.x), MIN (box->y0, a.y), MAX (box->x1, a.x), MAX (box->y1, a.y) };
    }
  return fabs (area) >= MIN_FULL * (box->x1 - box->x0) * (box->y1 - box->y0);
}

void
path_fill (const Path *path, PathFunc func, gpointer data)
{
  for (guint i = 0; i < path_length (path);)
    {
      guint stop = end_of_part (path->points, i);
      Box box;
      if (read_box (&g_array_index (path->points, Step, i), stop - i, &box))
        func (box, data);
      i = stop;
    }
}

/* Cairo ends a path that was closed with a move. */
gboolean
path_is_box (const Path *path)
{
  if (is_empty (path))
    return FALSE;
  const GArray *steps = path->points;
  guint n = end_of_part (steps, 0);
  gboolean is_all = n == steps->len
                    || (n + 1 == steps->len && g_array_index (steps, Step, n).kind == STEP_MOVE);
  Box box;
  return is_all && read_box (&g_array_index (steps, Step, 0), n, &box);
}

guint
path_corners (const Path *path, Point *corners, guint max)
{
  guint n = 0, length = is_empty (path) ? 0 : end_of_part (path->points, 0);
  for (guint i = length; i < path_length (path); i++) /* a path may end with a move */
    if (g_array_index (path->points, Step, i).kind != STEP_MOVE)
      return 0;
  for (guint i = 0; i < length; i++)
    {
      const Step *step = &g_array_index (path->points, Step, i);
      if (step->kind == STEP_CURVE || (n == max && step->kind != STEP_CLOSE))
        return 0;
      if (step->kind != STEP_CLOSE)
        corners[n++] = step->to;
    }
  return n > 1 && is_same (corners[0], corners[n - 1]) ? n - 1 : n;
}
