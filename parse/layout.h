/* parse/layout.h - tables that stand on a page by alignment alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In: the lines of a page whose words no separator tells apart.  Out: the grid of the table that a
 * line of headings begins, its columns found by the gutters that run through it.
 */
#pragma once

#include "parse/grid.h"
#include "parse/heading.h"
#include "parse/segment.h"

G_BEGIN_DECLS

/* The lines that a table takes up. */
typedef struct
{
  guint first, end;
  Grid *grid; /* owned by the caller */
} LayoutTable;

/**
 * layout_find:
 * @words: what headings are read with
 * @page: the page, for its number and its rules
 * @lines: (element-type WordLine): the page's lines from top to bottom
 * @from: the first line to look at
 * @table: (out caller-allocates): the table
 *
 * Returns: whether there is a table at or below @from
 */
gboolean layout_find (const HeadingWords *words, const Page *page, const GArray *lines, guint from,
                      LayoutTable *table);

G_END_DECLS
