/* emit/html_page.h - the frame of an HTML page: head, policy, style and script.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The Content Security Policy lets nothing in but the style and the script that the page bears, by
 * their hashes, and images that stand in it.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends all that stands before the content; @title is text.  @attributes (nullable) are mark-up
 * for the body. */
void html_page_begin (GString *html, const char *title, const char *attributes);

/* Appends all that stands behind it. */
void html_page_end (GString *html);

G_END_DECLS
