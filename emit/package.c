/* emit/package.c - writes the data package.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/package.h"

#include <string.h>

#include "emit/descriptor.h"
#include "emit/folder.h"
#include "emit/html.h"
#include "emit/output.h"
#include "emit/table.h"
#include "emit/validation.h"

/* The page that is being written. */
typedef struct
{
  const Folder *folder;
  char *name;     /* owned; NULL before the first */
  Output *output; /* NULL if there is none */
} PageWriter;

struct _Package
{
  char *name; /* of the folder, as the user named it */
  PackageOptions options;
  Folder *folder;
  Output *tables[N_TABLES];
  guint n_rows[N_TABLES];
  GString *line;
  Validation *validation;
  PageWriter page;
  Html *html;
};

static Output *
open_file (const Folder *folder, const char *name, GError **error)
{
  g_autofree char *path = folder_dup_path (folder, name);
  g_autofree char *shown = folder_dup_shown (folder, name);
  return output_open (path, shown, error);
}

static gboolean
write_bytes (const Folder *folder, const char *name, const char *bytes, gsize length,
             GError **error)
{
  Output *output = open_file (folder, name, error);
  if (output == NULL)
    return FALSE;

  output_write (output, bytes, length);
  return output_close (output, NULL, error);
}

static gboolean
write_text (const Folder *folder, const char *name, const char *text, GError **error)
{
  return write_bytes (folder, name, text, strlen (text), error);
}

/* Ends the page that is being written, if there is one. */
static gboolean
end_page (PageWriter *writer, GError **error)
{
  Output *output = g_steal_pointer (&writer->output);
  g_clear_pointer (&writer->name, g_free);
  return output == NULL || output_close (output, NULL, error);
}

/* A HtmlSink. */
static gboolean
write_piece (const char *name, const GString *html, gpointer data, GError **error)
{
  PageWriter *writer = data;
  if (g_strcmp0 (writer->name, name) != 0)
    {
      if (!end_page (writer, error))
        return FALSE;
      writer->name = g_strdup (name);
      writer->output = open_file (writer->folder, name, error);
    }
  if (writer->output == NULL)
    return FALSE;
  output_write (writer->output, html->str, html->len);
  return TRUE;
}

/* A FolderFile. */
static gboolean
may_hold_file (const char *name)
{
  for (gsize i = 0; i < N_TABLES; i++)
    {
      g_autofree char *table = table_file_name (package_tables[i]);
      if (g_str_equal (name, table))
        return TRUE;
    }
  return g_str_equal (name, DESCRIPTOR_FILE) || g_str_equal (name, VALIDATION_FILE)
         || html_is_file (name);
}

/* ---- tables ---- */

/* Where the rows of a table go. */
typedef struct
{
  Output *output;
  GString *line; /* borrowed, as the output */
  gboolean guards;
} RowWriter;

static void
write_row (const Table *table, const Row *row, gpointer data)
{
  RowWriter *writer = data;
  g_string_truncate (writer->line, 0);
  table_append_row (table, row, writer->guards, writer->line);
  output_write (writer->output, writer->line->str, writer->line->len);
}

static gboolean
open_tables (Package *package, GError **error)
{
  for (gsize i = 0; i < N_TABLES; i++)
    {
      g_autofree char *name = table_file_name (package_tables[i]);
      Output *output = package->tables[i] = open_file (package->folder, name, error);
      if (output == NULL)
        return FALSE;
      g_string_truncate (package->line, 0);
      table_append_header (package_tables[i], package->line);
      output_write (output, package->line->str, package->line->len);
    }
  return TRUE;
}

static gboolean
close_tables (Package *package, OutputSum *sums, GError **error)
{
  for (gsize i = 0; i < N_TABLES; i++)
    if (!output_close (g_steal_pointer (&package->tables[i]), &sums[i], error))
      return FALSE;
  return TRUE;
}

/* ---- all of it ---- */

Package *
package_begin (const char *folder, guint n_reports, const PackageOptions *options, GError **error)
{
  g_autoptr (Package) package = g_new0 (Package, 1);
  package->name = g_strdup (folder);
  package->options = *options;
  package->options.html.folder = package->name;
  package->line = g_string_new (NULL);
  package->folder = folder_begin (folder, may_hold_file, descriptor_is_in, error);
  if (package->folder == NULL || !open_tables (package, error)
      || (package->validation = validation_new (error)) == NULL)
    return NULL;
  package->page.folder = package->folder;
  package->html = html_new (n_reports, &package->options.html, write_piece, &package->page);
  return g_steal_pointer (&package);
}

void
package_free (Package *package)
{
  if (package == NULL)
    return;

  for (gsize i = 0; i < N_TABLES; i++)
    if (package->tables[i] != NULL)
      output_close (package->tables[i], NULL, NULL);
  end_page (&package->page, NULL);
  html_free (package->html);
  validation_free (package->validation);
  folder_free (package->folder);
  g_string_free (package->line, TRUE);
  g_free (package->name);
  g_free (package);
}

gboolean
package_add (Package *package, const Report *report, GError **error)
{
  for (gsize i = 0; i < N_TABLES; i++)
    {
      RowWriter writer = { package->tables[i], package->line, package->options.guard_formulas };
      table_for_each_row (package_tables[i], report, &package->n_rows[i], write_row, &writer);
    }
  validation_add (package->validation, report);
  return html_add (package->html, report, error);
}

static gboolean
write_validation (Package *package, GError **error)
{
  Output *output = open_file (package->folder, VALIDATION_FILE, error);
  if (output == NULL)
    return FALSE;
  gboolean is_written = validation_write (package->validation, output, error);
  return output_close (output, NULL, is_written ? error : NULL) && is_written;
}

gboolean
package_finish (Package *package, GError **error)
{
  OutputSum sums[N_TABLES] = { { 0 } };
  if (!close_tables (package, sums, error))
    return FALSE;
  g_autofree char *descriptor = descriptor_text (sums, package->options.guard_formulas);
  return write_text (package->folder, DESCRIPTOR_FILE, descriptor, error)
         && write_validation (package, error) && html_finish (package->html, error)
         && end_page (&package->page, error) && folder_publish (package->folder, error);
}

gboolean
package_write (const GPtrArray *reports, const char *folder, const PackageOptions *options,
               GError **error)
{
  g_autoptr (Package) package = package_begin (folder, reports->len, options, error);
  if (package == NULL)
    return FALSE;
  for (guint i = 0; i < reports->len; i++)
    if (!package_add (package, g_ptr_array_index (reports, i), error))
      return FALSE;
  return package_finish (package, error);
}
