/* cli/tables.c - `recount tables`: each table of the inputs as CSV, or all as JSON.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/tables.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "cli/command.h"
#include "cli/table_text.h"
#include "extract/extract.h"
#include "model/shelf.h"

#define TABLES_AT_ONCE 64 /* whose text takes memory while they are printed */

typedef struct
{
  char *folder; /* owned; NULL for standard output */
  gboolean is_json;
  int n_jobs;
  ExtractLimits limits;
  guint n_inputs;
  guint n_failed;
  guint n_printed; /* tables on standard output so far */
  JsonText *json;  /* owned */
} TablesRun;

static void
tables_run_clear (TablesRun *run)
{
  g_free (run->folder);
  g_clear_pointer (&run->json, json_text_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TablesRun, tables_run_clear)

/* Returns (transfer full): what the files of an input's tables are named after. */
static char *
name_of (const char *path)
{
  char *name = g_path_get_basename (path);
  char *suffix = strrchr (name, '.');
  if (suffix != NULL && suffix > name)
    *suffix = '\0';
  return name;
}

/* Whether the files of each input have names of their own. */
static gboolean
check_names (int n_inputs, char **inputs, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (int i = 0; i < n_inputs; i++)
    {
      char *name = name_of (inputs[i]);
      if (!g_hash_table_add (seen, name))
        return recount_fail (error, RECOUNT_ERROR_USAGE, NULL,
                             "tables: '%s' and an input before it would write the same files",
                             inputs[i]);
    }
  return TRUE;
}

static gboolean
read_options (int *argc, char ***argv, TablesRun *run, GError **error)
{
  GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &run->folder,
      "The folder to write NAME-pPAGE-tN.csv to for each table; made if it is not there", "DIR" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &run->is_json,
      "Print all tables as JSON, with their places and the cells that span several", NULL },
    { "jobs", 0, 0, G_OPTION_ARG_INT, &run->n_jobs, JOBS_SUMMARY, "N" },
    G_OPTION_ENTRY_NULL,
  };
  if (!command_options (argc, argv, entries, "FILE...",
                        "Finds the tables of PDFs and prints them as CSV, a blank line between.",
                        &run->limits, error)
      || !command_jobs (&run->n_jobs, error))
    return FALSE;
  run->limits.n_threads = &run->n_jobs;
  run->n_inputs = (guint) *argc - 1;
  if (run->n_inputs == 0)
    return recount_fail (error, RECOUNT_ERROR_USAGE, NULL, "tables: no input is named");
  if (run->is_json && run->folder != NULL)
    return recount_fail (error, RECOUNT_ERROR_USAGE, NULL,
                         "tables: --json prints all tables: leave out -o");
  return run->folder == NULL || check_names (*argc - 1, *argv + 1, error);
}

/* ---- output ---- */

/* A table that was found. */
typedef struct
{
  int page;
  const char *csv; /* borrowed from the input's shelf */
} TableFile;

static void
add_table (GArray *files, Shelf *texts, const Table *table)
{
  g_autofree char *csv = table_text_csv (table);
  const TableFile file = { table->page, shelf_add_text (texts, csv, strlen (csv)) };
  g_array_append_val (files, file);
}

/* What is printed of an input once all of it is read. */
typedef struct
{
  gboolean is_json;
  GArray *files;  /* of TableFile; of JSON none */
  Shelf *texts;   /* owned; what they hold */
  JsonText *json; /* owned */
} TablesInput;

static void
tables_input_clear (TablesInput *input)
{
  g_array_unref (input->files);
  shelf_free (input->texts);
  json_text_free (input->json);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TablesInput, tables_input_clear)

/* Returns (transfer none): a table; those that were looked at some while ago take no memory. */
static const TableFile *
file_at (const TablesInput *input, guint i)
{
  if (i % TABLES_AT_ONCE == 0)
    shelf_rest (input->texts);
  return &g_array_index (input->files, TableFile, i);
}

static gboolean
write_file (const TablesRun *run, const char *name, const char *csv, GError **error)
{
  g_autofree char *path = g_build_filename (run->folder, name, NULL);
  g_autoptr (GError) reason = NULL;
  if (g_file_set_contents_full (path, csv, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0666, &reason))
    return TRUE;
  Where where = WHERE_FILE (path);
  return recount_fail (error, RECOUNT_ERROR_OUTPUT, &where, "%s", reason->message);
}

/* Writes the tables of an input; those of a page are numbered from 1. */
static gboolean
write_files (const TablesRun *run, const char *path, const TablesInput *input, GError **error)
{
  g_autofree char *name = name_of (path);
  int page = 0;
  guint number = 0;
  for (guint i = 0; i < input->files->len; i++)
    {
      const TableFile *table = file_at (input, i);
      number = table->page == page ? number + 1 : 1;
      page = table->page;
      g_autofree char *file = g_strdup_printf ("%s-p%d-t%u.csv", name, page, number);
      if (!write_file (run, file, table->csv, error))
        return FALSE;
    }
  return TRUE;
}

static void
print_tables (TablesRun *run, const TablesInput *input)
{
  for (guint i = 0; i < input->files->len; i++)
    printf ("%s%s", run->n_printed++ > 0 ? "\n" : "", file_at (input, i)->csv);
}

/* ---- inputs ---- */

/* Takes the tables of a page as text; the page is not needed any more then. */
static void
take_page (Page *source, gpointer data)
{
  TablesInput *input = data;
  g_autoptr (Page) page = source;
  g_autoptr (GPtrArray) tables = tables_find (page);
  for (guint i = 0; i < tables->len; i++)
    if (input->is_json)
      table_text_json (input->json, g_ptr_array_index (tables, i));
    else
      add_table (input->files, input->texts, g_ptr_array_index (tables, i));
}

static Document *
find_tables (const char *path, const ExtractLimits *limits, TablesInput *input, GError **error)
{
  json_text_begin_object (input->json);
  json_text_member_string (input->json, "file", path);
  json_text_name (input->json, "tables");
  json_text_begin_array (input->json);
  Document *document = extract_pages (path, limits, take_page, input, error);
  json_text_end_array (input->json);
  json_text_end_object (input->json);
  return document;
}

/* Hands on an input's tables, or says why there are none; FALSE if they cannot be written. */
static gboolean
read_input (TablesRun *run, const char *path, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_auto (TablesInput) input = { run->is_json, g_array_new (FALSE, FALSE, sizeof (TableFile)),
                                 shelf_new (), json_text_new () };
  g_autoptr (Document) document = find_tables (path, &run->limits, &input, &reason);
  if (document == NULL)
    {
      run->n_failed++;
      fprintf (stderr, "recount: %s\n", reason->message);
      return TRUE;
    }
  const char *flaw = document_flaw (document);
  if (flaw != NULL)
    fprintf (stderr, "recount: %s: %s\n", path, flaw);
  if (run->folder != NULL)
    return write_files (run, path, &input, error);
  if (run->is_json)
    json_text_document (run->json, input.json);
  else
    print_tables (run, &input);
  return TRUE;
}

static gboolean
make_folder (const TablesRun *run, GError **error)
{
  Where where = WHERE_FILE (run->folder);
  if (run->folder == NULL || g_mkdir (run->folder, 0777) == 0 || errno == EEXIST)
    return TRUE;
  return recount_fail (error, RECOUNT_ERROR_OUTPUT, &where, "%s", g_strerror (errno));
}

static gboolean
read_inputs (TablesRun *run, char **inputs, GError **error)
{
  if (run->n_inputs > 1)
    json_text_begin_array (run->json);
  for (guint i = 0; i < run->n_inputs; i++)
    if (!read_input (run, inputs[i], error))
      return FALSE;
  if (run->n_inputs > 1)
    json_text_end_array (run->json);
  if (run->is_json && (run->n_inputs > 1 || run->n_failed == 0))
    {
      g_autofree char *text = json_text_finish (run->json, TRUE);
      fputs (text, stdout);
    }
  return TRUE;
}

int
command_tables (int argc, char **argv, GError **error)
{
  g_auto (TablesRun) run = { .limits = extract_default_limits (), .json = json_text_new () };
  if (!read_options (&argc, &argv, &run, error))
    return EXIT_USAGE;
  if (!make_folder (&run, error) || !read_inputs (&run, argv + 1, error))
    return EXIT_ALL_FAILED;
  return run.n_failed == 0             ? EXIT_DONE
         : run.n_failed < run.n_inputs ? EXIT_SOME_FAILED
                                       : EXIT_ALL_FAILED;
}
