/* extract/verb.c - what the words of a cairo script do.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/verb.h"

#include <string.h>

/* ---- the stack itself ---- */

static void
do_dup (Stack *stack, G_GNUC_UNUSED const Value *args)
{
  if (stack->depth > 0)
    stack_push (stack, *stack_top (stack));
}

static void
do_exch (Stack *stack, const Value *args)
{
  stack_push (stack, args[1]);
  stack_push (stack, args[0]);
}

/* The writer rolls down only: N -1 roll takes the value that is N deep to the top. */
static void
do_roll (Stack *stack, const Value *args)
{
  double depth = args[0].as.number;
  if (!(depth >= 1 && depth <= stack->depth) || args[1].as.number != -1)
    return;

  guint start = stack->depth - (guint) depth;
  Value value = stack->values[start];
  memmove (&stack->values[start], &stack->values[start + 1],
           (stack->depth - start - 1) * sizeof (Value));
  *stack_top (stack) = value;
}

static void
do_index (Stack *stack, const Value *args)
{
  double depth = args[0].as.number;
  if (depth >= 0 && depth < stack->depth)
    stack_push (stack, stack->values[stack->depth - 1 - (guint) depth]);
}

/* Leaves what it takes from on the stack. */
static void
do_get (Stack *stack, const Value *args)
{
  const Value *from = stack_top (stack);
  const Token *name = &args[0].as.name;
  Value got = { .kind = VALUE_OTHER };
  if (from != NULL && from->kind == VALUE_CANVAS && args[0].kind == VALUE_NAME)
    {
      if (token_is (name, "/target"))
        got = (Value){ .kind = VALUE_LAYER, .as.layer = from->as.canvas->layer };
      else if (token_is (name, "/source"))
        got = (Value){ .kind = VALUE_PAINT, .as.paint = from->as.canvas->source };
    }
  stack_push (stack, got);
}

static void
do_def (Stack *stack, const Value *args)
{
  if (args[0].kind != VALUE_NAME || args[1].kind != VALUE_LAYER)
    return;
  const Token *name = &args[0].as.name;
  if (name->length > 1 && g_hash_table_size (stack->names) < STACK_MAX_LAYERS)
    g_hash_table_replace (stack->names, g_strndup (name->text + 1, name->length - 1),
                          args[1].as.layer);
}

static void
do_other (Stack *stack, G_GNUC_UNUSED const Value *args)
{
  stack_push_other (stack);
}

/* ---- layers and transforms ---- */

/* What is told of its size is not needed: a group is painted through a clip. */
static void
do_surface (Stack *stack, G_GNUC_UNUSED const Value *args)
{
  stack_push_layer (stack);
}

static void
do_context (Stack *stack, const Value *args)
{
  if (args[0].kind == VALUE_LAYER)
    stack_push_canvas (stack, args[0].as.layer);
  else
    stack_push_other (stack);
}

static void
do_identity (Stack *stack, G_GNUC_UNUSED const Value *args)
{
  stack_push (stack, (Value){ .kind = VALUE_ARRAY, .as.array = { { 1, 0, 0, 1, 0, 0 }, 6 } });
}

static void
set_canvas_matrix (Stack *stack, Matrix matrix)
{
  Canvas *canvas = stack_canvas (stack);
  if (canvas != NULL)
    canvas->matrix = matrix_multiply (&matrix, &stack->back);
}

/* Of the paint on top, or of the canvas.  A paint's matrix is from the script's points to the
 * script's points; with the page's points on both sides it goes there first, and back. */
static void
do_set_matrix (Stack *stack, const Value *args)
{
  if (args[0].kind != VALUE_ARRAY || args[0].as.array.n != 6)
    return;

  const double *m = args[0].as.array.items;
  Matrix matrix = { m[0], m[1], m[2], m[3], m[4], m[5] };
  Value *value = stack_top (stack);
  if (value == NULL || value->kind != VALUE_PAINT)
    {
      set_canvas_matrix (stack, matrix);
      return;
    }
  Matrix forth = matrix_invert (&stack->back);
  matrix = matrix_multiply (&forth, &matrix);
  value->as.paint.matrix = matrix_multiply (&matrix, &stack->back);
}

/* Written only where the transform is none. */
static void
do_scale (Stack *stack, const Value *args)
{
  set_canvas_matrix (stack, (Matrix){ .xx = args[0].as.number, .yy = args[1].as.number });
}

/* ---- the words ---- */

static const Verb verbs[] = {
  { "set-matrix", 1, do_set_matrix },
  { "identity", 0, do_identity },
  { "scale", 2, do_scale },
  { "pop", 1, NULL },
  { "dup", 0, do_dup },
  { "exch", 2, do_exch },
  { "roll", 2, do_roll },
  { "index", 1, do_index },
  { "get", 1, do_get },
  { "set", 2, NULL },
  { "def", 2, do_def },
  { "undef", 1, NULL },
  { "surface", 1, do_surface },
  { "context", 1, do_context },
  { "similar", 4, do_surface },
  { "record", 2, do_surface },
  { "subsurface", 5, do_other },
  { "image", 1, do_other },
  { "set-mime-data", 2, NULL },
  { "font", 1, do_other },
  { "set-font-face", 1, NULL },
  { "set-font-matrix", 1, NULL },
  { "set-font-options", 1, NULL },
  { "set-scaled-font", 1, NULL },
  { NULL, 0, NULL },
};

static const Verb *
find_verb (const Token *word)
{
  const Verb *const tables[] = { verb_drawing, verb_colours, verbs };
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const Verb *verb = tables[i]; verb->word != NULL; verb++)
      if (token_is (word, verb->word))
        return verb;
  return NULL;
}

static void
push_named (Stack *stack, const Token *name)
{
  g_autofree char *key = g_strndup (name->text, name->length);
  Layer *layer = g_hash_table_lookup (stack->names, key);
  if (layer != NULL)
    stack_push (stack, (Value){ .kind = VALUE_LAYER, .as.layer = layer });
  else
    stack_push_other (stack);
}

void
verb_run (Stack *stack, const Token *word)
{
  const Verb *verb = find_verb (word);
  if (verb == NULL)
    {
      push_named (stack, word);
      return;
    }
  if (stack->depth < verb->n_args)
    return;

  /* What it pushes comes to lie where its arguments were. */
  Value args[VERB_MAX_ARGS];
  stack->depth -= verb->n_args;
  memcpy (args, &stack->values[stack->depth], verb->n_args * sizeof (Value));
  if (verb->run != NULL)
    verb->run (stack, args);
}
