/* extract/text.h - a text to pages on a character grid.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/page.h"

G_BEGIN_DECLS

/* Appends to @document the pages of @text (UTF-8, "\n" line ends); a form feed begins a page.
 *
 * A word's box is its place in the file, mark-up counted: x in characters, y in lines of its page.
 * Tabs, and the pipes of a Markdown table, put the words of a line into lanes; the mark-up itself
 * (<b>, <i>, **, #, |---|, \_) is not printed, but for bold, which the words keep. */
void text_append_pages (Document *document, const char *text);

G_END_DECLS
