/* parse/months_column.h - what the headings of a table of months name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "parse/reader.h"
#include "parse/suit.h"

G_BEGIN_DECLS

/* A column of values. */
typedef struct
{
  int indicator;
  Component component;
  Suit suit;
} MonthsColumn;

/* Whether @row holds references, and little else. */
gboolean months_is_refs (const GridRow *row);

/**
 * months_columns_new:
 * @reader: what reads the document
 * @table: the table's number
 * @headings: (element-type GridRow): the rows above the first month; they become placed
 * @grid: where the table's first rows stand
 * @section: what the table stands under
 *
 * Adds an indicator for each name to the report.
 *
 * Returns: (transfer full): the columns of values, of #MonthsColumn, from left to right
 */
GArray *months_columns_new (const Reader *reader, int table, const GPtrArray *headings,
                            const Grid *grid, const char *section);

G_END_DECLS
