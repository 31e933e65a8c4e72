/* emit/csv.h - rows of CSV, as RFC 4180 has them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * UTF-8 without a byte order mark, lines end with "\n", quotes stand only where they must.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends a field to the row that @rows ends with.  Bytes that are no UTF-8, as in the name of a
 * file that was made elsewhere, become U+FFFD.  With @guards, text that a spreadsheet would run as
 * a formula (it begins with =, +, -, @, tab or carriage return) gets an apostrophe in front. */
void csv_append_field (GString *rows, const char *text, gboolean guards);

/* Ends the row, which must have a field. */
void csv_end_row (GString *rows);

G_END_DECLS
