/* emit/validation.c - validation.json: the findings, for programs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/validation.h"

#include "emit/tally.h"
#include "model/json.h"

static void
write_value (const Column *column, const char *cell, JsonText *json)
{
  if (cell[0] == '\0')
    json_text_string (json, NULL);
  else if (column->type == COLUMN_INTEGER)
    json_text_int (json, g_ascii_strtoll (cell, NULL, 10));
  else if (column->type == COLUMN_REAL)
    json_text_real (json, g_ascii_strtod (cell, NULL));
  else
    json_text_string (json, cell);
}

static void
write_members (const Table *table, const Row *row, JsonText *json)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  for (guint i = 0; i < table->n_columns; i++)
    {
      const Column *column = &table->columns[i];
      g_string_truncate (cell, 0);
      column->print (column, row, cell);
      json_text_name (json, column->name);
      write_value (column, cell->str, json);
    }
}

static void
write_counts (const char *name, guint (*count) (const Report *report, Severity severity),
              const Report *report, JsonText *json)
{
  json_text_name (json, name);
  json_text_begin_object (json);
  for (int severity = 0; severity < severity_codes.n_codes; severity++)
    json_text_member_int (json, severity_codes.codes[severity],
                          count (report, (Severity) severity));
  json_text_end_object (json);
}

static void
write_report (const Table *table, const Row *row, gpointer data)
{
  JsonText *json = data;
  json_text_begin_object (json);
  write_members (table, row, json);
  write_counts ("findings", tally_findings, row->report, json);
  write_counts ("causes", tally_causes, row->report, json);
  json_text_end_object (json);
}

static void
write_finding (const Table *table, const Row *row, gpointer data)
{
  JsonText *json = data;
  json_text_begin_object (json);
  write_members (table, row, json);
  json_text_end_object (json);
}

static void
write_rows (const char *name, const Table *table, const GPtrArray *reports, RowFunc write,
            JsonText *json)
{
  json_text_name (json, name);
  json_text_begin_array (json);
  table_for_each_row (table, reports, write, json);
  json_text_end_array (json);
}

char *
validation_text (const GPtrArray *reports)
{
  g_autoptr (JsonText) json = json_text_new ();
  json_text_begin_object (json);
  json_text_member_string (json, "tool_version", RECOUNT_VERSION);
  write_rows ("reports", &reports_table, reports, write_report, json);
  write_rows ("findings", &findings_table, reports, write_finding, json);
  json_text_end_object (json);
  return json_text_finish (json, TRUE);
}
