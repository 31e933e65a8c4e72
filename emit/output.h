/* emit/output.h - a file of the package as it is written, with its length and checksum.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/error.h"

G_BEGIN_DECLS

#define OUTPUT_SHA256_LENGTH 64

typedef struct
{
  guint64 n_bytes;
  char sha256[OUTPUT_SHA256_LENGTH + 1];
} OutputSum;

typedef struct _Output Output;

/**
 * output_open:
 * @path: the file to make
 * @shown: what messages call it
 * @error: return location for a #RecountError
 *
 * Returns: (transfer full): the file, empty; %NULL with %RECOUNT_ERROR_OUTPUT if it cannot be made
 */
Output *output_open (const char *path, const char *shown, GError **error);

/* Writes @length bytes.  What goes wrong is told by output_close(). */
void output_write (Output *output, const char *text, gsize length);

/**
 * output_close:
 * @output: (transfer full): the file
 * @sum: (out) (optional): what was written
 * @error: return location for a #RecountError
 *
 * Returns: %FALSE with %RECOUNT_ERROR_OUTPUT and the reason if this or an earlier write went wrong
 */
gboolean output_close (Output *output, OutputSum *sum, GError **error);

G_END_DECLS
