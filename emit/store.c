/* emit/store.c - the indicator store: opening it, and adding what was read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/store.h"

#include <string.h>

#include "emit/store_report.h"

#define NO_SETTING (-1) /* of no reading */

static const StoreDriver *const drivers[] = { &store_sqlite, &store_postgres };

/* --- opening --- */

static const StoreDriver *
find_driver (const char *uri)
{
  for (gsize i = 0; i < G_N_ELEMENTS (drivers); i++)
    if (g_str_has_prefix (uri, drivers[i]->scheme))
      return drivers[i];
  return NULL;
}

/* Returns (transfer full): @uri without what may be a password, in front of an '@' or a parameter,
 * rightly written or not. */
static char *
hide_password (const char *uri)
{
  g_autoptr (GRegex) user = g_regex_new ("^(\\w+://[^:/?@]*):.*@", G_REGEX_DOTALL, 0, NULL);
  g_autofree char *valid = g_utf8_make_valid (uri, -1);
  char *name = g_regex_replace (user, valid, -1, 0, "\\1@", 0, NULL);
  if (strstr (name, "://") != NULL)
    name[strcspn (name, "?")] = '\0';
  return name;
}

Store *
store_open (const char *uri, StoreMode mode, GError **error)
{
  g_autofree char *name = hide_password (uri);
  const StoreDriver *driver = find_driver (uri);
  if (driver == NULL)
    {
      recount_fail (error, RECOUNT_ERROR_USAGE, NULL,
                    "'%s' is no store: sqlite:FILE or postgresql://HOST/DATABASE", name);
      return NULL;
    }

  g_autoptr (Store) store = g_new0 (Store, 1);
  store->driver = driver;
  store->mode = mode;
  store->name = g_steal_pointer (&name);
  store->uri = g_strdup (uri);
  store->database = driver->open (uri, store->name, mode, error);
  if (store->database == NULL || !store_migrate (store, error))
    return NULL;
  return g_steal_pointer (&store);
}

void
store_close (Store *store)
{
  if (store == NULL)
    return;

  if (store->database != NULL)
    store->driver->close (store->database);
  g_free (store->name);
  g_free (store->uri);
  g_free (store);
}

const char *
store_name (const Store *store)
{
  return store->name;
}

/* --- the run --- */

/* Sets @id to the number that @statement gives. */
static gboolean
ask_id (Store *store, const char *statement, const StoreValue *arguments, guint n_arguments,
        gint64 *id, gboolean *found, GError **error)
{
  static const StoreType types[] = { STORE_INTEGER };
  g_auto (StoreRow) row = { .n_values = 0 };
  if (!store_ask (store, statement, arguments, n_arguments, types, 1, &row, found, error))
    return FALSE;
  if (*found)
    *id = row.values[0].integer;
  return TRUE;
}

/* A StoreWork. */
static gboolean
begin_run (Store *store, gpointer data, GError **error)
{
  const StoreSettings *settings = data;
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, settings->options, -1);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *started = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  const StoreValue setting[]
      = { STORE_TEXT_VALUE (settings->tool_version), STORE_TEXT_VALUE (settings->options),
          STORE_TEXT_VALUE (hash), STORE_TEXT_VALUE (settings->knowledge) };
  gboolean found = FALSE;
  /* an update that changes nothing, for what conflicts gives no row back */
  if (!ask_id (store,
               "INSERT INTO setting (tool_version, options, options_hash, knowledge_hash) "
               "VALUES ($1, $2, $3, $4) ON CONFLICT (tool_version, options_hash, knowledge_hash) "
               "DO UPDATE SET options = excluded.options RETURNING setting_id",
               setting, G_N_ELEMENTS (setting), &store->setting, &found, error))
    return FALSE;

  const StoreValue run[] = { STORE_INT_VALUE (store->setting), STORE_TEXT_VALUE (started) };
  return ask_id (store, "INSERT INTO run (setting_id, started_at) VALUES ($1, $2) RETURNING run_id",
                 run, G_N_ELEMENTS (run), &store->run, &found, error);
}

/* A StoreWork. */
static gboolean
find_setting (Store *store, gpointer data, GError **error)
{
  const StoreSettings *settings = data;
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, settings->options, -1);
  const StoreValue setting[] = { STORE_TEXT_VALUE (settings->tool_version), STORE_TEXT_VALUE (hash),
                                 STORE_TEXT_VALUE (settings->knowledge) };
  gboolean found = FALSE;
  store->setting = NO_SETTING;
  return ask_id (store,
                 "SELECT setting_id FROM setting WHERE tool_version = $1 AND options_hash = $2 "
                 "AND knowledge_hash = $3",
                 setting, G_N_ELEMENTS (setting), &store->setting, &found, error);
}

gboolean
store_begin_run (Store *store, const StoreSettings *settings, GError **error)
{
  return store->mode == STORE_WRITE
             ? store_transact (store, store->driver->begin, begin_run, (gpointer) settings, error)
             : store_transact (store, STORE_BEGIN_READING, find_setting, (gpointer) settings,
                               error);
}

/* --- readings --- */

static const char *const state_codes[]
    = { [READING_NONE] = "", [READING_DONE] = "done", [READING_FAILED] = "failed" };

/* A question about a reading. */
typedef struct
{
  const char *sha256;
  Reading *answer;
} Lookup;

/* A StoreWork, so that a lost connection is sought again. */
static gboolean
find_reading (Store *store, gpointer data, GError **error)
{
  static const StoreType types[] = { STORE_TEXT, STORE_INTEGER, STORE_INTEGER };
  const Lookup *lookup = data;
  const StoreValue arguments[]
      = { STORE_TEXT_VALUE (lookup->sha256), STORE_INT_VALUE (store->setting) };
  g_auto (StoreRow) row = { .n_values = 0 };
  gboolean found = FALSE;
  if (!store_ask (store,
                  "SELECT state, is_retryable, attempts FROM reading "
                  "WHERE source_sha256 = $1 AND setting_id = $2 "
                  "AND (is_current = 1 OR state = 'failed')",
                  arguments, G_N_ELEMENTS (arguments), types, G_N_ELEMENTS (types), &row, &found,
                  error))
    return FALSE;

  *lookup->answer = (Reading){ READING_NONE, FALSE, 0 };
  if (found)
    {
      gboolean is_done = g_str_equal (row.values[0].text, state_codes[READING_DONE]);
      *lookup->answer = (Reading){ is_done ? READING_DONE : READING_FAILED,
                                   row.values[1].integer != 0, (guint) row.values[2].integer };
    }
  return TRUE;
}

gboolean
store_find_reading (Store *store, const char *sha256, Reading *reading, GError **error)
{
  Lookup lookup = { sha256, reading };
  return store_transact (store, STORE_BEGIN_READING, find_reading, &lookup, error);
}

/* What is added. */
typedef struct
{
  const Report *report;
  gboolean replaces;
  gboolean is_added;
} Addition;

/* The reports that it was compared with are compared anew, for it may come back as somebody else's.
 */
static gboolean
forget (Store *store, const Source *source, GError **error)
{
  static const char *const statements[] = {
    "UPDATE reading SET is_settled = 0 WHERE reading_id IN (SELECT p.reading_id FROM report p "
    "WHERE p.publisher IN (SELECT o.publisher FROM report o JOIN reading r "
    "ON r.reading_id = o.reading_id WHERE r.source_sha256 = $1 AND r.setting_id = $2))",
    "DELETE FROM reading WHERE source_sha256 = $1 AND setting_id = $2",
  };
  const StoreValue arguments[]
      = { STORE_TEXT_VALUE (source->sha256), STORE_INT_VALUE (store->setting) };
  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    if (!store_do (store, statements[i], arguments, G_N_ELEMENTS (arguments), error))
      return FALSE;
  return TRUE;
}

/* Claims the reading: there is none in @found if it is done already. */
static gboolean
claim (Store *store, const Source *source, gint64 *reading, gboolean *found, GError **error)
{
  g_autofree char *path = g_utf8_make_valid (source->path, -1);
  const StoreValue arguments[]
      = { STORE_TEXT_VALUE (source->sha256), STORE_INT_VALUE (store->setting),
          STORE_INT_VALUE (store->run), STORE_TEXT_VALUE (path) };
  return ask_id (store,
                 "INSERT INTO reading (source_sha256, setting_id, run_id, source, state, reason, "
                 "is_retryable, attempts, is_current, is_settled) "
                 "VALUES ($1, $2, $3, $4, 'done', '', 0, 1, 1, 0) "
                 "ON CONFLICT (source_sha256, setting_id) DO UPDATE SET state = 'done', "
                 "reason = '', is_retryable = 0, attempts = reading.attempts + 1, is_current = 1, "
                 "is_settled = 0, run_id = excluded.run_id, source = excluded.source "
                 "WHERE reading.state = 'failed' RETURNING reading_id",
                 arguments, G_N_ELEMENTS (arguments), reading, found, error);
}

/* What was read in this way before counts again, if it was read in another way since: @found tells
 * if it was. */
static gboolean
restore (Store *store, const Source *source, gint64 *reading, gboolean *found, GError **error)
{
  const StoreValue arguments[]
      = { STORE_TEXT_VALUE (source->sha256), STORE_INT_VALUE (store->setting) };
  return ask_id (store,
                 "UPDATE reading SET is_current = 1, is_settled = 0 WHERE source_sha256 = $1 "
                 "AND setting_id = $2 AND is_current = 0 RETURNING reading_id",
                 arguments, G_N_ELEMENTS (arguments), reading, found, error);
}

/* What the same bytes gave before does not count any more. */
static gboolean
supersede (Store *store, const Source *source, gint64 reading, GError **error)
{
  const StoreValue arguments[] = { STORE_TEXT_VALUE (source->sha256), STORE_INT_VALUE (reading) };
  return store_do (store,
                   "UPDATE reading SET is_current = 0, is_settled = 0 "
                   "WHERE source_sha256 = $1 AND reading_id <> $2 AND is_current = 1",
                   arguments, G_N_ELEMENTS (arguments), error);
}

/* Sorted, so that two who add the same wait for each other once. */
static gboolean
add_references (Store *store, gint64 reading, GError **error)
{
  const StoreValue argument = STORE_INT_VALUE (reading);
  return store_do (store,
                   "INSERT INTO known_as (ref, canonical_id, publisher, series, authority, "
                   "authority_code) SELECT DISTINCT i.ref, i.canonical_id, i.publisher, i.series, "
                   "p.authority, p.authority_code FROM indicator i JOIN report p "
                   "ON p.reading_id = i.reading_id WHERE i.reading_id = $1 "
                   "ORDER BY 1, 2, 3, 4, 5, 6 ON CONFLICT DO NOTHING",
                   &argument, 1, error);
}

/* A StoreWork. */
static gboolean
add_report (Store *store, gpointer data, GError **error)
{
  Addition *addition = data;
  const Source *source = &addition->report->source;
  gint64 reading = 0;
  addition->is_added = FALSE;
  if ((addition->replaces && !forget (store, source, error))
      || !claim (store, source, &reading, &addition->is_added, error))
    return FALSE;
  if (!addition->is_added)
    return restore (store, source, &reading, &addition->is_added, error)
           && (!addition->is_added || supersede (store, source, reading, error));

  for (gsize i = 0; i < N_STORE_TABLES; i++)
    if (!store_write_rows (store, &store_tables[i], reading, addition->report, error))
      return FALSE;
  return add_references (store, reading, error) && supersede (store, source, reading, error);
}

gboolean
store_add_report (Store *store, const Report *report, gboolean replaces, gboolean *is_added,
                  GError **error)
{
  g_assert (store->run != 0);
  Addition addition = { report, replaces, FALSE };
  if (!store_transact (store, store->driver->begin, add_report, &addition, error))
    return FALSE;
  if (is_added != NULL)
    *is_added = addition.is_added;
  return TRUE;
}

/* --- failures --- */

/* A StoreWork. */
static gboolean
add_failure (Store *store, gpointer data, GError **error)
{
  const StoreFailure *failure = data;
  g_autofree char *path = g_utf8_make_valid (failure->source.path, -1);
  g_autofree char *reason = g_utf8_make_valid (failure->reason, -1);
  const StoreValue arguments[] = { STORE_TEXT_VALUE (failure->source.sha256),
                                   STORE_INT_VALUE (store->setting),
                                   STORE_INT_VALUE (store->run),
                                   STORE_TEXT_VALUE (path),
                                   STORE_TEXT_VALUE (reason),
                                   STORE_INT_VALUE (failure->is_retryable ? 1 : 0) };
  return store_do (
      store,
      "INSERT INTO reading (source_sha256, setting_id, run_id, source, state, reason, "
      "is_retryable, attempts, is_current, is_settled) "
      "VALUES ($1, $2, $3, $4, 'failed', $5, $6, 1, 0, 1) "
      "ON CONFLICT (source_sha256, setting_id) DO UPDATE SET run_id = excluded.run_id, "
      "source = excluded.source, reason = excluded.reason, "
      "is_retryable = excluded.is_retryable, attempts = reading.attempts + 1 "
      "WHERE reading.state = 'failed'",
      arguments, G_N_ELEMENTS (arguments), error);
}

gboolean
store_add_failure (Store *store, const Source *source, const char *reason, gboolean is_retryable,
                   GError **error)
{
  g_assert (store->run != 0);
  StoreFailure failure = { *source, reason, is_retryable, 1 };
  return store_transact (store, store->driver->begin, add_failure, &failure, error);
}

typedef struct
{
  StoreFailureFunc visit;
  gpointer data;
} FailureReader;

/* A StoreVisit. */
static gboolean
read_failure (const StoreDriver *driver, StoreRows *rows, gpointer data,
              G_GNUC_UNUSED GError **error)
{
  const FailureReader *reader = data;
  g_autofree char *path = g_strdup (driver->text (rows, 0));
  g_autofree char *sha256 = g_strdup (driver->text (rows, 1));
  g_autofree char *reason = g_strdup (driver->text (rows, 2));
  const StoreFailure failure = {
    { path, sha256 }, reason, driver->integer (rows, 3) != 0, (guint) driver->integer (rows, 4)
  };
  reader->visit (&failure, reader->data);
  return TRUE;
}

gboolean
store_each_failure (Store *store, StoreFailureFunc visit, gpointer data, GError **error)
{
  const StoreValue argument = STORE_INT_VALUE (store->setting);
  FailureReader reader = { visit, data };
  return store_each_row (
      store,
      "SELECT source, source_sha256, reason, is_retryable, attempts FROM reading "
      "WHERE state = 'failed' AND setting_id = $1 ORDER BY source, source_sha256",
      &argument, 1, read_failure, &reader, error);
}

/* --- names --- */

/* A StoreWork. */
static gboolean
add_name (Store *store, gpointer data, GError **error)
{
  static const char *const statements[] = {
    "UPDATE reading SET source = $2 WHERE source_sha256 = $1 AND source > $2",
    "UPDATE report SET source = $2 WHERE source > $2 AND reading_id IN "
    "(SELECT reading_id FROM reading WHERE source_sha256 = $1)",
  };
  const Source *source = data;
  g_autofree char *path = g_utf8_make_valid (source->path, -1);
  const StoreValue arguments[] = { STORE_TEXT_VALUE (source->sha256), STORE_TEXT_VALUE (path) };
  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    if (!store_do (store, statements[i], arguments, G_N_ELEMENTS (arguments), error))
      return FALSE;
  return TRUE;
}

gboolean
store_add_name (Store *store, const Source *source, GError **error)
{
  return store_transact (store, store->driver->begin, add_name, (gpointer) source, error);
}
