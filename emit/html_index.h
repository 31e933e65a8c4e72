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

/* Returns (transfer full): the page of that number, from 1, that lists the reports that were added,
 * from @next on, which gets the first that it has no room for. */
GString *html_index_page (const HtmlIndex *index, guint number, guint *next);

/* Returns (transfer full): the name of its file. */
char *html_index_name (guint number);

/* Returns (transfer full): the name of the file of a report's own page, or of a later part of it,
 * from 0. */
char *html_page_name (const Report *report, guint part);

G_END_DECLS
