/* model/csv_reader.h - reads a CSV file strictly, row by row.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * RFC 4180, UTF-8: a byte order mark at the beginning and "\r\n" at the end of lines are allowed,
 * for spreadsheets write them; a quote within a plain field, text behind a closing quote and
 * control characters are not.
 */
#pragma once

#include "model/error.h"

G_BEGIN_DECLS

#define CSV_MAX_FIELD_BYTES 4096
#define CSV_MAX_FIELDS 64

typedef struct _CsvReader CsvReader;

/* Reads the @length bytes at @text (borrowed), which messages call @name (borrowed). */
CsvReader *csv_reader_new (const char *name, const char *text, gsize length);
void csv_reader_free (CsvReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsvReader, csv_reader_free)

/**
 * csv_reader_next:
 * @reader: a reader
 * @error: return location for a #RecountError
 *
 * Returns: (transfer none) (nullable) (element-type utf8): the fields of the next row, until the
 *   next call; %NULL without @error at the end; %NULL with %RECOUNT_ERROR_DATA, naming file, line
 *   and field, for what is no such CSV or beyond the limits above
 */
const GPtrArray *csv_reader_next (CsvReader *reader, GError **error);

/* Returns: the line, from 1, that the row which was read last begins in. */
int csv_reader_line (const CsvReader *reader);

/* Sets @error to "FILE: line N, column 'COLUMN': MESSAGE" of that row.  Returns: FALSE. */
gboolean csv_reader_fail (const CsvReader *reader, const char *column, GError **error,
                          const char *format, ...) G_GNUC_PRINTF (4, 5);

G_END_DECLS
