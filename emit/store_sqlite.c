/* emit/store_sqlite.c - the store's driver for SQLite.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A write-ahead log, so that readers go on while a report is added; a writer waits for another.
 * A process that is killed leaves each report whole or not at all.
 */
#define _GNU_SOURCE /* sync_file_range() is no POSIX */
#include "emit/store_driver.h"

#include <fcntl.h>
#include <string.h>

#include <unistd.h>

#include <glib/gstdio.h>
#include <sqlite3.h>

#define APPLICATION_ID 1382248052 /* "Rcnt", by which `file` and we tell a store */
#define WAIT_MS 120000            /* for another that writes */

/* Pages of the log that are moved to their places at once, 32 MB.  Each report touches some ninety
 * pages of indexes, mostly those that the one before touched, so that to wait saves writes, and the
 * disk is asked for safety once in fifty reports. */
#define LOG_PAGES 8000

struct _StoreDatabase
{
  sqlite3 *handle;
  GHashTable *statements; /* of sqlite3_stmt, by their text: what is asked once is asked again */
  char *name, *path;
  int log; /* the log's file; -1 until it is written to */
};

struct _StoreRows
{
  StoreDatabase *database;
  sqlite3_stmt *statement;
};

/* Which codes of SQLite are no trouble of the database; the least byte tells. */
static const struct
{
  int code;
  RecountError means;
} blames[] = {
  { SQLITE_CONSTRAINT, RECOUNT_ERROR_REFUSED }, { SQLITE_MISMATCH, RECOUNT_ERROR_REFUSED },
  { SQLITE_TOOBIG, RECOUNT_ERROR_REFUSED },     { SQLITE_RANGE, RECOUNT_ERROR_REFUSED },
  { SQLITE_NOTADB, RECOUNT_ERROR_USAGE },
};

static gboolean
fail (const StoreDatabase *database, GError **error)
{
  RecountError means = RECOUNT_ERROR_STORE;
  for (gsize i = 0; i < G_N_ELEMENTS (blames); i++)
    if ((sqlite3_errcode (database->handle) & 0xff) == blames[i].code)
      means = blames[i].means;
  return store_fail_as (means, database->name, error, "%s", sqlite3_errmsg (database->handle));
}

static void
close_database (StoreDatabase *database)
{
  if (database == NULL)
    return;

  g_hash_table_unref (database->statements);
  sqlite3_close_v2 (database->handle);
  if (database->log >= 0)
    close (database->log);
  g_free (database->name);
  g_free (database->path);
  g_free (database);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StoreDatabase, close_database)

static gboolean
run (StoreDatabase *database, const char *statements, GError **error)
{
  return sqlite3_exec (database->handle, statements, NULL, NULL, NULL) == SQLITE_OK
         || fail (database, error);
}

/* --- rows --- */

static void
finalize (gpointer statement)
{
  sqlite3_finalize (statement);
}

/* Returns (transfer none): what is asked by @text, ready to be bound; NULL with @error set. */
static sqlite3_stmt *
prepare (StoreDatabase *database, const char *text, GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (database->statements, text);
  if (statement != NULL)
    return statement;
  if (sqlite3_prepare_v2 (database->handle, text, -1, &statement, NULL) != SQLITE_OK)
    {
      fail (database, error);
      return NULL;
    }
  g_hash_table_insert (database->statements, g_strdup (text), statement);
  return statement;
}

/* What was bound may be gone by the next time. */
static void
put_back (sqlite3_stmt *statement)
{
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
}

static int
bind_value (sqlite3_stmt *statement, int place, const StoreValue *value)
{
  switch (value->type)
    {
    case STORE_INTEGER:
      return sqlite3_bind_int64 (statement, place, value->integer);
    case STORE_REAL:
      return sqlite3_bind_double (statement, place, value->real);
    case STORE_TEXT:
      return sqlite3_bind_text (statement, place, value->text, -1, SQLITE_STATIC);
    default:
      return sqlite3_bind_null (statement, place);
    }
}

static void
done (StoreRows *rows)
{
  put_back (rows->statement);
  g_free (rows);
}

static StoreRows *
query (StoreDatabase *database, const char *statement, const StoreValue *arguments,
       guint n_arguments, GError **error)
{
  sqlite3_stmt *prepared = prepare (database, statement, error);
  if (prepared == NULL)
    return NULL;

  StoreRows *rows = g_new0 (StoreRows, 1);
  *rows = (StoreRows){ database, prepared };
  int code = SQLITE_OK;
  for (guint i = 0; code == SQLITE_OK && i < n_arguments; i++)
    {
      char name[16];
      g_snprintf (name, sizeof name, "$%u", i + 1);
      int place = sqlite3_bind_parameter_index (rows->statement, name);
      if (place > 0)
        code = bind_value (rows->statement, place, &arguments[i]);
    }
  if (code == SQLITE_OK)
    return rows;

  fail (database, error);
  done (rows);
  return NULL;
}

static gboolean
next (StoreRows *rows, GError **error)
{
  int code = sqlite3_step (rows->statement);
  if (code != SQLITE_ROW && code != SQLITE_DONE)
    return fail (rows->database, error);
  return code == SQLITE_ROW;
}

static gboolean
is_null (StoreRows *rows, guint column)
{
  return sqlite3_column_type (rows->statement, (int) column) == SQLITE_NULL;
}

static gint64
get_integer (StoreRows *rows, guint column)
{
  return sqlite3_column_int64 (rows->statement, (int) column);
}

static double
get_real (StoreRows *rows, guint column)
{
  return sqlite3_column_double (rows->statement, (int) column);
}

static const char *
get_text (StoreRows *rows, guint column)
{
  const char *text = (const char *) sqlite3_column_text (rows->statement, (int) column);
  return text != NULL ? text : "";
}

/* --- many rows --- */

static sqlite3_stmt *
prepare_insert (StoreDatabase *database, const char *table, const char *columns, guint n_columns,
                GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_string_append_printf (sql, "INSERT INTO %s (%s) VALUES (?", table, columns);
  for (guint i = 1; i < n_columns; i++)
    g_string_append (sql, ",?");
  g_string_append (sql, ") ON CONFLICT DO NOTHING");

  return prepare (database, sql->str, error);
}

static gboolean
insert (StoreDatabase *database, const char *table, const char *columns, guint n_columns,
        StoreRowSource source, gpointer data, GError **error)
{
  sqlite3_stmt *statement = prepare_insert (database, table, columns, n_columns, error);
  if (statement == NULL)
    return FALSE;

  g_auto (StoreRow) row = { .n_values = 0 };
  int code = SQLITE_DONE;
  while (code == SQLITE_DONE && source (&row, data))
    {
      g_assert (row.n_values == n_columns);
      for (guint i = 0; i < n_columns; i++)
        bind_value (statement, (int) i + 1, &row.values[i]);
      code = sqlite3_step (statement);
      sqlite3_reset (statement);
    }
  gboolean ok = code == SQLITE_DONE || fail (database, error);
  put_back (statement);
  return ok;
}

/* --- opening --- */

/* A number that a statement without arguments gives; -1 with @error set. */
static gint64
ask_number (StoreDatabase *database, const char *statement, GError **error)
{
  g_autoptr (GError) reason = NULL;
  StoreRows *rows = query (database, statement, NULL, 0, &reason);
  gint64 number = 0;
  if (rows != NULL)
    {
      number = next (rows, &reason) ? get_integer (rows, 0) : 0;
      done (rows);
    }
  if (reason == NULL)
    return number;
  g_propagate_error (error, g_steal_pointer (&reason));
  return -1;
}

/* Called behind each transaction, with how many pages the log has.  The disk is asked to begin with
 * them, so that nobody waits long for it when they are moved to their places; if that fails, they
 * are moved another time. */
static int
mind_log (void *data, sqlite3 *handle, const char *which, int n_pages)
{
  StoreDatabase *database = data;
  const char *path = sqlite3_filename_wal (sqlite3_db_filename (handle, which));
  if (database->log < 0)
    database->log = open (path, O_RDONLY | O_CLOEXEC);
  if (n_pages >= LOG_PAGES)
    sqlite3_wal_checkpoint_v2 (handle, which, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
  else if (database->log >= 0)
    sync_file_range (database->log, 0, 0, SYNC_FILE_RANGE_WRITE);
  return SQLITE_OK;
}

/* Finds out whether the file is a store or empty; what is asked in one transaction nobody changes
 * in between. */
static gboolean
recognise (StoreDatabase *database, GError **error)
{
  if (!run (database, "BEGIN", error))
    return FALSE;
  gint64 id = ask_number (database, "PRAGMA application_id", error);
  gint64 n_tables
      = id < 0 ? -1 : ask_number (database, "SELECT count(*) FROM sqlite_schema", error);
  if (n_tables < 0 || !run (database, "COMMIT", error))
    return FALSE;
  if (id != APPLICATION_ID && (n_tables > 0 || id != 0))
    return store_fail_as (RECOUNT_ERROR_USAGE, database->name, error,
                          "is a database of another program");
  return TRUE;
}

static gboolean
set_up (StoreDatabase *database, StoreMode mode, GError **error)
{
  sqlite3_busy_timeout (database->handle, WAIT_MS);
  sqlite3_extended_result_codes (database->handle, 1);
  if (mode == STORE_WRITE && sqlite3_db_readonly (database->handle, "main") == 1)
    return store_fail (database->name, error, "may not be written");
  if (!recognise (database, error))
    return FALSE;
  if (mode == STORE_READ)
    return TRUE;
  sqlite3_wal_hook (database->handle, mind_log, database);
  return run (database,
              "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
              "PRAGMA foreign_keys = ON; PRAGMA cache_size = -8192",
              error);
}

/* A log beside the file needs a folder that can be written.  Where that cannot be and there is no
 * log, nobody writes, and the file can be read as it is.
 *
 * Returns (transfer full): what to open, in which a name that SQLite would take for something else
 * means itself. */
static char *
location_of (const char *path, StoreMode mode)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  gboolean is_fixed = mode == STORE_READ && g_access (folder, W_OK) != 0
                      && !g_file_test (log, G_FILE_TEST_EXISTS);
  return g_strconcat (uri, is_fixed ? "?immutable=1" : "", NULL);
}

static StoreDatabase *
open_database (const char *uri, const char *name, StoreMode mode, GError **error)
{
  const char *path = uri + strlen (store_sqlite.scheme);
  if (path[0] == '\0')
    {
      store_fail_as (RECOUNT_ERROR_USAGE, name, error, "names no file: sqlite:FILE");
      return NULL;
    }

  g_autoptr (StoreDatabase) database = g_new0 (StoreDatabase, 1);
  database->log = -1;
  database->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize);
  database->name = g_strdup (name);
  database->path = g_canonicalize_filename (path, NULL);
  g_autofree char *location = location_of (database->path, mode);
  int flags
      = mode == STORE_WRITE ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
  if (sqlite3_open_v2 (location, &database->handle, flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX,
                       NULL)
      != SQLITE_OK)
    {
      fail (database, error);
      return NULL;
    }
  return set_up (database, mode, error) ? g_steal_pointer (&database) : NULL;
}

static const char *
get_file (StoreDatabase *database)
{
  return database->path;
}

/* A file is never lost. */
static gboolean
is_lost (G_GNUC_UNUSED StoreDatabase *database)
{
  return FALSE;
}

static gboolean
reopen (G_GNUC_UNUSED StoreDatabase *database)
{
  return FALSE;
}

const StoreDriver store_sqlite = {
  .scheme = "sqlite:",
  .types = { [STORE_INTEGER] = "INTEGER", [STORE_REAL] = "REAL", [STORE_TEXT] = "TEXT" },
  .id_type = "INTEGER PRIMARY KEY",
  .table_end = " STRICT",
  .key_end = " STRICT, WITHOUT ROWID",
  .begin = "BEGIN IMMEDIATE",
  .settle = "BEGIN IMMEDIATE",
  .version = "PRAGMA user_version",
  .columns = "SELECT name FROM pragma_table_info($1) ORDER BY cid",
  .set_version
  = "PRAGMA application_id = " G_STRINGIFY (APPLICATION_ID) "; PRAGMA user_version = @VERSION@",
  STORE_DRIVER_FUNCTIONS,
};
