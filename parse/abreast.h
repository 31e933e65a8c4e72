/* parse/abreast.h - parts of a page that stand side by side, each with tables of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "parse/table.h"

G_BEGIN_DECLS

/* A part of a page that is set in two columns. */
typedef struct
{
  double x;      /* what stands left of it is read first */
  double y0, y1; /* from the top of the part to its end */
} Abreast;

/* Finds two of @tables (of Table) that stand side by side, and how far up and down the page neither
 * a table nor a line of @words (of Word, all of them outside the tables) goes from the one to the
 * other: titles, notes and further tables that stand above and below either belong to it.  Returns:
 * whether there are any; @part gets where. */
gboolean abreast_find (const GPtrArray *tables, const GArray *words, Abreast *part);

G_END_DECLS
