/* emit/store_migrate.c - makes the tables and views of a store, and brings older ones up to date.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/store_schema.h"

/* --- statements that make them --- */

typedef struct
{
  const StoreDriver *driver;
  GString *sql;
} Statements;

static void
append_definition (G_GNUC_UNUSED const StoreField *field, const StoreColumn *column, gpointer data)
{
  Statements *statements = data;
  g_string_append_printf (statements->sql, ", %s %s%s", column->name,
                          statements->driver->types[column->type],
                          column->may_be_null ? "" : " NOT NULL");
}

static void
append_table (Statements *statements, const StoreTable *table)
{
  const char *integer = statements->driver->types[STORE_INTEGER];
  g_string_append_printf (statements->sql,
                          "CREATE TABLE %s (reading_id %s NOT NULL REFERENCES reading "
                          "ON DELETE CASCADE",
                          table->name, integer);
  if (table->number != NULL)
    g_string_append_printf (statements->sql, ", %s %s NOT NULL", table->number, integer);
  for (guint i = 0; i < table->n_fields; i++)
    store_field_each_column (&table->fields[i], append_definition, statements);
  g_string_append_printf (statements->sql, ", PRIMARY KEY (%s))%s;\n", table->key,
                          statements->driver->key_end);
}

static void
append_own_table (Statements *statements, const StoreRelation *table)
{
  const StoreDriver *driver = statements->driver;
  g_autoptr (GString) body = g_string_new (table->body);
  g_string_replace (body, "@ID@", driver->id_type, 0);
  g_string_replace (body, "@INTEGER@", driver->types[STORE_INTEGER], 0);
  g_string_replace (body, "@TEXT@", driver->types[STORE_TEXT], 0);
  g_string_append_printf (statements->sql, "CREATE TABLE %s (%s)%s;\n", table->name, body->str,
                          driver->table_end);
}

/* Version 1. */
static void
append_first (Statements *statements)
{
  for (const StoreRelation *table = store_own_tables; table->name != NULL; table++)
    append_own_table (statements, table);
  for (gsize i = 0; i < N_STORE_TABLES; i++)
    append_table (statements, &store_tables[i]);
  append_table (statements, &store_comparisons);
  for (const char *const *index = store_indexes; *index != NULL; index++)
    g_string_append_printf (statements->sql, "%s;\n", *index);
  for (const StoreRelation *view = store_views; view->name != NULL; view++)
    g_string_append_printf (statements->sql, "CREATE VIEW %s AS %s;\n", view->name, view->body);
}

/* How a store of the version before becomes one of the next: the first makes version 1 of nothing.
 */
static void (*const migrations[STORE_VERSION]) (Statements *statements) = { append_first };

/* --- versions --- */

static gboolean
find_version (Store *store, gint64 *version, GError **error)
{
  static const StoreType types[] = { STORE_INTEGER };
  g_auto (StoreRow) row = { .n_values = 0 };
  gboolean found = FALSE;
  if (!store_ask (store, store->driver->version, NULL, 0, types, 1, &row, &found, error))
    return FALSE;
  *version = found ? row.values[0].integer : 0;
  return TRUE;
}

/* A StoreWork.  Another may have done it in the meantime. */
static gboolean
migrate (Store *store, G_GNUC_UNUSED gpointer data, GError **error)
{
  gint64 version = 0;
  if (!find_version (store, &version, error))
    return FALSE;

  g_autoptr (GString) sql = g_string_new (NULL);
  Statements statements = { store->driver, sql };
  for (gint64 i = version; i < STORE_VERSION; i++)
    migrations[i](&statements);
  g_string_append (sql, store->driver->set_version);
  g_string_replace (sql, "@VERSION@", G_STRINGIFY (STORE_VERSION), 0);
  return version >= STORE_VERSION || store->driver->run (store->database, sql->str, error);
}

gboolean
store_migrate (Store *store, GError **error)
{
  gint64 version = 0;
  if (!find_version (store, &version, error))
    return FALSE;
  if (version > STORE_VERSION)
    return store_fail_as (RECOUNT_ERROR_USAGE, store->name, error,
                          "is a store of version %" G_GINT64_FORMAT
                          ", and this Recount knows versions up to %d",
                          version, STORE_VERSION);
  if (version == STORE_VERSION)
    return TRUE;
  if (store->mode == STORE_READ)
    return store_fail (store->name, error,
                       version == 0 ? "is no store: it is empty"
                                    : "is a store of an older Recount: open it for writing once");
  return store_transact (store, store->driver->settle, migrate, NULL, error);
}
