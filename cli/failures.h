/* cli/failures.h - the list of inputs that could not be read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "batch/journal.h"
#include "model/error.h"

G_BEGIN_DECLS

/* Writes the journal's failures as CSV, one a row; none gives a file with its heading alone.
 * Returns: FALSE with RECOUNT_ERROR_OUTPUT if @path cannot be written. */
gboolean failures_write (const char *path, const Journal *journal, GError **error);

G_END_DECLS
