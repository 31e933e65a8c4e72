/* emit/table.h - the CSV files of a package: their columns, and which rows stand in them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "emit/column.h"

G_BEGIN_DECLS

typedef struct _Table Table;
struct _Table
{
  const char *name;  /* the file is NAME.csv */
  const char *about; /* what it holds, in one line */
  const Column *columns;
  guint n_columns;
  /* Returns: the report's item of that index, NULL behind the last. */
  gconstpointer (*item) (const Report *report, guint index);
  guint measures; /* of figures: COLUMN_BIT of the measures that stand in this table; else 0 */
  const char *primary_key[3]; /* names of columns that tell each row, NULL-terminated; none if a
                               * report may print two rows that only their places tell apart */
  /* The table whose primary key stands in each row of this one, under the same names; NULL if in
   * none.  One at most: some readers cannot check a column that stands in two keys. */
  const Table *links_to;
};

#define TABLE_COLUMNS(array) .columns = (array), .n_columns = G_N_ELEMENTS (array)

extern const Table reports_table, indicators_table, observations_table, statistics_table,
    benchmarks_table, targets_table, commentary_table, findings_table;

/* All tables of a package, in the order in which it lists them. */
#define N_TABLES 8
extern const Table *const package_tables[N_TABLES];

/* Returns (transfer full): "NAME.csv". */
char *table_file_name (const Table *table);

typedef void (*RowFunc) (const Table *table, const Row *row, gpointer data);

/* Calls @visit for each row of @table that @report gives, in the order of the document; @number
 * holds that of the last row in the file, 0 before the first. */
void table_for_each_row (const Table *table, const Report *report, guint *number, RowFunc visit,
                         gpointer data);

/* Append the line of the columns' names, and that of a row's values, to CSV.  With @guards, text
 * columns are guarded as csv_append_field() says. */
void table_append_header (const Table *table, GString *csv);
void table_append_row (const Table *table, const Row *row, gboolean guards, GString *csv);

G_END_DECLS
