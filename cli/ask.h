/* cli/ask.h - what `series` and `revisions` ask a store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <stddef.h>

#include "emit/store.h"

G_BEGIN_DECLS

typedef struct
{
  char *uri, *ref, *authority, *as_of; /* owned; NULL if not named */
  gboolean as_csv;
} Ask;

void ask_clear (Ask *ask);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ask, ask_clear)

/* Reads the command line: --store, --authority, --as-of, --csv and one reference, which @needs_ref
 * makes a must.  Returns: FALSE with @error set if something is wrong or missing. */
gboolean ask_read (Ask *ask, int argc, char **argv, gboolean needs_ref, const char *summary,
                   GError **error);

StoreQuestion ask_question (const Ask *ask);

/* A column of CSV: its heading, and which text of a figure stands in it. */
typedef struct
{
  const char *name;
  gsize offset; /* in StoreFigure */
} AskColumn;

#define ASK_COLUMN(name, member)                                                                   \
  {                                                                                                \
    name, offsetof (StoreFigure, member)                                                           \
  }

/* Print a line of CSV to standard output: what tells which figure it is, then @columns. */
void ask_print_header (const AskColumn *columns, gsize n_columns);
void ask_print_row (const AskColumn *columns, gsize n_columns, const StoreFigure *figure);

G_END_DECLS
