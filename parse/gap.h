/* parse/gap.h - the gaps that the lines of a table leave between its columns.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "parse/gutter.h"

G_BEGIN_DECLS

typedef struct
{
  Span span;
  gboolean is_border; /* narrower than a word's blank, with words flush on both sides */
} Gap;

/* Returns (transfer full) (element-type Gap): the gaps right of @x0 that part columns on the lines
 * (of WordLine) from @first to @end, from left to right. */
GArray *gap_list (const GArray *lines, guint first, guint end, double x0);

G_END_DECLS
