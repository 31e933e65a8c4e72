/* cli/failures.c - the list of inputs that could not be read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/failures.h"

#include "emit/csv.h"
#include "emit/output.h"

#define N_COLUMNS 4

static const char *const heading[N_COLUMNS] = { "source", "source_sha256", "reason", "retry" };

static void
append_row (GString *rows, const char *const *fields)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    csv_append_field (rows, fields[i], FALSE);
  csv_end_row (rows);
}

gboolean
failures_write (const char *path, const Journal *journal, GError **error)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  append_row (rows, heading);
  for (guint i = 0; i < journal->failures->len; i++)
    {
      const JournalFailure *failure = g_ptr_array_index (journal->failures, i);
      const char *const fields[N_COLUMNS] = { failure->path, failure->sha256, failure->reason,
                                              failure->is_retryable ? "true" : "false" };
      append_row (rows, fields);
    }
  Output *output = output_open (path, path, error); /* which may be no file, but /dev/stdout */
  if (output == NULL)
    return FALSE;
  output_write (output, rows->str, rows->len);
  return output_close (output, NULL, error);
}
