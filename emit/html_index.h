/* emit/html_index.h - the page that lists the reports of a package.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/report.h"

G_BEGIN_DECLS

/* Returns (transfer full): the page of @reports (of Report), each with its grade and a link. */
GString *html_index_page (const GPtrArray *reports);

/* Returns (transfer full): the name of the file of a report's own page. */
char *html_page_name (const Report *report);

G_END_DECLS
