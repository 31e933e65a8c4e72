/* tests/golden/csv.h - a CSV file, read whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * RFC 4180 in its strict form: a header row, quotes where needed, `\n` at each row's end.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *rows; /* of char **, the header first; owned */
} Csv;

/* Reads @path, which must be there and in order: rows of one length, every quote closed. */
Csv *csv_read (const char *path);
void csv_free (Csv *csv);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Csv, csv_free)

guint csv_n_rows (const Csv *csv); /* without the header */

/* Returns (transfer none): what row @row, from 0, holds under a heading, which must be there. */
const char *csv_field (const Csv *csv, guint row, const char *heading);

G_END_DECLS
