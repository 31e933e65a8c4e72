/* extract/canvas.c - paints boxes on layers, by colour, clip, transform and operator.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/canvas.h"

#include "extract/arrow.h"

#include <math.h>

#define CAIRO_LINE_WIDTH 2.0 /* of a new context */

#define NO_SHARE 1e-4 /* a matrix's factor that is 0 but for rounding */

#define MIN_ALPHA 0.02 /* less is not seen */
#define MAX_ALPHA 0.98 /* more hides what is beneath */

Layer *
layer_new (Box extents, Budget *budget)
{
  Layer *layer = g_new0 (Layer, 1);
  layer->extents = extents;
  layer->inks = g_array_new (FALSE, FALSE, sizeof (Ink));
  layer->arrows = g_array_new (FALSE, FALSE, sizeof (Arrow));
  layer->budget = budget;
  return layer;
}

void
layer_free (Layer *layer)
{
  if (layer == NULL)
    return;

  g_array_unref (layer->inks);
  g_array_unref (layer->arrows);
  g_free (layer);
}

Canvas *
canvas_new (Layer *layer, Matrix matrix)
{
  Canvas *canvas = g_new0 (Canvas, 1);
  canvas->layer = layer;
  canvas->matrix = matrix;
  canvas->source = (Paint){ .kind = PAINT_SOLID, .alpha = 1, .n_stops = 1 };
  canvas->line_width = CAIRO_LINE_WIDTH;
  canvas_reset_clip (canvas);
  return canvas;
}

void
canvas_free (Canvas *canvas)
{
  if (canvas == NULL)
    return;

  path_clear (&canvas->path);
  g_free (canvas);
}

/* ---- places ---- */

Point
matrix_transform (const Matrix *m, Point p)
{
  return (Point){ m->xx * p.x + m->xy * p.y + m->x0, m->yx * p.x + m->yy * p.y + m->y0 };
}

Point
canvas_transform (const Canvas *canvas, Point point)
{
  return matrix_transform (&canvas->matrix, point);
}

Matrix
matrix_multiply (const Matrix *first, const Matrix *second)
{
  Point origin = matrix_transform (second, (Point){ first->x0, first->y0 });
  return (Matrix){ .xx = second->xx * first->xx + second->xy * first->yx,
                   .yx = second->yx * first->xx + second->yy * first->yx,
                   .xy = second->xx * first->xy + second->xy * first->yy,
                   .yy = second->yx * first->xy + second->yy * first->yy,
                   .x0 = origin.x,
                   .y0 = origin.y };
}

/* Whether boxes stay boxes, upright or turned by quarters, and the matrix can be inverted. */
static gboolean
keeps_boxes (const Matrix *m)
{
  gboolean is_straight = fabs (m->xy) < NO_SHARE && fabs (m->yx) < NO_SHARE;
  gboolean is_turned = fabs (m->xx) < NO_SHARE && fabs (m->yy) < NO_SHARE;
  return (is_straight || is_turned) && fabs (m->xx * m->yy - m->xy * m->yx) > 1e-9;
}

Matrix
matrix_invert (const Matrix *m)
{
  double det = m->xx * m->yy - m->xy * m->yx;
  Matrix inverse = { m->yy / det, -m->yx / det, -m->xy / det, m->xx / det, 0, 0 };
  Point origin = matrix_transform (&inverse, (Point){ m->x0, m->y0 });
  inverse.x0 = -origin.x;
  inverse.y0 = -origin.y;
  return inverse;
}

static Box
transform_box (const Matrix *m, Box box)
{
  Point a = matrix_transform (m, (Point){ box.x0, box.y0 }),
        b = matrix_transform (m, (Point){ box.x1, box.y1 });
  return (Box){ MIN (a.x, b.x), MIN (a.y, b.y), MAX (a.x, b.x), MAX (a.y, b.y) };
}

void
canvas_new_path (Canvas *canvas)
{
  path_clear (&canvas->path);
}

/* A clip by no path at all leaves nothing to paint on. */
void
canvas_clip (Canvas *canvas)
{
  Box bounds = { 0, 0, -1, -1 };
  if (path_length (&canvas->path) > 0)
    bounds = canvas->path.bounds;
  canvas->clip = ink_intersection (canvas->clip, bounds);
  canvas->is_clip_box = canvas->is_clip_box && path_is_box (&canvas->path);
}

void
canvas_reset_clip (Canvas *canvas)
{
  canvas->clip = canvas->layer->extents;
  canvas->is_clip_box = TRUE;
}

/* ---- painting ---- */

/* Returns: whether the budget is good for @n steps, which it pays then. */
static gboolean
pay (const Canvas *canvas, guint n)
{
  Budget *budget = canvas->layer->budget;
  if (budget->n_inks == 0 || budget->n_steps < n)
    return FALSE;
  budget->n_steps -= n;
  return TRUE;
}

/* To what the script's numbers are good for. */
static Box
round_box (Box box)
{
  return (Box){ round (box.x0 * 100) / 100, round (box.y0 * 100) / 100, round (box.x1 * 100) / 100,
                round (box.y1 * 100) / 100 };
}

/* Adds what of the ink is within the clip. */
static void
add_ink (const Canvas *canvas, Ink ink)
{
  Layer *layer = canvas->layer;
  ink.box = round_box (ink_intersection (ink.box, canvas->clip));
  double width = ink.box.x1 - ink.box.x0, height = ink.box.y1 - ink.box.y0;
  if (!(width >= 0 && height >= 0 && MAX (width, height) > 0) || layer->budget->n_inks == 0)
    return;
  layer->budget->n_inks--;
  g_array_append_val (layer->inks, ink);
}

/* Returns: a channel of 0 to 1 as a byte, with white behind it. */
static guint32
byte_on_white (double channel, double alpha)
{
  return (guint32) lround ((CLAMP (channel, 0, 1) * alpha + 1 - alpha) * 255);
}

static guint32
rgb_on_white (const double *channels, double alpha)
{
  return byte_on_white (channels[0], alpha) << 16 | byte_on_white (channels[1], alpha) << 8
         | byte_on_white (channels[2], alpha);
}

/* A PathFunc. */
static void
add_box (Box box, gpointer data)
{
  const Canvas *canvas = data;
  const Paint *paint = &canvas->source;
  double n = MAX (paint->n_stops, 1), alpha = CLAMP (paint->alpha / n, 0, 1);
  double channels[] = { paint->rgb[0] / n, paint->rgb[1] / n, paint->rgb[2] / n };
  Ink ink
      = { box, rgb_on_white (channels, alpha), alpha > MAX_ALPHA && canvas->blend == BLEND_OVER };
  if (alpha > MIN_ALPHA)
    add_ink (canvas, ink);
}

/* Returns: the colour as it is with an alpha. */
static guint32
fade (guint32 rgb, double alpha)
{
  double channels[]
      = { (rgb >> 16 & 0xFF) / 255.0, (rgb >> 8 & 0xFF) / 255.0, (rgb & 0xFF) / 255.0 };
  return rgb_on_white (channels, alpha);
}

/* Paints what is on another layer where the canvas can be painted on. */
static void
add_layer (const Canvas *canvas)
{
  const Paint *paint = &canvas->source;
  double alpha = CLAMP (paint->alpha, 0, 1);
  if (alpha < MIN_ALPHA || !keeps_boxes (&paint->matrix))
    return;

  Matrix matrix = matrix_invert (&paint->matrix);
  gboolean is_solid = canvas->blend == BLEND_OVER && alpha > MAX_ALPHA;
  guint n = paint->layer->inks->len; /* the layer may be the canvas's own */
  for (guint i = 0; i < n && pay (canvas, 1); i++)
    {
      Ink ink = g_array_index (paint->layer->inks, Ink, i);
      ink.box = transform_box (&matrix, ink.box);
      ink.rgb = fade (ink.rgb, alpha);
      ink.hides = ink.hides && is_solid;
      add_ink (canvas, ink);
    }
}

static gboolean
has_colour (const Canvas *canvas)
{
  return canvas->blend != BLEND_NONE && canvas->source.kind != PAINT_UNKNOWN
         && canvas->source.kind != PAINT_LAYER;
}

static gboolean
has_layer (const Canvas *canvas)
{
  return canvas->blend != BLEND_NONE && canvas->source.kind == PAINT_LAYER;
}

void
canvas_stroke (Canvas *canvas)
{
  const Matrix *m = &canvas->matrix;
  Pen pen = { .flat = canvas->line_width * hypot (m->yx, m->yy),
              .upright = canvas->line_width * hypot (m->xx, m->xy),
              .func = add_box,
              .data = canvas };
  if (has_colour (canvas) && pay (canvas, path_length (&canvas->path)))
    path_stroke (&canvas->path, &pen);
}

/* Notes an arrow that can be seen. */
static void
add_arrow (const Canvas *canvas)
{
  Point corners[ARROW_MAX_CORNERS + 1]; /* the last may be the first again */
  guint n = path_corners (&canvas->path, corners, G_N_ELEMENTS (corners));
  Arrow arrow = { arrow_read (corners, n), canvas->path.bounds };
  double x = (arrow.box.x0 + arrow.box.x1) / 2, y = (arrow.box.y0 + arrow.box.y1) / 2;
  const Box *clip = &canvas->clip;
  Budget *budget = canvas->layer->budget;
  if (arrow.c != 0 && budget->n_inks > 0 && x > clip->x0 && x < clip->x1 && y > clip->y0
      && y < clip->y1)
    {
      budget->n_inks--;
      g_array_append_val (canvas->layer->arrows, arrow);
    }
}

void
canvas_fill (Canvas *canvas)
{
  if (has_colour (canvas))
    {
      if (!pay (canvas, path_length (&canvas->path)))
        return;
      path_fill (&canvas->path, add_box, canvas);
      add_arrow (canvas);
    }
  else if (has_layer (canvas) && path_length (&canvas->path) > 0)
    {
      Box clip = canvas->clip;
      canvas->clip = ink_intersection (clip, canvas->path.bounds);
      add_layer (canvas);
      canvas->clip = clip;
    }
}

/* All of a clip that is no box, as a box, would be more than is drawn. */
void
canvas_paint (Canvas *canvas)
{
  if (has_layer (canvas))
    add_layer (canvas);
  else if (has_colour (canvas) && canvas->is_clip_box)
    add_box (canvas->clip, canvas);
}
