/* extract/canvas.h - paints boxes on layers, by colour, clip, transform and operator.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A layer is what is painted on: the page, or a group that is painted on another layer later.  A
 * canvas is the state in which a layer is painted on, cairo's context.
 */
#pragma once

#include "extract/ink.h"
#include "extract/path.h"

G_BEGIN_DECLS

typedef struct
{
  double xx, yx, xy, yy, x0, y0; /* (x, y) goes to (xx x + xy y + x0, yx x + yy y + y0) */
} Matrix;

#define MATRIX_IDENTITY ((Matrix){ .xx = 1, .yy = 1 })

/* Returns: where @p goes. */
Point matrix_transform (const Matrix *m, Point p);

/* Returns: @first, then @second. */
Matrix matrix_multiply (const Matrix *first, const Matrix *second);

/* Returns: the way back of a matrix that has one. */
Matrix matrix_invert (const Matrix *m);

/* How much more may be drawn on all layers together; what is too much is left out. */
typedef struct
{
  guint n_inks;
  guint n_steps; /* points of paths, and inks of layers, that are looked at */
} Budget;

/* An arrow or a triangle that is drawn as a shape. */
typedef struct
{
  gunichar c; /* the character that looks like it */
  Box box;
} Arrow;

typedef struct
{
  Box extents;
  GArray *inks;   /* of Ink, in the order of painting */
  GArray *arrows; /* of Arrow */
  Budget *budget; /* borrowed */
} Layer;

Layer *layer_new (Box extents, Budget *budget);
void layer_free (Layer *layer);

typedef struct
{
  enum
  {
    PAINT_UNKNOWN, /* an image, or a pattern: nothing is painted */
    PAINT_SOLID,
    PAINT_GRADIENT, /* of the mean of its stops */
    PAINT_LAYER,
  } kind;
  double rgb[3], alpha; /* 0 to 1; of a gradient the sums over its stops; a layer has no rgb */
  guint n_stops;        /* of a gradient; else 1 */
  const Layer *layer;   /* borrowed */
  Matrix matrix;        /* from where it is painted to the layer */
} Paint;

typedef enum
{
  BLEND_OVER,
  BLEND_MIX,  /* mixes with what is beneath */
  BLEND_NONE, /* leaves no colour of its own */
} Blend;

typedef struct
{
  Layer *layer;  /* borrowed */
  Matrix matrix; /* from what the script says to points on the layer */
  Path path;
  Box clip;
  gboolean is_clip_box; /* whether the clip is just that box */
  Paint source;
  Blend blend;
  double line_width; /* before the transform */
} Canvas;

/* Returns (transfer full): a canvas as cairo's contexts begin, but for @matrix. */
Canvas *canvas_new (Layer *layer, Matrix matrix);
void canvas_free (Canvas *canvas);

Point canvas_transform (const Canvas *canvas, Point point);
void canvas_new_path (Canvas *canvas);
void canvas_clip (Canvas *canvas);
void canvas_reset_clip (Canvas *canvas);

/* These three leave the path as it is. */
void canvas_stroke (Canvas *canvas);
void canvas_fill (Canvas *canvas);
void canvas_paint (Canvas *canvas);

G_END_DECLS
