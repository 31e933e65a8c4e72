/* emit/html_asset.h - the style and the script that stand in each HTML page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * They are files, emit/html/report.css and emit/html/report.js; the Makefile makes bytes of the
 * program of them.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Return (transfer none): the text of the file. */
const char *html_asset_style (void);
const char *html_asset_script (void);

/* Returns (transfer full): what a Content Security Policy calls the text by: "'sha256-...'". */
char *html_asset_hash (const char *text);

G_END_DECLS
