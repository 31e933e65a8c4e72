/* parse/picture.h - charts and other pictures whose rules look like those of a table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "parse/region.h"

G_BEGIN_DECLS

/* Returns: whether what is drawn in the region is a picture: rules cut words, or labels stand at
 * the ends of rules, as at the axes of a chart. */
gboolean picture_is (const Region *region);

/* Returns (transfer full) (element-type Box): where the page has charts, their labels included:
 * rules or marks of one length below each other that have labels at their ends. */
GArray *picture_boxes (const Page *page);

G_END_DECLS
