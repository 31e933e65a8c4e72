/* extract/verb_draw.c - the words of a cairo script that draw.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/verb.h"

#include <math.h>

/* ---- paths ---- */

/* Returns (nullable): the canvas whose path the word goes on with.  In a mesh the same words mean
 * something else. */
static Canvas *
pen_of (Stack *stack)
{
  const Value *value = stack_top (stack);
  return value != NULL && value->kind == VALUE_CANVAS ? value->as.canvas : NULL;
}

static Point
point_of (const Canvas *canvas, const Value *args)
{
  return canvas_transform (canvas, (Point){ args[0].as.number, args[1].as.number });
}

static void
do_move (Stack *stack, const Value *args)
{
  Canvas *canvas = pen_of (stack);
  if (canvas != NULL)
    path_move (&canvas->path, point_of (canvas, args));
}

static void
do_line (Stack *stack, const Value *args)
{
  Canvas *canvas = pen_of (stack);
  if (canvas != NULL)
    path_line (&canvas->path, point_of (canvas, args));
}

static void
do_curve (Stack *stack, const Value *args)
{
  Canvas *canvas = pen_of (stack);
  if (canvas != NULL)
    path_curve (&canvas->path, point_of (canvas, args), point_of (canvas, args + 2),
                point_of (canvas, args + 4));
}

static void
do_close (Stack *stack, G_GNUC_UNUSED const Value *args)
{
  Canvas *canvas = pen_of (stack);
  if (canvas != NULL)
    path_close (&canvas->path);
}

static void
do_rectangle (Stack *stack, const Value *args)
{
  Canvas *canvas = pen_of (stack);
  if (canvas == NULL)
    return;

  double x = args[0].as.number, y = args[1].as.number;
  double width = args[2].as.number, height = args[3].as.number;
  path_move (&canvas->path, canvas_transform (canvas, (Point){ x, y }));
  path_line (&canvas->path, canvas_transform (canvas, (Point){ x + width, y }));
  path_line (&canvas->path, canvas_transform (canvas, (Point){ x + width, y + height }));
  path_line (&canvas->path, canvas_transform (canvas, (Point){ x, y + height }));
  path_close (&canvas->path);
}

/* ---- drawing ---- */

static void
do_set_line_width (Stack *stack, const Value *args)
{
  Canvas *canvas = stack_canvas (stack);
  if (canvas != NULL)
    canvas->line_width = fabs (args[0].as.number);
}

/* A mask of one alpha thins the paint; one with a shape counts as if it had none where a group is
 * painted, and hides all where a colour is: the shape is an image's. */
static void
do_mask (Stack *stack, const Value *args)
{
  Canvas *canvas = stack_canvas (stack);
  if (canvas == NULL || args[0].kind != VALUE_PAINT)
    return;

  const Paint *mask = &args[0].as.paint;
  gboolean is_even = mask->kind == PAINT_SOLID;
  Paint source = canvas->source;
  if (is_even)
    canvas->source.alpha *= mask->alpha;
  if (is_even || source.kind == PAINT_LAYER)
    canvas_paint (canvas);
  canvas->source = source;
}

/* Words that need the canvas and nothing else. */
#define CANVAS_VERB(name, run)                                                                     \
  static void do_##name (Stack *stack, G_GNUC_UNUSED const Value *args)                            \
  {                                                                                                \
    Canvas *canvas = stack_canvas (stack);                                                         \
    if (canvas != NULL)                                                                            \
      run (canvas);                                                                                \
  }
CANVAS_VERB (new_path, canvas_new_path)
CANVAS_VERB (clip, canvas_clip)
CANVAS_VERB (reset_clip, canvas_reset_clip)
CANVAS_VERB (stroke, canvas_stroke)
CANVAS_VERB (fill, canvas_fill)
CANVAS_VERB (paint, canvas_paint)

const Verb verb_drawing[] = {
  { "l", 2, do_line },
  { "m", 2, do_move },
  { "c", 6, do_curve },
  { "h", 0, do_close },
  { "n", 0, do_new_path },
  { "rectangle", 4, do_rectangle },
  { "fill+", 0, do_fill },
  { "stroke+", 0, do_stroke },
  { "clip+", 0, do_clip },
  { "reset-clip", 0, do_reset_clip },
  { "set-line-width", 1, do_set_line_width },
  { "paint", 0, do_paint },
  { "mask", 1, do_mask },
  { "set-dash", 2, NULL },
  { "set-line-cap", 1, NULL },
  { "set-line-join", 1, NULL },
  { "set-miter-limit", 1, NULL },
  { "set-fill-rule", 1, NULL },
  { "set-antialias", 1, NULL },
  { "set-tolerance", 1, NULL },
  { "show-glyphs", 1, NULL },
  { "show-text-glyphs", 4, NULL },
  { "show-page", 0, NULL },
  { "copy-page", 0, NULL },
  { NULL, 0, NULL },
};
