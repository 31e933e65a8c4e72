/* extract/charset.h - bytes of a text file to UTF-8.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/error.h"

G_BEGIN_DECLS

/**
 * charset_decode:
 * @bytes: (array length=n_bytes): a file's content
 * @n_bytes: how many
 * @is_cut: (out): whether the last character was incomplete; it is left out then
 *
 * Tells UTF-8, UTF-16 and Windows-1252 apart by a byte order mark, by the zero bytes of UTF-16 and
 * by what is valid UTF-8.  The result is NFC with "\n" line ends and without byte order mark and
 * soft hyphens; a no-break space is a blank and a ligature its letters.
 *
 * Returns: (transfer full) (nullable): the text; %NULL if @bytes are no text
 */
char *charset_decode (const char *bytes, gsize n_bytes, gboolean *is_cut);

/* Appends @c as it is meant: a ligature's letters, a blank for each kind of blank, nothing for a
 * soft hyphen or a byte order mark. */
void charset_append (GString *text, gunichar c);

G_END_DECLS
