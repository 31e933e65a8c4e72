/* emit/plain.h - texts of untrusted files, made fit for a terminal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns (transfer full): @text with nothing in it that would move a terminal's cursor. */
char *plain_text (const char *text);

/* Returns (transfer full): plain @text within @width characters, cut between words if it is
 * longer. */
char *plain_shorten (const char *text, glong width);

G_END_DECLS
