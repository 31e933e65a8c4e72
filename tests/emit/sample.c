/* tests/emit/sample.c - a small report with one of everything, and what becomes of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/emit/sample.h"

#include <criterion/criterion.h>
#include <glib/gstdio.h>

Report *
sample_new (void)
{
  char path[] = "harnley.txt", sha256[] = SAMPLE_SHA256;
  const Source source = { path, sha256 };
  Report *report = report_new (&source);
  report_set_text (&report->authority, "Harnley Borough Council");
  report_set_text (&report->authority_code, "E07000999");
  report->period = period_month (2016, 11);
  report->n_pages = 2;
  report->n_tables = 1;

  Indicator *indicator = report_add_indicator (report);
  report_set_text (&indicator->ref, "A1");
  report_set_text (&indicator->name, "Contacts, all");
  indicator->unit = UNIT_COUNT;
  indicator->table = 1;
  indicator->page = 1;
  return report;
}

Figure *
sample_add_figure (Report *report, Measure measure, Period period, const char *digits)
{
  Figure *figure = report_add_figure (report);
  figure->indicator = 0;
  figure->measure = measure;
  figure->period = period;
  figure->unit = UNIT_COUNT;
  report_set_text (&figure->raw, digits);
  figure->has_value = digits != NULL;
  if (figure->has_value)
    cr_assert (decimal_parse (digits, &figure->value));
  return figure;
}

Finding *
sample_add_finding (Report *report, Severity severity, const char *group, const char *message)
{
  Finding *finding = report_add_finding (report, "ratio", severity);
  finding->indicator = 0;
  finding->measure = MEASURE_ACTUAL;
  finding->period = period_month (2016, 11);
  report_set_text (&finding->group, group);
  report_set_text (&finding->message, message);
  return finding;
}

GPtrArray *
sample_list (Report *report)
{
  GPtrArray *reports = g_ptr_array_new ();
  g_ptr_array_add (reports, report);
  return reports;
}

typedef struct
{
  GString *text;
  gboolean guards;
} Rows;

static void
append_row (const Table *table, const Row *row, gpointer data)
{
  Rows *rows = data;
  table_append_row (table, row, rows->guards, rows->text);
}

char *
sample_rows (const Table *table, Report *report, gboolean guards)
{
  Rows rows = { g_string_new (NULL), guards };
  guint n_rows = 0;
  table_for_each_row (table, report, &n_rows, append_row, &rows);
  return g_string_free (rows.text, FALSE);
}

char *
sample_make_folder (void)
{
  char *path = g_dir_make_tmp ("recount-test-XXXXXX", NULL);
  cr_assert_not_null (path);
  return path;
}

void
sample_remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name = NULL;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);
      sample_remove_folder (inside);
    }
  g_remove (path);
}

int
sample_count_entries (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  int n_entries = 0;
  while (g_dir_read_name (dir) != NULL)
    n_entries++;
  return n_entries;
}
