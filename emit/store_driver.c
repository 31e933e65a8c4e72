/* emit/store_driver.c - statements, rows and transactions, the same on each driver.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/store_driver.h"

/* A server that starts again is back within half a minute. */
#define MOST_ATTEMPTS 60
#define ATTEMPT_MICROSECONDS (G_USEC_PER_SEC / 2)

gboolean
store_fail_as (RecountError code, const char *name, GError **error, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  Where where = WHERE_FILE (name);
  return recount_fail (error, code, &where, "%s", g_strchomp (message));
}

/* --- rows --- */

static void
add_value (StoreRow *row, StoreValue value)
{
  g_assert (row->n_values < STORE_MAX_VALUES);
  row->values[row->n_values++] = value;
}

void
store_row_add_null (StoreRow *row)
{
  add_value (row, (StoreValue){ .type = STORE_NULL });
}

void
store_row_add_integer (StoreRow *row, gint64 value)
{
  add_value (row, STORE_INT_VALUE (value));
}

void
store_row_add_real (StoreRow *row, double value)
{
  add_value (row, (StoreValue){ .type = STORE_REAL, .real = value });
}

void
store_row_add_text (StoreRow *row, const char *text)
{
  if (g_utf8_validate (text, -1, NULL))
    add_value (row, STORE_TEXT_VALUE (text));
  else
    store_row_take_text (row, g_utf8_make_valid (text, -1));
}

void
store_row_take_text (StoreRow *row, char *text)
{
  if (row->texts == NULL)
    row->texts = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (row->texts, text);
  add_value (row, STORE_TEXT_VALUE (text));
}

void
store_row_begin (StoreRow *row)
{
  row->n_values = 0;
  if (row->texts != NULL)
    g_ptr_array_set_size (row->texts, 0);
}

void
store_row_clear (StoreRow *row)
{
  g_clear_pointer (&row->texts, g_ptr_array_unref);
}

/* --- statements --- */

static void
copy_value (Store *store, StoreRows *rows, guint column, StoreType type, StoreRow *row)
{
  const StoreDriver *driver = store->driver;
  if (driver->is_null (rows, column))
    store_row_add_null (row);
  else if (type == STORE_INTEGER)
    store_row_add_integer (row, driver->integer (rows, column));
  else if (type == STORE_REAL)
    store_row_add_real (row, driver->real (rows, column));
  else
    store_row_take_text (row, g_strdup (driver->text (rows, column)));
}

gboolean
store_ask (Store *store, const char *statement, const StoreValue *arguments, guint n_arguments,
           const StoreType *types, guint n_columns, StoreRow *row, gboolean *found, GError **error)
{
  StoreRows *rows
      = store->driver->query (store->database, statement, arguments, n_arguments, error);
  if (rows == NULL)
    return FALSE;

  g_autoptr (GError) reason = NULL;
  store_row_begin (row);
  *found = store->driver->next (rows, &reason);
  for (guint i = 0; *found && i < n_columns; i++)
    copy_value (store, rows, i, types[i], row);
  while (reason == NULL && *found && store->driver->next (rows, &reason))
    ;
  store->driver->done (rows);
  if (reason == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

gboolean
store_each_row (Store *store, const char *statement, const StoreValue *arguments, guint n_arguments,
                StoreVisit visit, gpointer data, GError **error)
{
  const StoreDriver *driver = store->driver;
  StoreRows *rows = driver->query (store->database, statement, arguments, n_arguments, error);
  if (rows == NULL)
    return FALSE;

  g_autoptr (GError) reason = NULL;
  while (driver->next (rows, &reason) && visit (driver, rows, data, &reason))
    ;
  driver->done (rows);
  if (reason == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

gboolean
store_do (Store *store, const char *statement, const StoreValue *arguments, guint n_arguments,
          GError **error)
{
  g_auto (StoreRow) row = { .n_values = 0 };
  gboolean found = FALSE;
  return store_ask (store, statement, arguments, n_arguments, NULL, 0, &row, &found, error);
}

/* --- transactions --- */

static gboolean
try_transaction (Store *store, const char *begin, StoreWork work, gpointer data, GError **error)
{
  const StoreDriver *driver = store->driver;
  if (!driver->run (store->database, begin, error))
    return FALSE;
  if (work (store, data, error) && driver->run (store->database, "COMMIT", error))
    return TRUE;

  driver->run (store->database, "ROLLBACK", NULL); /* the first error is the one to tell */
  return FALSE;
}

/* Returns: whether the connection is back. */
static gboolean
seek_connection (Store *store)
{
  for (int i = 0; i < MOST_ATTEMPTS; i++, g_usleep (ATTEMPT_MICROSECONDS))
    if (store->driver->reopen (store->database))
      return TRUE;
  return FALSE;
}

gboolean
store_transact (Store *store, const char *begin, StoreWork work, gpointer data, GError **error)
{
  while (TRUE)
    {
      g_autoptr (GError) reason = NULL;
      if (try_transaction (store, begin, work, data, &reason))
        return TRUE;
      if (store->driver->is_lost (store->database) && seek_connection (store))
        continue;
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
}
