/* emit/store_postgres.c - the store's driver for PostgreSQL.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows go by COPY into a table of the session's own, and from there into their place, where what is
 * there already stays.  Values travel as text, which is exact both ways.
 */
#include "emit/store_driver.h"

#include <stdio.h>
#include <string.h>

#include "emit/libpq.h"

#define COPY_BYTES 65536    /* handed on at once */
#define SETTLE_LOCK "82991" /* any number that nobody else in the database locks */

struct _StoreDatabase
{
  PGconn *connection;
  char *name;
};

struct _StoreRows
{
  PGresult *result;
  int row; /* -1 before the first */
};

/* Classes of SQLSTATE that blame the values of a statement: data, constraints, limits. */
static const char *const refusals[] = { "22", "23", "54" };

/* @result: (nullable): what the server said. */
static gboolean
fail (const StoreDatabase *database, const PGresult *result, GError **error)
{
  const char *state = result != NULL ? libpq.resultErrorField (result, PG_DIAG_SQLSTATE) : NULL;
  RecountError means = RECOUNT_ERROR_STORE;
  for (gsize i = 0; state != NULL && i < G_N_ELEMENTS (refusals); i++)
    if (g_str_has_prefix (state, refusals[i]))
      means = RECOUNT_ERROR_REFUSED;
  return store_fail_as (means, database->name, error, "%s",
                        libpq.errorMessage (database->connection));
}

static void
close_database (StoreDatabase *database)
{
  if (database == NULL)
    return;

  libpq.finish (database->connection);
  g_free (database->name);
  g_free (database);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StoreDatabase, close_database)

static gboolean
is_good (const PGresult *result)
{
  ExecStatusType status = libpq.resultStatus (result);
  return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

static gboolean
run (StoreDatabase *database, const char *statements, GError **error)
{
  PGresult *result = libpq.exec (database->connection, statements);
  gboolean ok = is_good (result) || fail (database, result, error);
  libpq.clear (result);
  return ok;
}

/* --- rows --- */

/* Returns (nullable): the text that stands for @value, in @buffer if it must be made. */
static const char *
value_text (const StoreValue *value, char *buffer, gsize size)
{
  switch (value->type)
    {
    case STORE_INTEGER:
      g_snprintf (buffer, size, "%" G_GINT64_FORMAT, value->integer);
      return buffer;
    case STORE_REAL:
      return g_ascii_dtostr (buffer, (int) size, value->real);
    case STORE_TEXT:
      return value->text;
    default:
      return NULL;
    }
}

static StoreRows *
query (StoreDatabase *database, const char *statement, const StoreValue *arguments,
       guint n_arguments, GError **error)
{
  char buffers[STORE_MAX_VALUES][G_ASCII_DTOSTR_BUF_SIZE];
  const char *texts[STORE_MAX_VALUES];
  g_assert (n_arguments <= STORE_MAX_VALUES);
  for (guint i = 0; i < n_arguments; i++)
    texts[i] = value_text (&arguments[i], buffers[i], sizeof buffers[i]);

  PGresult *result = libpq.execParams (database->connection, statement, (int) n_arguments, NULL,
                                       texts, NULL, NULL, 0);
  if (!is_good (result))
    {
      fail (database, result, error);
      libpq.clear (result);
      return NULL;
    }
  StoreRows *rows = g_new0 (StoreRows, 1);
  rows->result = result;
  rows->row = -1;
  return rows;
}

static gboolean
next (StoreRows *rows, G_GNUC_UNUSED GError **error)
{
  return ++rows->row < libpq.ntuples (rows->result);
}

static gboolean
is_null (StoreRows *rows, guint column)
{
  return libpq.getisnull (rows->result, rows->row, (int) column) != 0;
}

static const char *
get_text (StoreRows *rows, guint column)
{
  return libpq.getvalue (rows->result, rows->row, (int) column);
}

static gint64
get_integer (StoreRows *rows, guint column)
{
  return g_ascii_strtoll (get_text (rows, column), NULL, 10);
}

static double
get_real (StoreRows *rows, guint column)
{
  return g_ascii_strtod (get_text (rows, column), NULL);
}

static void
done (StoreRows *rows)
{
  libpq.clear (rows->result);
  g_free (rows);
}

/* --- many rows --- */

static void
append_escaped (GString *line, const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    switch (*at)
      {
      case '\\':
        g_string_append (line, "\\\\");
        break;
      case '\n':
        g_string_append (line, "\\n");
        break;
      case '\r':
        g_string_append (line, "\\r");
        break;
      case '\t':
        g_string_append (line, "\\t");
        break;
      default:
        g_string_append_c (line, *at);
      }
}

static void
append_row (GString *lines, const StoreRow *row)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  for (guint i = 0; i < row->n_values; i++)
    {
      const char *text = value_text (&row->values[i], buffer, sizeof buffer);
      if (i > 0)
        g_string_append_c (lines, '\t');
      if (text == NULL)
        g_string_append (lines, "\\N");
      else
        append_escaped (lines, text);
    }
  g_string_append_c (lines, '\n');
}

static gboolean
send_lines (StoreDatabase *database, GString *lines, GError **error)
{
  if (libpq.putCopyData (database->connection, lines->str, (int) lines->len) != 1)
    return fail (database, NULL, error);
  g_string_truncate (lines, 0);
  return TRUE;
}

static gboolean
copy_rows (StoreDatabase *database, StoreRowSource source, gpointer data, GError **error)
{
  g_autoptr (GString) lines = g_string_sized_new (COPY_BYTES);
  g_auto (StoreRow) row = { .n_values = 0 };
  while (source (&row, data))
    {
      append_row (lines, &row);
      if (lines->len >= COPY_BYTES && !send_lines (database, lines, error))
        return FALSE;
    }
  return send_lines (database, lines, error);
}

/* Takes all that the server says at the end of a COPY. */
static gboolean
end_copy (StoreDatabase *database, GError **error)
{
  gboolean ok = libpq.putCopyEnd (database->connection, NULL) == 1 || fail (database, NULL, error);
  PGresult *result = NULL;
  while ((result = libpq.getResult (database->connection)) != NULL)
    {
      ok = ok && (is_good (result) || fail (database, result, error));
      libpq.clear (result);
    }
  return ok;
}

static gboolean
begin_copy (StoreDatabase *database, const char *table, const char *columns, GError **error)
{
  g_autofree char *make = g_strdup_printf (
      "CREATE TEMP TABLE IF NOT EXISTS stage_%s (LIKE %s) ON COMMIT DELETE ROWS", table, table);
  if (!run (database, make, error))
    return FALSE;

  g_autofree char *copy = g_strdup_printf ("COPY stage_%s (%s) FROM STDIN", table, columns);
  PGresult *result = libpq.exec (database->connection, copy);
  gboolean ok = libpq.resultStatus (result) == PGRES_COPY_IN || fail (database, result, error);
  libpq.clear (result);
  return ok;
}

static gboolean
insert (StoreDatabase *database, const char *table, const char *columns,
        G_GNUC_UNUSED guint n_columns, StoreRowSource source, gpointer data, GError **error)
{
  g_autofree char *move = g_strdup_printf ("INSERT INTO %s (%s) SELECT %s FROM stage_%s "
                                           "ON CONFLICT DO NOTHING; DELETE FROM stage_%s",
                                           table, columns, columns, table, table);
  return begin_copy (database, table, columns, error) && copy_rows (database, source, data, error)
         && end_copy (database, error) && run (database, move, error);
}

/* --- opening --- */

static void
ignore_notice (G_GNUC_UNUSED void *data, G_GNUC_UNUSED const char *message)
{
}

/* What libpq says of a URI that it cannot read repeats it, password and all; of one whose password
 * holds a '/' it takes the rest for a port. */
static gboolean
check_uri (const char *uri, const char *name, GError **error)
{
  PQconninfoOption *options = libpq.conninfoParse (uri, NULL);
  gboolean ok = options != NULL;
  for (const PQconninfoOption *option = options; ok && option->keyword != NULL; option++)
    if (g_str_equal (option->keyword, "port") && option->val != NULL)
      ok = option->val[strspn (option->val, "0123456789,")] == '\0';
  libpq.conninfoFree (options);
  return ok || store_fail_as (RECOUNT_ERROR_USAGE, name, error, "is no URI as PostgreSQL reads it");
}

static StoreDatabase *
open_database (const char *uri, const char *name, StoreMode mode, GError **error)
{
  if (!libpq_load (error) || !check_uri (uri, name, error))
    return NULL;

  g_autoptr (StoreDatabase) database = g_new0 (StoreDatabase, 1);
  database->name = g_strdup (name);
  database->connection = libpq.connectdb (uri);
  if (libpq.status (database->connection) != CONNECTION_OK)
    {
      fail (database, NULL, error);
      return NULL;
    }
  libpq.setNoticeProcessor (database->connection, ignore_notice, NULL);
  const char *session = mode == STORE_READ ? "SET default_transaction_read_only = on; "
                                             "SET client_encoding = 'UTF8'"
                                           : "SET client_encoding = 'UTF8'";
  return run (database, session, error) ? g_steal_pointer (&database) : NULL;
}

static const char *
get_file (G_GNUC_UNUSED StoreDatabase *database)
{
  return NULL;
}

/* libpq may take a connection for good that has just told its end: only another try shows it. */
static gboolean
is_lost (StoreDatabase *database)
{
  PGresult *result = libpq.exec (database->connection, "");
  gboolean is_alive = libpq.resultStatus (result) == PGRES_EMPTY_QUERY;
  libpq.clear (result);
  return !is_alive;
}

static gboolean
reopen (StoreDatabase *database)
{
  libpq.reset (database->connection);
  return !is_lost (database);
}

const StoreDriver store_postgres = {
  .scheme = "postgresql://",
  .types = { [STORE_INTEGER] = "BIGINT",
             [STORE_REAL] = "DOUBLE PRECISION",
             [STORE_TEXT] = "TEXT COLLATE \"C\"" }, /* sorted by bytes, as SQLite does */
  .id_type = "BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY",
  .table_end = "",
  .key_end = "",
  .begin = "BEGIN",
  .settle = "BEGIN; SELECT pg_advisory_xact_lock(" SETTLE_LOCK ")",
  /* A comment, for then there is a version before there is a table.  Functions such as
   * to_regclass() may tell what was so before somebody else made the tables. */
  .version = "SELECT d.description FROM pg_class c JOIN pg_description d "
             "ON d.objoid = c.oid AND d.objsubid = 0 AND d.classoid = 'pg_class'::regclass "
             "WHERE c.relname = 'reading' "
             "AND c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())",
  .set_version = "COMMENT ON TABLE reading IS '@VERSION@'",
  STORE_DRIVER_FUNCTIONS,
};
