/* parse/layout_body.h - rows of a table by alignment that no headings stand above.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table that goes on over a page may leave its headings behind.
 */
#pragma once

#include "parse/layout.h"

G_BEGIN_DECLS

/* As layout_find(), for three rows or more between @from and @end that have a name and figures. */
gboolean layout_body_find (const Page *page, const GArray *lines, guint from, guint end,
                           LayoutTable *table);

G_END_DECLS
