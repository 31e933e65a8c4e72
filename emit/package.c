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

/* The page that is being written. */
typedef struct
{
  const Folder *folder;
  char *name;     /* owned; NULL before the first */
  Output *output; /* NULL if there is none */
} PageWriter;

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

static gboolean
write_pages (const Folder *folder, const GPtrArray *reports, const HtmlOptions *options,
             GError **error)
{
  PageWriter writer = { folder, NULL, NULL };
  gboolean ok = html_write (reports, options, write_piece, &writer, error);
  return end_page (&writer, ok ? error : NULL) && ok;
}

/* Where the rows of a table go. */
typedef struct
{
  Output *output;
  GString *line;
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
write_table (const Folder *folder, const Table *table, const GPtrArray *reports, gboolean guards,
             OutputSum *sum, GError **error)
{
  g_autofree char *name = table_file_name (table);
  g_autoptr (GString) line = g_string_new (NULL);
  RowWriter writer = { open_file (folder, name, error), line, guards };
  if (writer.output == NULL)
    return FALSE;

  table_append_header (table, line);
  output_write (writer.output, line->str, line->len);
  table_for_each_row (table, reports, write_row, &writer);
  return output_close (writer.output, sum, error);
}

static gboolean
write_tables (const Folder *folder, const GPtrArray *reports, gboolean guards, GError **error)
{
  OutputSum sums[N_TABLES] = { { 0 } };
  for (gsize i = 0; i < N_TABLES; i++)
    if (!write_table (folder, package_tables[i], reports, guards, &sums[i], error))
      return FALSE;

  g_autofree char *descriptor = descriptor_text (sums, guards);
  g_autofree char *validation = validation_text (reports);
  return write_text (folder, DESCRIPTOR_FILE, descriptor, error)
         && write_text (folder, VALIDATION_FILE, validation, error);
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

gboolean
package_write (const GPtrArray *reports, const char *folder, const PackageOptions *options,
               GError **error)
{
  g_autoptr (Folder) draft = folder_begin (folder, may_hold_file, descriptor_is_in, error);
  if (draft == NULL)
    return FALSE;
  HtmlOptions html = options->html;
  html.folder = folder;
  return write_tables (draft, reports, options->guard_formulas, error)
         && write_pages (draft, reports, &html, error) && folder_publish (draft, error);
}
