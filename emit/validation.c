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

/* What each rule was held against, and what it found; where it was held against nothing, what it
 * needs. */
static void
write_checks (const Report *report, JsonText *json)
{
  json_text_name (json, "checks");
  json_text_begin_array (json);
  for (guint i = 0; i < report->coverage->len; i++)
    {
      const Coverage *coverage = report_coverage (report, i);
      guint n_findings = 0;
      for (guint k = 0; k < report->findings->len; k++)
        n_findings += g_str_equal (report_finding (report, k)->rule, coverage->rule);
      json_text_begin_object (json);
      json_text_member_string (json, "rule", coverage->rule);
      json_text_name (json, "checked");
      if (coverage->n_checked >= 0)
        json_text_int (json, coverage->n_checked);
      else
        json_text_string (json, NULL);
      json_text_member_int (json, "findings", n_findings);
      json_text_member_string (json, "needs", coverage->needs[0] != '\0' ? coverage->needs : NULL);
      json_text_end_object (json);
    }
  json_text_end_array (json);
}

static void
write_report (const Table *table, const Row *row, gpointer data)
{
  JsonText *json = data;
  json_text_begin_object (json);
  write_members (table, row, json);
  write_counts ("findings", tally_findings, row->report, json);
  write_counts ("causes", tally_causes, row->report, json);
  write_checks (row->report, json);
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

/* Whether a finding is of a cause: its own, or one of its group. */
static gboolean
is_of_cause (const Cause *cause, const Finding *finding)
{
  return finding == cause->finding
         || (finding->group[0] != '\0' && g_str_equal (finding->group, cause->finding->group));
}

static void
write_cause (const Cause *cause, guint n_before, JsonText *json)
{
  g_autofree char *id = report_dup_id (cause->report);
  json_text_begin_object (json);
  json_text_member_string (json, "report_id", id);
  json_text_member_string (json, "severity", severity_code (cause->finding->severity));
  json_text_member_string (json, "rule", cause->finding->rule);
  json_text_member_string (json, "group",
                           cause->finding->group[0] != '\0' ? cause->finding->group : NULL);
  json_text_member_string (json, "suggestion",
                           cause->finding->suggestion[0] != '\0' ? cause->finding->suggestion
                                                                 : NULL);
  json_text_name (json, "findings");
  json_text_begin_array (json);
  for (guint i = 0; i < cause->report->findings->len; i++)
    if (is_of_cause (cause, report_finding (cause->report, i)))
      json_text_int (json, n_before + i + 1);
  json_text_end_array (json);
  json_text_end_object (json);
}

/* The causes, worst first, each with the numbers of its findings. */
static void
write_causes (const GPtrArray *reports, JsonText *json)
{
  json_text_name (json, "causes");
  json_text_begin_array (json);
  for (int severity = 0; severity < severity_codes.n_codes; severity++)
    for (guint r = 0, n_before = 0; r < reports->len; r++)
      {
        const Report *report = g_ptr_array_index (reports, r);
        g_autoptr (GArray) causes = g_array_new (FALSE, FALSE, sizeof (Cause));
        tally_append_causes (causes, report, (Severity) severity);
        for (guint i = 0; i < causes->len; i++)
          write_cause (&g_array_index (causes, Cause, i), n_before, json);
        n_before += report->findings->len;
      }
  json_text_end_array (json);
}

char *
validation_text (const GPtrArray *reports)
{
  g_autoptr (JsonText) json = json_text_new ();
  json_text_begin_object (json);
  json_text_member_string (json, "tool_version", RECOUNT_VERSION);
  write_rows ("reports", &reports_table, reports, write_report, json);
  write_causes (reports, json);
  write_rows ("findings", &findings_table, reports, write_finding, json);
  json_text_end_object (json);
  return json_text_finish (json, TRUE);
}
