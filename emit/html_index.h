/* emit/html_index.h - the page that lists the reports of a package.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/report.h"

G_BEGIN_DECLS

/* The page as it grows, report by report: each has a row with its grade and a link. */
typedef struct _HtmlIndex HtmlIndex;

HtmlIndex *html_index_new (void);
void html_index_free (HtmlIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtmlIndex, html_index_free)

void html_index_add (HtmlIndex *index, const Report *report);

/* Returns (transfer full): the page of all reports that were added. */
GString *html_index_page (const HtmlIndex *index);

/* Returns (transfer full): the name of the file of a report's own page. */
char *html_page_name (const Report *report);

G_END_DECLS
