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

/* Appends "KEY: "TEXT"" with that many blanks in front. */
static void
append_text (GString *yaml, int indent, const char *key, const char *text)
{
  g_string_append_printf (yaml, "%*s%s: \"", indent, "", key);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      if (character == '"' || character == '\\')
        g_string_append_c (yaml, '\\');
      g_string_append_unichar (yaml, g_unichar_isprint (character) ? character : ' ');
    }
  g_string_append (yaml, "\"\n");
}

static void
append_column (const StoreField *field, const char *column, G_GNUC_UNUSED StoreType type,
               G_GNUC_UNUSED gboolean may_be_null, gpointer data)
{
  g_autofree char *about = field->unit != NULL
                               ? g_strdup_printf ("%s. Unit: %s", field->about, field->unit)
                               : g_strdup (field->about);
  append_text (data, 10, column, about);
}

static void
append_table (GString *yaml, const StoreTable *table)
{
  g_string_append_printf (yaml, "      %s:\n", table->name);
  append_text (yaml, 8, "title", table->about);
  g_string_append (yaml, "        columns:\n");
  for (guint i = 0; i < table->n_fields; i++)
    store_field_each_column (&table->fields[i], append_column, yaml);
}

static void
append_relations (GString *yaml, const StoreRelation *relations)
{
  for (; relations->name != NULL; relations++)
    {
      g_string_append_printf (yaml, "      %s:\n", relations->name);
      append_text (yaml, 8, "title", relations->about);
    }
}

/* Returns (transfer full): "Reports of A, B": whose reports the store holds; NULL with @error set.
 */
static char *
describe_sources (Store *store, GError **error)
{
  StoreRows *rows = store->driver->query (
      store->database,
      "SELECT DISTINCT p.authority FROM report p JOIN reading r ON r.reading_id = p.reading_id "
      "AND r.is_current = 1 WHERE p.authority <> '' ORDER BY p.authority",
      NULL, 0, error);
  if (rows == NULL)
    return NULL;

  g_autoptr (GError) reason = NULL;
  g_autoptr (GString) sources = g_string_new (NULL);
  while (store->driver->next (rows, &reason))
    g_string_append_printf (sources, "%s%s", sources->len > 0 ? ", " : "Published reports of ",
                            store->driver->text (rows, 0));
  store->driver->done (rows);
  if (reason == NULL)
    return g_strdup (sources->len > 0 ? sources->str : "Published reports");
  g_propagate_error (error, g_steal_pointer (&reason));
  return NULL;
}

/* Returns (transfer full): what Datasette calls the database in the file at @path. */
static char *
database_name (const char *path)
{
  char *name = g_path_get_basename (path);
  char *dot = strrchr (name, '.');
  if (dot != NULL && dot != name)
    *dot = '\0';
  return name;
}

static char *
metadata_text (const char *path, const char *sources)
{
  GString *yaml = g_string_new (BEGINNING);
  g_autofree char *database = database_name (path);
  append_text (yaml, 0, "title", "Figures of published performance reports");
  append_text (yaml, 0, "source", sources);
  append_text (yaml, 0, "about",
               "Recovered by Recount; the place of each figure in its report stands beside it");
  g_string_append (yaml, "databases:\n");
  g_autofree char *quoted = g_strescape (database, NULL);
  g_string_append_printf (yaml, "  \"%s\":\n    tables:\n", quoted);
  append_relations (yaml, store_views);
  for (gsize i = 0; i < N_STORE_TABLES; i++)
    append_table (yaml, &store_tables[i]);
  append_table (yaml, &store_comparisons);
  append_relations (yaml, store_own_tables);
  return g_string_free (yaml, FALSE);
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

  g_autofree char *sources = describe_sources (store, error);
  if (sources == NULL)
    return FALSE;
  g_autofree char *text = metadata_text (path, sources);
  g_autoptr (GError) reason = NULL;
  return g_strcmp0 (text, earlier) == 0 || g_file_set_contents (file, text, -1, &reason)
         || store_fail (store->name, error, "%s cannot be written: %s", METADATA_FILE,
                        reason->message);
}
