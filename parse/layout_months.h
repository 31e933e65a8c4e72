/* parse/layout_months.h - tables of months that stand on a page by alignment alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "parse/layout.h"

G_BEGIN_DECLS

/* As layout_find(), for a table with a month in each row below each other: the first at or below
 * @from. */
gboolean layout_months_find (const HeadingWords *words, int page, const GArray *lines, guint from,
                             LayoutTable *table);

G_END_DECLS
