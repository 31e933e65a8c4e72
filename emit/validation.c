/* emit/validation.c - validation.json: the findings, for programs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/validation.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "emit/tally.h"
#include "model/json.h"

/* The parts of the lists, in the order of the document: causes stand by severity, the worst first.
 */
enum
{
  PART_REPORTS,
  PART_CAUSES,
  PART_FINDINGS = PART_CAUSES + SEVERITY_NOTE + 1,
  N_PARTS
};

#define ELEMENT_DEPTH 2 /* brackets that an element of a list stands in */

struct _Validation
{
  FILE *parts[N_PARTS]; /* temporary: elements, each behind a line break and with a comma */
  guint numbers[2];     /* of the rows of reports and of findings */
  guint n_findings;     /* of the reports before */
  JsonText *json;       /* an element */
  GString *text;
};

Validation *
validation_new (GError **error)
{
  g_autoptr (Validation) validation = g_new0 (Validation, 1);
  validation->json = json_text_new ();
  validation->text = g_string_new (NULL);
  for (gsize i = 0; i < N_PARTS; i++)
    if ((validation->parts[i] = tmpfile ()) == NULL)
      {
        recount_fail (error, RECOUNT_ERROR_OUTPUT, NULL, "no temporary file can be made: %s",
                      g_strerror (errno));
        return NULL;
      }
  return g_steal_pointer (&validation);
}

void
validation_free (Validation *validation)
{
  if (validation == NULL)
    return;

  for (gsize i = 0; i < N_PARTS; i++)
    if (validation->parts[i] != NULL)
      fclose (validation->parts[i]);
  json_text_free (validation->json);
  g_string_free (validation->text, TRUE);
  g_free (validation);
}

/* Keeps the element that is finished. */
static void
keep_element (Validation *validation, gsize part)
{
  g_string_assign (validation->text, ",\n    ");
  json_text_append_pretty (validation->json, ELEMENT_DEPTH, validation->text);
  fwrite (validation->text->str, 1, validation->text->len, validation->parts[part]);
}

/* ---- elements ---- */

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
  Validation *validation = data;
  JsonText *json = validation->json;
  json_text_begin_object (json);
  write_members (table, row, json);
  write_counts ("findings", tally_findings, row->report, json);
  write_counts ("causes", tally_causes, row->report, json);
  write_checks (row->report, json);
  json_text_end_object (json);
  keep_element (validation, PART_REPORTS);
}

static void
write_finding (const Table *table, const Row *row, gpointer data)
{
  Validation *validation = data;
  json_text_begin_object (validation->json);
  write_members (table, row, validation->json);
  json_text_end_object (validation->json);
  keep_element (validation, PART_FINDINGS);
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

/* The causes, each with the numbers of its findings. */
static void
write_causes (Validation *validation, const Report *report)
{
  for (int severity = 0; severity < severity_codes.n_codes; severity++)
    {
      g_autoptr (GArray) causes = g_array_new (FALSE, FALSE, sizeof (Cause));
      tally_append_causes (causes, report, (Severity) severity);
      for (guint i = 0; i < causes->len; i++)
        {
          write_cause (&g_array_index (causes, Cause, i), validation->n_findings, validation->json);
          keep_element (validation, PART_CAUSES + (gsize) severity);
        }
    }
}

void
validation_add (Validation *validation, const Report *report)
{
  table_for_each_row (&reports_table, report, &validation->numbers[0], write_report, validation);
  table_for_each_row (&findings_table, report, &validation->numbers[1], write_finding, validation);
  write_causes (validation, report);
  validation->n_findings += report->findings->len;
}

/* ---- the document ---- */

static void
write_text (Output *output, const char *text)
{
  output_write (output, text, strlen (text));
}

/* Writes the elements of a part; the first of a list has no comma. */
static gboolean
copy_part (FILE *part, Output *output, gboolean *is_first, GError **error)
{
  char buffer[BUFSIZ];
  rewind (part);
  for (gsize n = 1; n > 0 && !ferror (part);)
    {
      n = fread (buffer, 1, sizeof buffer, part);
      gsize comma = n > 0 && *is_first;
      output_write (output, buffer + comma, n - comma);
      *is_first = *is_first && n == 0;
    }
  return !ferror (part)
         || recount_fail (error, RECOUNT_ERROR_OUTPUT, NULL, "a temporary file: %s",
                          g_strerror (errno));
}

static gboolean
write_list (Validation *validation, const char *name, gsize first_part, gsize end_part,
            Output *output, GError **error)
{
  gboolean is_empty = TRUE;
  g_autofree char *head = g_strdup_printf (",\n  \"%s\": [", name);
  write_text (output, head);
  for (gsize i = first_part; i < end_part; i++)
    if (!copy_part (validation->parts[i], output, &is_empty, error))
      return FALSE;
  write_text (output, is_empty ? "]" : "\n  ]");
  return TRUE;
}

gboolean
validation_write (Validation *validation, Output *output, GError **error)
{
  write_text (output, "{\n  \"tool_version\": \"" RECOUNT_VERSION "\"");
  if (!write_list (validation, "reports", PART_REPORTS, PART_CAUSES, output, error)
      || !write_list (validation, "causes", PART_CAUSES, PART_FINDINGS, output, error)
      || !write_list (validation, "findings", PART_FINDINGS, N_PARTS, output, error))
    return FALSE;
  write_text (output, "\n}\n");
  return TRUE;
}
