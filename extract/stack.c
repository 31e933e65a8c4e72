/* extract/stack.c - the operands of a cairo script, and the layers that it makes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/stack.h"

Stack *
stack_new (Box page, Matrix back, Budget budget)
{
  Stack *stack = g_new0 (Stack, 1);
  stack->layers = g_ptr_array_new_with_free_func ((GDestroyNotify) layer_free);
  stack->canvases = g_ptr_array_new_with_free_func ((GDestroyNotify) canvas_free);
  stack->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  stack->budget = budget;
  stack->page = page;
  stack->back = back;
  return stack;
}

void
stack_free (Stack *stack)
{
  if (stack == NULL)
    return;

  g_hash_table_unref (stack->names);
  g_ptr_array_unref (stack->canvases);
  g_ptr_array_unref (stack->layers);
  g_free (stack);
}

void
stack_push (Stack *stack, Value value)
{
  if (stack->depth < STACK_DEPTH)
    stack->values[stack->depth++] = value;
}

void
stack_push_other (Stack *stack)
{
  stack_push (stack, (Value){ .kind = VALUE_OTHER });
}

void
stack_push_paint (Stack *stack, Paint paint)
{
  stack_push (stack, (Value){ .kind = VALUE_PAINT, .as.paint = paint });
}

Value *
stack_top (Stack *stack)
{
  return stack->depth == 0 ? NULL : &stack->values[stack->depth - 1];
}

Canvas *
stack_canvas (const Stack *stack)
{
  for (guint i = stack->depth; i > 0; i--)
    if (stack->values[i - 1].kind == VALUE_CANVAS)
      return stack->values[i - 1].as.canvas;
  return NULL;
}

/* ---- arrays ---- */

void
stack_open (Stack *stack)
{
  stack_push (stack, (Value){ .kind = VALUE_OPEN });
}

void
stack_close (Stack *stack)
{
  guint start = stack->depth;
  while (start > 0 && stack->values[start - 1].kind != VALUE_OPEN)
    start--;
  if (start == 0)
    return;

  Value array = { .kind = VALUE_ARRAY };
  guint max = G_N_ELEMENTS (array.as.array.items);
  for (guint i = start; i < stack->depth && array.as.array.n < max; i++)
    if (stack->values[i].kind == VALUE_NUMBER)
      array.as.array.items[array.as.array.n++] = stack->values[i].as.number;
  stack->depth = start - 1;
  stack_push (stack, array);
}

/* ---- layers ---- */

void
stack_push_layer (Stack *stack)
{
  if (stack->layers->len >= STACK_MAX_LAYERS)
    {
      stack_push_other (stack);
      return;
    }
  static const Box endless
      = { -SCRIPT_MAX_NUMBER, -SCRIPT_MAX_NUMBER, SCRIPT_MAX_NUMBER, SCRIPT_MAX_NUMBER };
  Box extents = stack->layers->len == 0 ? stack->page : endless;
  Layer *layer = layer_new (extents, &stack->budget);
  g_ptr_array_add (stack->layers, layer);
  stack_push (stack, (Value){ .kind = VALUE_LAYER, .as.layer = layer });
}

void
stack_push_canvas (Stack *stack, Layer *layer)
{
  if (stack->canvases->len >= STACK_MAX_CANVASES)
    {
      stack_push_other (stack);
      return;
    }
  Canvas *canvas = canvas_new (layer, stack->back);
  g_ptr_array_add (stack->canvases, canvas);
  stack_push (stack, (Value){ .kind = VALUE_CANVAS, .as.canvas = canvas });
}
