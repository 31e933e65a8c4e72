/* cli/filter.h - what the stages have in common when they run as filters.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/stream.h"

G_BEGIN_DECLS

/* Handles an item of the stream, which it may steal from; FALSE with @error set to stop. */
typedef gboolean (*FilterItem) (StreamItem *item, gpointer data, GError **error);

/* Calls @handle for each item of standard input.  Failures of earlier stages are handed on to
 * standard output, if @hands_on, and counted.  Returns: the exit code. */
int filter_run (FilterItem handle, gpointer data, gboolean hands_on, GError **error);

G_END_DECLS
