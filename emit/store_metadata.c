/* emit/store_metadata.c - what Datasette shows beside the tables of a store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Units stand in the descriptions, not under Datasette's `units`: those are of one unit a column,
 * and a figure's is in its row.
 */
#include "emit/store_metadata.h"

#include <string.h>

#define BEGINNING "# Written by Recount beside its store, for `datasette -m metadata.yaml`.\n"

/* A database's part of the file begins with its name in quotes; all else in it is further in. */
#define BLOCK_BLANKS "  "
#define BLOCK_START "\n" BLOCK_BLANKS "\""

/* Appends @text as YAML quotes it. */
static void
append_quoted (GString *yaml, const char *text)
{
  g_string_append_c (yaml, '"');
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      if (character == '"' || character == '\\')
        g_string_append_c (yaml, '\\');
      g_string_append_unichar (yaml, g_unichar_isprint (character) ? character : ' ');
    }
  g_string_append_c (yaml, '"');
}

/* Appends "KEY: "TEXT"" with that many blanks in front. */
static void
append_text (GString *yaml, int indent, const char *key, const char *text)
{
  g_string_append_printf (yaml, "%*s%s: ", indent, "", key);
  append_quoted (yaml, text);
  g_string_append_c (yaml, '\n');
}

/* --- what columns mean --- */

/* Those that are no field of a report. */
static const struct
{
  const char *name, *about;
} own_columns[] = {
  { "reading_id", "The reading of a report: its key in reading and report" },
  { "indicator_no", "The indicator: its number in the report" },
  { "figure_no", "The figure: its number in the report" },
  { "finding_no", "The finding: its number in the report" },
  { "text_no", "The text: its number in the report" },
  { "unplaced_no", "The number without a cell: its number in the report" },
  { "coverage_no", "The rule: its number in the report" },
  { "number", "The value to compute with: binary floating point, which need not be exact" },
  { "valid_from", "The vintage that prints it: the first day that it was known on" },
  { "valid_to", "The vintage of the next report that prints it; empty for the latest" },
  { "earlier_value", "The value that the report before printed" },
  { "earlier_number", "The same to compute with" },
  { "earlier_scale", "How many of its digits are decimals" },
  { "earlier_report_id", "The report before" },
  { "difference", "By how much the value is more than the earlier one" },
  { "setting_id", "How it was read: the key in setting" },
  { "options", "The options that change what is read" },
  { "options_hash", "The SHA-256 of the options" },
  { "knowledge_hash", "The SHA-256 of lexicon, catalogue and families" },
  { "run_id", "The run that read it: the key in run" },
  { "started_at", "When the run began, UTC" },
  { "state", "done, or failed if it could not be read" },
  { "reason", "Why it could not be read" },
  { "is_retryable", "1 if that may pass" },
  { "attempts", "How often it was tried" },
  { "is_current", "1 if its rows count: no later reading took their place" },
  { "is_settled", "1 once it was compared with the other reports of its publisher" },
};

typedef struct
{
  const char *column;
  char *about; /* owned; NULL until it is found */
} Search;

/* A StoreColumnFunc. */
static void
compare_column (const StoreField *field, const StoreColumn *column, gpointer data)
{
  Search *search = data;
  if (search->about != NULL || !g_str_equal (column->name, search->column))
    return;
  GString *about = g_string_new (field->about);
  if (column->part != NULL)
    g_string_append_printf (about, ": %s", column->part);
  if (field->unit != NULL)
    g_string_append_printf (about, ". Unit: %s", field->unit);
  search->about = g_string_free (about, FALSE);
}

static void
search_table (Search *search, const StoreTable *table)
{
  for (guint i = 0; i < table->n_fields; i++)
    store_field_each_column (&table->fields[i], compare_column, search);
}

/* Returns (transfer full) (nullable): what @column of @table means; of a view, for which @table is
 * NULL, what it means in the tables that it comes from. */
static char *
describe_column (const StoreTable *table, const char *column)
{
  Search search = { column, NULL };
  if (table != NULL)
    search_table (&search, table);
  for (gsize i = 0; search.about == NULL && i < G_N_ELEMENTS (own_columns); i++)
    if (g_str_equal (own_columns[i].name, column))
      search.about = g_strdup (own_columns[i].about);
  for (gsize i = 0; search.about == NULL && i < N_STORE_TABLES; i++)
    search_table (&search, &store_tables[i]);
  return search.about;
}

/* --- tables and views --- */

typedef struct
{
  GString *yaml;
  const StoreTable *table; /* NULL of a view */
} ColumnWriter;

/* A StoreVisit. */
static gboolean
append_column (const StoreDriver *driver, StoreRows *rows, gpointer data,
               G_GNUC_UNUSED GError **error)
{
  const ColumnWriter *writer = data;
  const char *column = driver->text (rows, 0);
  g_autofree char *about = describe_column (writer->table, column);
  append_text (writer->yaml, 10, column, about != NULL ? about : "");
  return TRUE;
}

/* Appends a table or view; @table is its fields, if it has any of its own. */
static gboolean
append_relation (Store *store, GString *yaml, const char *name, const char *title,
                 const StoreTable *table, GError **error)
{
  const StoreValue argument = STORE_TEXT_VALUE (name);
  ColumnWriter writer = { yaml, table };
  g_string_append_printf (yaml, "      %s:\n", name);
  append_text (yaml, 8, "title", title);
  g_string_append (yaml, "        columns:\n");
  return store_each_row (store, store->driver->columns, &argument, 1, append_column, &writer,
                         error);
}

static gboolean
append_relations (Store *store, GString *yaml, const StoreRelation *relations, GError **error)
{
  for (; relations->name != NULL; relations++)
    if (!append_relation (store, yaml, relations->name, relations->about, NULL, error))
      return FALSE;
  return TRUE;
}

static gboolean
append_tables (Store *store, GString *yaml, const StoreTable *tables, gsize n, GError **error)
{
  for (gsize i = 0; i < n; i++)
    if (!append_relation (store, yaml, tables[i].name, tables[i].about, &tables[i], error))
      return FALSE;
  return TRUE;
}

/* A StoreVisit. */
static gboolean
append_source (const StoreDriver *driver, StoreRows *rows, gpointer data,
               G_GNUC_UNUSED GError **error)
{
  GString *sources = data;
  g_string_append_printf (sources, "%s%s", sources->len > 0 ? ", " : "Published reports of ",
                          driver->text (rows, 0));
  return TRUE;
}

/* Returns (transfer full): "Published reports of A, B": whose reports the store holds; NULL with
 * @error set. */
static char *
describe_sources (Store *store, GError **error)
{
  g_autoptr (GString) sources = g_string_new (NULL);
  if (!store_each_row (
          store,
          "SELECT DISTINCT p.authority FROM report p JOIN reading r ON r.reading_id = p.reading_id "
          "AND r.is_current = 1 WHERE p.authority <> '' ORDER BY p.authority",
          NULL, 0, append_source, sources, error))
    return NULL;
  return g_strdup (sources->len > 0 ? sources->str : "Published reports");
}

/* Returns (transfer full): what Datasette calls the database in the file at @path. */
static char *
database_name (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  char *name = g_utf8_make_valid (base, -1);
  char *dot = strrchr (name, '.');
  if (dot != NULL && dot != name)
    *dot = '\0';
  return name;
}

/* --- the file --- */

/* Returns (transfer full): what stands in the file of this database; NULL with @error set. */
static char *
database_block (Store *store, const char *path, GError **error)
{
  g_autofree char *sources = describe_sources (store, error);
  if (sources == NULL)
    return NULL;
  g_autofree char *database = database_name (path);
  g_autoptr (GString) yaml = g_string_new (BLOCK_BLANKS);
  append_quoted (yaml, database);
  g_string_append (yaml, ":\n");
  append_text (yaml, 4, "source", sources);
  g_string_append (yaml, "    tables:\n");
  if (!append_relations (store, yaml, store_views, error)
      || !append_tables (store, yaml, store_tables, N_STORE_TABLES, error)
      || !append_tables (store, yaml, &store_comparisons, 1, error)
      || !append_relations (store, yaml, store_own_tables, error))
    return NULL;
  return g_strdup (yaml->str);
}

/* Returns (transfer full) (element-type char *): the blocks of a file that we wrote. */
static GPtrArray *
split_blocks (const char *file)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func (g_free);
  const char *start = strstr (file, BLOCK_START);
  while (start != NULL)
    {
      const char *end = strstr (start + 1, BLOCK_START);
      start++; /* behind the end of the line before */
      g_ptr_array_add (blocks, end != NULL ? g_strndup (start, (gsize) (end + 1 - start))
                                           : g_strdup (start));
      start = end;
    }
  return blocks;
}

static gboolean
is_of_same_database (const char *block, const char *other)
{
  gsize n = strcspn (block, "\n") + 1;
  return strncmp (block, other, n) == 0;
}

static int
compare_blocks (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* Returns (transfer full): the file with @block in the place of what @earlier (nullable) has of
 * that database; other stores of the folder keep theirs. */
static char *
merge_block (const char *earlier, const char *block)
{
  g_autoptr (GPtrArray) blocks = split_blocks (earlier != NULL ? earlier : "");
  for (guint i = blocks->len; i-- > 0;)
    if (is_of_same_database (block, g_ptr_array_index (blocks, i)))
      g_ptr_array_remove_index (blocks, i);
  g_ptr_array_add (blocks, g_strdup (block));
  g_ptr_array_sort (blocks, compare_blocks);

  g_autoptr (GString) yaml = g_string_new (BEGINNING);
  append_text (yaml, 0, "title", "Figures of published performance reports");
  append_text (yaml, 0, "about",
               "Recovered by Recount; the place of each figure in its report stands beside it");
  g_string_append (yaml, "databases:\n");
  for (guint i = 0; i < blocks->len; i++)
    g_string_append (yaml, g_ptr_array_index (blocks, i));
  return g_strdup (yaml->str);
}

gboolean
store_write_metadata (Store *store, GError **error)
{
  const char *path = store->driver->file (store->database);
  if (path == NULL)
    return TRUE;

  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *file = g_build_filename (folder, METADATA_FILE, NULL);
  g_autofree char *earlier = NULL;
  if (g_file_get_contents (file, &earlier, NULL, NULL) && !g_str_has_prefix (earlier, BEGINNING))
    return TRUE;

  g_autofree char *block = database_block (store, path, error);
  if (block == NULL)
    return FALSE;
  g_autofree char *text = merge_block (earlier, block);
  g_autoptr (GError) reason = NULL;
  return g_strcmp0 (text, earlier) == 0 || g_file_set_contents (file, text, -1, &reason)
         || store_fail (store->name, error, "%s cannot be written: %s", METADATA_FILE,
                        reason->message);
}
