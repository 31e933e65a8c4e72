/* extract/path.h - the path that a drawing strokes, fills or clips by.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/place.h"

G_BEGIN_DECLS

typedef struct
{
  double x, y;
} Point;

typedef struct
{
  GArray *points; /* of a private type; NULL as long as there are none */
  Box bounds;     /* of the points, control points included, if there are any */
} Path;

void path_clear (Path *path);

/* A path holds a million points and forgets those beyond. */
void path_move (Path *path, Point to);
void path_line (Path *path, Point to);
void path_curve (Path *path, Point control1, Point control2, Point to);
void path_close (Path *path);

/* Returns: how many points it has, those of curves counted once. */
guint path_length (const Path *path);

typedef void (*PathFunc) (Box box, gpointer data);

typedef struct
{
  double flat, upright; /* points; how thick it draws flat lines and upright ones */
  PathFunc func;        /* gets each line as a box */
  gpointer data;        /* borrowed; for @func */
} Pen;

/* Draws each straight flat or upright line of it, short ones only where the path has no curves
 * (they are letters).  What dashes leave out counts as drawn. */
void path_stroke (const Path *path, const Pen *pen);

/* Calls @func for each of its parts that is a rectangle with upright sides. */
void path_fill (const Path *path, PathFunc func, gpointer data);

/* Returns: whether it is one such rectangle and nothing else. */
gboolean path_is_box (const Path *path);

/* Returns: how many corners the path has if it is one polygon and nothing else, 0 if it is not or
 * has more than @max; @corners gets them. */
guint path_corners (const Path *path, Point *corners, guint max);

G_END_DECLS
