/* emit/store_settle.c - what only several reports of a store show.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A reading that is added, or that another takes the place of, is not settled.  All reports of its
 * publisher are then compared anew, from the first vintage to the last: so what is found depends on
 * the reports alone.  Only readings that were seen before are marked as settled afterwards, for
 * others may be added meanwhile.
 */
#include "emit/store_ahead.h"
#include "emit/store_metadata.h"
#include "emit/store_report.h"

/* What a comparison needs of a report: it never looks at what the report shows by itself. */
static const gsize n_compared = 4; /* report, indicator, figure, text */

typedef struct
{
  const StoreComparison *comparison;
  const char *publisher;
  StoreAhead *ahead; /* reports that may have been read; NULL if none were */
} Settling;

static gboolean
forget_comparisons (Store *store, gint64 reading, GError **error)
{
  const StoreValue argument = STORE_INT_VALUE (reading);
  return store_do (store, "DELETE FROM comparison WHERE reading_id = $1", &argument, 1, error);
}

/* A StoreReadFunc. */
static Report *
read_compared (Store *store, gint64 reading, GError **error)
{
  const Source unknown = { NULL, NULL };
  g_autoptr (Report) report = report_new (&unknown);
  for (gsize i = 0; i < n_compared; i++)
    if (!store_read_rows (store, &store_tables[i], reading, report, error))
      return NULL;
  return g_steal_pointer (&report);
}

static gboolean
compare_reading (Store *store, const StoreReading *reading, const Settling *settling,
                 gpointer ledger, GError **error)
{
  const StoreComparison *comparison = settling->comparison;
  g_autoptr (Report) report
      = settling->ahead != NULL ? store_ahead_take (settling->ahead, reading) : NULL;
  if (report == NULL)
    report = read_compared (store, reading->id, error);
  if (report == NULL)
    return FALSE;

  comparison->compare (ledger, report, comparison->data);
  return forget_comparisons (store, reading->id, error)
         && store_write_rows (store, &store_comparisons, reading->id, report, error);
}

/* One report alone has nothing to be compared with. */
static gboolean
compare_readings (Store *store, const GArray *readings, const Settling *settling, GError **error)
{
  if (readings->len == 1)
    return forget_comparisons (store, g_array_index (readings, StoreReading, 0).id, error);
  gpointer ledger = settling->comparison->begin ();
  gboolean ok = TRUE;
  for (guint i = 0; ok && i < readings->len; i++)
    ok = compare_reading (store, &g_array_index (readings, StoreReading, i), settling, ledger,
                          error);
  settling->comparison->end (ledger);
  return ok;
}

static gboolean
mark_settled (Store *store, const GArray *readings, GError **error)
{
  for (guint i = 0; i < readings->len; i++)
    {
      const StoreValue argument = STORE_INT_VALUE (g_array_index (readings, gint64, i));
      if (!store_do (store, "UPDATE reading SET is_settled = 1 WHERE reading_id = $1", &argument, 1,
                     error))
        return FALSE;
    }
  return TRUE;
}

/* A StoreVisit. */
static gboolean
append_reading (const StoreDriver *driver, StoreRows *rows, gpointer data,
                G_GNUC_UNUSED GError **error)
{
  const StoreReading reading = { driver->integer (rows, 0), driver->integer (rows, 1) };
  g_array_append_val ((GArray *) data, reading);
  return TRUE;
}

/* Adds what counts of @publisher's to @readings, of StoreReading, from the first vintage to the
 * last. */
static gboolean
list_readings (Store *store, const char *publisher, GArray *readings, GError **error)
{
  const StoreValue argument = STORE_TEXT_VALUE (publisher);
  return store_each_row (store,
                         "SELECT p.reading_id, r.run_id FROM report p JOIN reading r "
                         "ON r.reading_id = p.reading_id AND r.is_current = 1 "
                         "WHERE p.publisher = $1 ORDER BY p.vintage, p.source_sha256",
                         &argument, 1, append_reading, readings, error);
}

/* A StoreWork. */
static gboolean
settle_publisher (Store *store, gpointer data, GError **error)
{
  const Settling *settling = data;
  const StoreValue publisher = STORE_TEXT_VALUE (settling->publisher);
  g_autoptr (GArray) unsettled
      = store_list_readings (store,
                             "SELECT r.reading_id FROM reading r JOIN report p "
                             "ON p.reading_id = r.reading_id "
                             "WHERE p.publisher = $1 AND r.is_settled = 0",
                             &publisher, 1, error);
  if (unsettled == NULL)
    return FALSE;
  if (unsettled->len == 0) /* another did it while we waited */
    return TRUE;

  g_autoptr (GArray) readings = g_array_new (FALSE, FALSE, sizeof (StoreReading));
  return list_readings (store, settling->publisher, readings, error)
         && compare_readings (store, readings, settling, error)
         && mark_settled (store, unsettled, error);
}

/* A StoreWork: @data is a checksum. */
static gboolean
unsettle (Store *store, gpointer data, GError **error)
{
  const StoreValue argument = STORE_TEXT_VALUE (data);
  return store_do (store,
                   "UPDATE reading SET is_settled = 0 WHERE source_sha256 = $1 AND is_current = 1",
                   &argument, 1, error);
}

gboolean
store_unsettle (Store *store, const char *sha256, GError **error)
{
  return store_transact (store, store->driver->begin, unsettle, (gpointer) sha256, error);
}

/* A StoreVisit. */
static gboolean
append_name (const StoreDriver *driver, StoreRows *rows, gpointer data,
             G_GNUC_UNUSED GError **error)
{
  g_ptr_array_add (data, g_strdup (driver->text (rows, 0)));
  return TRUE;
}

/* A StoreWork: adds to @data whose reports came since. */
static gboolean
list_unsettled (Store *store, gpointer data, GError **error)
{
  g_ptr_array_set_size (data, 0);
  return store_each_row (
      store,
      "SELECT DISTINCT p.publisher FROM reading r JOIN report p ON p.reading_id = r.reading_id "
      "WHERE r.is_settled = 0 ORDER BY p.publisher",
      NULL, 0, append_name, data, error);
}

gboolean
store_is_settled (Store *store, gboolean *is_settled, GError **error)
{
  g_autoptr (GPtrArray) publishers = g_ptr_array_new_with_free_func (g_free);
  if (!store_transact (store, STORE_BEGIN_READING, list_unsettled, publishers, error))
    return FALSE;
  *is_settled = publishers->len == 0;
  return TRUE;
}

/* What will be compared, as it stands now. */
typedef struct
{
  const GPtrArray *publishers; /* of char * */
  GArray *readings;            /* of StoreReading */
} Plan;

/* A StoreWork. */
static gboolean
make_plan (Store *store, gpointer data, GError **error)
{
  Plan *plan = data;
  g_array_set_size (plan->readings, 0);
  for (guint i = 0; i < plan->publishers->len; i++)
    {
      guint n = plan->readings->len;
      if (!list_readings (store, g_ptr_array_index (plan->publishers, i), plan->readings, error))
        return FALSE;
      if (plan->readings->len == n + 1) /* alone, and not looked at */
        g_array_set_size (plan->readings, n);
    }
  return TRUE;
}

/* Returns (transfer full) (nullable): the reports of @publishers, as they are read; NULL with
 * @error set. */
static StoreAhead *
begin_reading (Store *store, const GPtrArray *publishers, guint n_threads, GError **error)
{
  g_autoptr (GArray) readings = g_array_new (FALSE, FALSE, sizeof (StoreReading));
  Plan plan = { publishers, readings };
  return store_transact (store, STORE_BEGIN_READING, make_plan, &plan, error)
             ? store_ahead_new (store, read_compared, readings, n_threads)
             : NULL;
}

static gboolean
settle_publishers (Store *store, const GPtrArray *publishers, const StoreComparison *comparison,
                   GError **error)
{
  g_autoptr (StoreAhead) ahead = NULL;
  if (comparison->n_readers > 0
      && (ahead = begin_reading (store, publishers, comparison->n_readers, error)) == NULL)
    return FALSE;

  for (guint i = 0; i < publishers->len; i++)
    {
      if (comparison->goes_on != NULL
          && !comparison->goes_on (publishers->len - i, comparison->data))
        break;
      Settling settling = { comparison, g_ptr_array_index (publishers, i), ahead };
      if (!store_transact (store, store->driver->settle, settle_publisher, &settling, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
store_settle (Store *store, const StoreComparison *comparison, GError **error)
{
  g_autoptr (GPtrArray) publishers = g_ptr_array_new_with_free_func (g_free);
  return store_transact (store, STORE_BEGIN_READING, list_unsettled, publishers, error)
         && settle_publishers (store, publishers, comparison, error)
         && (publishers->len == 0 || store_write_metadata (store, error));
}
