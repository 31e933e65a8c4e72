/* parse/months.h - tables with a month in each row and an indicator in each column.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "parse/label.h"
#include "parse/reader.h"

G_BEGIN_DECLS

/* Reads the label of a row: a period, or a name of benchmarks, in one of its first cells, behind at
 * most the name of a block of rows, or one of targets in the first that is filled.  The current
 * financial year counts as a year to date.  Returns: FALSE if the row has none. */
gboolean months_read_label (const Reader *reader, const GridRow *row, Label *label);

/* Returns: how many rows of @grid have a label. */
guint months_count_labels (const Reader *reader, const Grid *grid);

typedef struct _MonthsTable MonthsTable;

/**
 * months_table_new:
 * @reader: what reads the document
 * @number: the table's number
 * @headings: (element-type GridRow): the rows above the first month
 * @grid: where its first rows stand
 * @section: what the table stands under
 *
 * Finds the table's columns: references, names, names of groups, and how many columns each name
 * spans, as the cells in @grid show.  Adds an indicator for each name to the report.
 *
 * Returns: (transfer full): the table, to read grids with
 */
MonthsTable *months_table_new (const Reader *reader, int number, const GPtrArray *headings,
                               const Grid *grid, const char *section);
void months_table_free (MonthsTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MonthsTable, months_table_free)

/* Adds the rows of @grid from @first on.  A table may go on in several grids, which must live until
 * it is read. */
void months_table_add (const Reader *reader, MonthsTable *table, const Grid *grid, guint first);

/* Puts all rows under the columns and reads them into figures. */
void months_table_read (const Reader *reader, MonthsTable *table);

G_END_DECLS
