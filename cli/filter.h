/* cli/filter.h - what the stages have in common when they run as filters.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/stream.h"

G_BEGIN_DECLS

/* Handles an item of the stream, which it may steal from; FALSE with @error set to stop. */
typedef gboolean (*FilterItem) (StreamItem *item, gpointer data, GError **error);

typedef struct
{
  FilterItem handle;
  PageFunc take_page; /* (nullable): gets the pages of documents, which come without them then */
  gboolean hands_on;  /* failures of earlier stages, to standard output */
} Filter;

/* Calls @filter's functions with @data for each item of standard input.  Failures of earlier stages
 * are counted.  Returns: the exit code. */
int filter_run (const Filter *filter, gpointer data, GError **error);

G_END_DECLS
