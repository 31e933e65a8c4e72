/* emit/html_index.h - the page that lists the reports of a package.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/report.h"

G_BEGIN_DECLS

/* Returns (transfer full): the page of that number, from 1, that lists @reports (of Report), each
 * with its grade and a link, from @next on, which gets the first that it has no room for. */
GString *html_index_page (const GPtrArray *reports, guint number, guint *next);

/* Returns (transfer full): the name of its file. */
char *html_index_name (guint number);

/* Returns (transfer full): the name of the file of a report's own page, or of a later part of it,
 * from 0. */
char *html_page_name (const Report *report, guint part);

G_END_DECLS
