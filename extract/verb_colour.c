/* extract/verb_colour.c - the words of a cairo script that make colours and patterns.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/verb.h"

static void
push_colour (Stack *stack, double red, double green, double blue, double alpha)
{
  stack_push_paint (stack, (Paint){ .kind = PAINT_SOLID,
                                    .rgb = { red, green, blue },
                                    .alpha = alpha,
                                    .n_stops = 1,
                                    .matrix = MATRIX_IDENTITY });
}

static void
do_gray (Stack *stack, const Value *args)
{
  push_colour (stack, args[0].as.number, args[0].as.number, args[0].as.number, 1);
}

static void
do_rgb (Stack *stack, const Value *args)
{
  push_colour (stack, args[0].as.number, args[1].as.number, args[2].as.number, 1);
}

static void
do_rgba (Stack *stack, const Value *args)
{
  push_colour (stack, args[0].as.number, args[1].as.number, args[2].as.number, args[3].as.number);
}

static void
do_alpha (Stack *stack, const Value *args)
{
  push_colour (stack, 0, 0, 0, args[0].as.number);
}

static void
do_gradient (Stack *stack, G_GNUC_UNUSED const Value *args)
{
  stack_push_paint (stack, (Paint){ .kind = PAINT_GRADIENT, .matrix = MATRIX_IDENTITY });
}

static void
do_mesh (Stack *stack, G_GNUC_UNUSED const Value *args)
{
  stack_push_paint (stack, (Paint){ .kind = PAINT_UNKNOWN });
}

static void
do_add_stop (Stack *stack, const Value *args)
{
  Value *value = stack_top (stack);
  if (value == NULL || value->kind != VALUE_PAINT || value->as.paint.kind != PAINT_GRADIENT)
    return;

  Paint *paint = &value->as.paint;
  for (guint i = 0; i < 3; i++)
    paint->rgb[i] += args[i + 1].as.number;
  paint->alpha += args[4].as.number;
  paint->n_stops++;
}

/* A canvas as a pattern is the layer that it paints on. */
static void
do_pattern (Stack *stack, const Value *args)
{
  Paint paint = { .kind = PAINT_UNKNOWN, .alpha = 1, .n_stops = 1, .matrix = MATRIX_IDENTITY };
  if (args[0].kind == VALUE_LAYER)
    paint.layer = args[0].as.layer;
  else if (args[0].kind == VALUE_CANVAS)
    paint.layer = args[0].as.canvas->layer;
  if (paint.layer != NULL)
    paint.kind = PAINT_LAYER;
  stack_push_paint (stack, paint);
}

/* A layer that is repeated is a pattern. */
static void
do_set_extend (Stack *stack, const Value *args)
{
  Value *value = stack_top (stack);
  if (value == NULL || value->kind != VALUE_PAINT || value->as.paint.kind != PAINT_LAYER
      || args[0].kind != VALUE_NAME)
    return;
  if (!token_is (&args[0].as.name, "//EXTEND_NONE") && !token_is (&args[0].as.name, "//EXTEND_PAD"))
    value->as.paint.kind = PAINT_UNKNOWN;
}

static void
do_set_source (Stack *stack, const Value *args)
{
  Canvas *canvas = stack_canvas (stack);
  if (canvas == NULL)
    return;
  canvas->source = (Paint){ .kind = PAINT_UNKNOWN };
  if (args[0].kind == VALUE_PAINT)
    canvas->source = args[0].as.paint;
}

static void
do_set_operator (Stack *stack, const Value *args)
{
  static const char *const colourless[]
      = { "//CLEAR", "//IN", "//OUT", "//DEST", "//DEST_OVER", "//DEST_IN", "//DEST_OUT", "//XOR" };
  Canvas *canvas = stack_canvas (stack);
  if (canvas == NULL || args[0].kind != VALUE_NAME)
    return;

  const Token *name = &args[0].as.name;
  canvas->blend = BLEND_MIX;
  if (token_is (name, "//OVER") || token_is (name, "//SOURCE"))
    canvas->blend = BLEND_OVER;
  for (gsize i = 0; i < G_N_ELEMENTS (colourless); i++)
    if (token_is (name, colourless[i]))
      canvas->blend = BLEND_NONE;
}

const Verb verb_colours[] = {
  { "g", 1, do_gray },
  { "rgb", 3, do_rgb },
  { "set-source", 1, do_set_source },
  { "set-operator", 1, do_set_operator },
  { "pattern", 1, do_pattern },
  { "set-extend", 1, do_set_extend },
  { "rgba", 4, do_rgba },
  { "a", 1, do_alpha },
  { "linear", 4, do_gradient },
  { "radial", 6, do_gradient },
  { "add-color-stop", 5, do_add_stop },
  { "set-filter", 1, NULL },
  { "mesh", 0, do_mesh },
  { "begin-patch", 0, NULL },
  { "end-patch", 0, NULL },
  { "set-control-point", 3, NULL },
  { "set-corner-color", 5, NULL },
  { NULL, 0, NULL },
};
