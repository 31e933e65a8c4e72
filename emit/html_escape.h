/* emit/html_escape.h - text from untrusted files as text of an HTML page, and never as anything
 * else.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends @text so that it is text in an element and in a quoted attribute: what HTML has a meaning
 * for is escaped; control characters, and bytes that are no UTF-8, become U+FFFD. */
void html_text (GString *html, const char *text);

/* Appends a string of this program's own making, mark-up and all. */
void html_raw (GString *html, const char *markup);

/* Appends a number. */
void html_number (GString *html, gint64 number);

/* Appends a length with two decimals at most, in any locale: drawings and places. */
void html_length (GString *html, double length);

/* Appends a relative address of the file @path: no character of it has a meaning in a URL. */
void html_path (GString *html, const char *path);

G_END_DECLS
