/* emit/table.c - the CSV files of a package: their columns, and which rows stand in them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/table.h"

#include "emit/csv.h"

const Table *const package_tables[N_TABLES] = {
  &reports_table,    &indicators_table, &observations_table, &statistics_table,
  &benchmarks_table, &targets_table,    &commentary_table,   &findings_table,
};

char *
table_file_name (const Table *table)
{
  return g_strconcat (table->name, ".csv", NULL);
}

static gboolean
stands_in (const Table *table, gconstpointer item)
{
  return table->measures == 0
         || (table->measures & COLUMN_BIT (((const Figure *) item)->measure)) != 0;
}

void
table_for_each_row (const Table *table, const Report *report, guint *number, RowFunc visit,
                    gpointer data)
{
  Row row = { .report = report };
  for (; (row.item = table->item (report, row.index)) != NULL; row.index++)
    {
      if (!stands_in (table, row.item))
        continue;
      row.number = ++*number;
      visit (table, &row, data);
    }
}

void
table_append_header (const Table *table, GString *csv)
{
  for (guint i = 0; i < table->n_columns; i++)
    csv_append_field (csv, table->columns[i].name, FALSE);
  csv_end_row (csv);
}

void
table_append_row (const Table *table, const Row *row, gboolean guards, GString *csv)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  for (guint i = 0; i < table->n_columns; i++)
    {
      const Column *column = &table->columns[i];
      g_string_truncate (cell, 0);
      column->print (column, row, cell);
      csv_append_field (csv, cell->str, guards && column->type == COLUMN_TEXT);
    }
  csv_end_row (csv);
}
