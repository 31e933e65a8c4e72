/* parse/flat_name.h - which indicator each row of flattened text is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/catalogue.h"

G_BEGIN_DECLS

/* A row, found by the run of months on one of its lines. */
typedef struct
{
  guint line; /* of the months, an index into the lines of the document */
  gboolean is_percent;
  const CatalogueEntry *entry; /* (out): which indicator it is; NULL if none is likely */
  const char *name;            /* (out): the entry's name or alias that the lines print */
} FlatRow;

/* Finds the indicator of each row (of FlatRow, in document order): of all names of @catalogue the
 * one that the beginnings of the lines around the row's print, the surest rows first, each
 * indicator once.  @lines (element-type FlatLine) is the document. */
void flat_name_rows (GArray *rows, const GPtrArray *lines, const Catalogue *catalogue);

/* Returns: where in @name, whose words are folded, the folded @word stands, cut off or damaged, at
 * @next or a few words on; -1 if it does not. */
int flat_name_find (const char *const *name, guint next, const char *word);

G_END_DECLS
