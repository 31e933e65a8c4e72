/* emit/html_part.h - how a report that is too long for one page is cut into several.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each part is about some indicators that follow each other: their rows, their texts and what was
 * found about them stand on one page, so that links and decisions stay on it.
 */
#pragma once

#include "model/report.h"

G_BEGIN_DECLS

typedef struct
{
  guint first, end; /* the indicators; what is about none of them is of the first part */
} HtmlPart;

/* Returns (transfer full) (element-type HtmlPart): the parts of @report, one at least. */
GArray *html_parts_of (const Report *report);

/* Returns: whether @part is about that indicator, which may be NO_INDICATOR. */
gboolean html_part_has (const HtmlPart *part, int indicator);

/* Returns: the index of the part that is about it. */
guint html_parts_find (const GArray *parts, int indicator);

G_END_DECLS
