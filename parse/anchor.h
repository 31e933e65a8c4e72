/* parse/anchor.h - the rows of a table, by lines that can be no other's.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "parse/gutter.h"

G_BEGIN_DECLS

/* A row, by the lines that cannot be another's. */
typedef struct
{
  guint line;        /* that its cells stand beside: the one with figures, or with the reference if
                        it has no figures */
  guint first, last; /* from which line to which figures and reference reach */
} Anchor;

/* Returns (transfer full) (element-type Anchor): the rows of the lines (of WordLine) from @first to
 * @end, in order and without a line in common. */
GArray *anchor_rows (const GArray *lines, guint first, guint end, const GArray *columns);

/* Returns: whether a line begins with a reference: `EH4-QL`, `REF 1`. */
gboolean anchor_has_ref (const WordLine *line);

/* Returns: the last line below @from that anchors a row of a table that goes to the page's end,
 * @from if none does. */
guint anchor_last (const GArray *lines, guint from);

/* Returns: whether a line has as many figures as a row of many columns. */
gboolean anchor_has_figures (const WordLine *line);

/* Returns: whether figures or a reference on the line can anchor a row of a table of many columns.
 */
gboolean anchor_is (const WordLine *line);

G_END_DECLS
