/* tests/golden/cells.h - what a report prints, cell by cell, by its truth file or by a package.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A cell's key is "LABEL MEASURE PERIOD COMPONENT", where LABEL is the indicator's reference (its
 * name, if it has none) and the how manyth of that reference it is: "EH4-QL#1 actual 2016-11
 * value".
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *value;     /* a number as CSV prints it, else its status: "(missing)" */
  char *direction; /* of an arrow; "" if there is none or it cannot be read */
} CellContent;

typedef struct
{
  GHashTable *figures; /* of char *, the key, to CellContent; both owned */
  GHashTable *texts;   /* of char *, "LABEL KIND", to GString; both owned */
} Cells;

/* Reads a truth file.  What a merged cell covers beyond its first place is left out. */
Cells *cells_of_truth (const char *path);

/* Reads a package that holds one report. */
Cells *cells_of_package (const char *folder);

void cells_free (Cells *cells);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Cells, cells_free)

/* Returns: whether @content bears a number. */
gboolean cell_content_is_number (const CellContent *content);

/* Returns: whether @found is what @truth says; a direction that the truth does not tell may be any.
 */
gboolean cell_content_fits (const CellContent *truth, const CellContent *found);

G_END_DECLS
