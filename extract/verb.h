/* extract/verb.h - what the words of a cairo script do.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "extract/stack.h"

G_BEGIN_DECLS

#define VERB_MAX_ARGS 6

typedef struct
{
  const char *word;
  guint n_args; /* taken off the stack and handed over, the undermost first */
  void (*run) (Stack *stack, const Value *args); /* NULL if that is all */
} Verb;

/* Each ends with a NULL for a word.  Words that draw or set something leave the canvas where it
 * is. */
extern const Verb verb_drawing[], verb_colours[];

/* Does what @word says with the topmost values of @stack; nothing if there are too few of them.  A
 * word that is none of the language is a value: the layer of that name, or nothing of interest. */
void verb_run (Stack *stack, const Token *word);

G_END_DECLS
