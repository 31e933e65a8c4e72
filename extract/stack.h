/* extract/stack.h - the operands of a cairo script, and the layers that it makes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "extract/canvas.h"
#include "extract/script.h"

G_BEGIN_DECLS

#define STACK_DEPTH 256       /* values; cairo's writer needs some 30 */
#define STACK_MAX_LAYERS 5000 /* the page and one for each group */
#define STACK_MAX_CANVASES 10000

typedef struct
{
  enum
  {
    VALUE_OTHER, /* a font, an image: of no interest */
    VALUE_NUMBER,
    VALUE_NAME,
    VALUE_OPEN,  /* where an array or a dictionary begins */
    VALUE_ARRAY, /* its first six numbers; or a dictionary */
    VALUE_LAYER,
    VALUE_CANVAS,
    VALUE_PAINT,
  } kind;
  union
  {
    double number; /* 0 but in a VALUE_NUMBER, the next likewise */
    Token name;
    struct
    {
      double items[6];
      guint n;
    } array;
    Layer *layer;   /* borrowed */
    Canvas *canvas; /* borrowed */
    Paint paint;
  } as;
} Value;

typedef struct
{
  Value values[STACK_DEPTH];
  guint depth;
  GPtrArray *layers;   /* of Layer, owned; the first is the page */
  GPtrArray *canvases; /* of Canvas, owned */
  GHashTable *names;   /* layers by what the script calls them */
  Budget budget;
  Box page;    /* where the first layer can be painted on */
  Matrix back; /* from the script's points to the page's: takes a slant back */
} Stack;

Stack *stack_new (Box page, Matrix back, Budget budget);
void stack_free (Stack *stack);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Stack, stack_free)

/* A full stack stays as it is. */
void stack_push (Stack *stack, Value value);
void stack_push_other (Stack *stack);
void stack_push_paint (Stack *stack, Paint paint);

/* Begins and ends an array or a dictionary of the values between. */
void stack_open (Stack *stack);
void stack_close (Stack *stack);

/* Returns (nullable): the top value. */
Value *stack_top (Stack *stack);

/* Returns (nullable): the topmost canvas. */
Canvas *stack_canvas (const Stack *stack);

/* These push a value of no interest if there are too many of their kind.  The first layer is the
 * page; the others have no end. */
void stack_push_layer (Stack *stack);
void stack_push_canvas (Stack *stack, Layer *layer);

G_END_DECLS
