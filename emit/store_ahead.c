/* emit/store_ahead.c - reports of a store, read by threads before they are wanted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/store_ahead.h"

/* What each thread may have read that nobody took. */
#define MOST_EACH 2

/* A report that will be wanted. */
typedef struct
{
  StoreReading reading;
  Report *report; /* owned; NULL if it could not be read */
  gboolean is_done;
} Place;

struct _StoreAhead
{
  char *uri; /* owned */
  StoreReadFunc read;
  GPtrArray *threads; /* of GThread */

  GMutex lock; /* of what follows */
  GCond changed;
  GArray *places;  /* of Place */
  guint next;      /* the first that no thread has begun with */
  guint wanted;    /* the first that may still be taken */
  guint n_reading; /* threads that have not ended */
  gboolean is_over;
};

static Place *
place_at (const StoreAhead *ahead, guint index)
{
  return &g_array_index (ahead->places, Place, index);
}

/* ---- in a thread ---- */

/* What is read in one transaction. */
typedef struct
{
  StoreReadFunc read;
  gint64 reading;
  Report *report; /* owned */
} Errand;

/* A StoreWork. */
static gboolean
run_errand (Store *store, gpointer data, GError **error)
{
  Errand *errand = data;
  errand->report = errand->read (store, errand->reading, error);
  return errand->report != NULL;
}

/* Returns (transfer full) (nullable): the report; why there is none whoever wants it will find. */
static Report *
read_place (const StoreAhead *ahead, Store *store, gint64 reading)
{
  Errand errand = { ahead->read, reading, NULL };
  if (!store_transact (store, STORE_BEGIN_READING, run_errand, &errand, NULL))
    g_clear_pointer (&errand.report, report_free);
  return errand.report;
}

static void
put (StoreAhead *ahead, guint index, Report *report)
{
  if (index < ahead->wanted)
    report_free (report);
  else
    place_at (ahead, index)->report = report;
  place_at (ahead, index)->is_done = TRUE;
  g_cond_broadcast (&ahead->changed);
}

/* Waits until there is room for a report.  Returns: FALSE if there is nothing more to read. */
static gboolean
find_work (StoreAhead *ahead)
{
  guint most = MOST_EACH * ahead->threads->len;
  while (!ahead->is_over && ahead->next < ahead->places->len && ahead->next >= ahead->wanted + most)
    g_cond_wait (&ahead->changed, &ahead->lock);
  return !ahead->is_over && ahead->next < ahead->places->len;
}

/* A GThreadFunc. */
static gpointer
read_ahead (gpointer data)
{
  StoreAhead *ahead = data;
  g_autoptr (Store) store = store_open (ahead->uri, STORE_READ, NULL);
  g_mutex_lock (&ahead->lock);
  while (store != NULL && find_work (ahead))
    {
      guint index = ahead->next++;
      gint64 reading = place_at (ahead, index)->reading.id;
      g_mutex_unlock (&ahead->lock);
      Report *report = read_place (ahead, store, reading);
      g_mutex_lock (&ahead->lock);
      put (ahead, index, report);
    }
  ahead->n_reading--;
  g_cond_broadcast (&ahead->changed);
  g_mutex_unlock (&ahead->lock);
  return NULL;
}

/* ---- for whom they are ---- */

StoreAhead *
store_ahead_new (const Store *store, StoreReadFunc read, const GArray *readings, guint n_threads)
{
  StoreAhead *ahead = g_new0 (StoreAhead, 1);
  ahead->uri = g_strdup (store->uri);
  ahead->read = read;
  ahead->places = g_array_new (FALSE, TRUE, sizeof (Place));
  g_mutex_init (&ahead->lock);
  g_cond_init (&ahead->changed);
  g_array_set_size (ahead->places, readings->len);
  for (guint i = 0; i < readings->len; i++)
    place_at (ahead, i)->reading = g_array_index (readings, StoreReading, i);

  ahead->threads = g_ptr_array_new ();
  g_mutex_lock (&ahead->lock); /* none looks at the others before all are there */
  for (guint i = 0; i < n_threads; i++)
    {
      GThread *thread = g_thread_try_new ("ahead", read_ahead, ahead, NULL);
      if (thread != NULL)
        g_ptr_array_add (ahead->threads, thread);
    }
  ahead->n_reading = ahead->threads->len;
  g_mutex_unlock (&ahead->lock);
  return ahead;
}

/* Those in front of @index are wanted no more. */
static void
pass_over (StoreAhead *ahead, guint index)
{
  for (; ahead->wanted < index; ahead->wanted++)
    g_clear_pointer (&place_at (ahead, ahead->wanted)->report, report_free);
  g_cond_broadcast (&ahead->changed);
}

void
store_ahead_free (StoreAhead *ahead)
{
  if (ahead == NULL)
    return;

  g_mutex_lock (&ahead->lock);
  ahead->is_over = TRUE;
  g_cond_broadcast (&ahead->changed);
  g_mutex_unlock (&ahead->lock);
  for (guint i = 0; i < ahead->threads->len; i++)
    g_thread_join (g_ptr_array_index (ahead->threads, i));
  pass_over (ahead, ahead->places->len);
  g_ptr_array_unref (ahead->threads);
  g_array_unref (ahead->places);
  g_mutex_clear (&ahead->lock);
  g_cond_clear (&ahead->changed);
  g_free (ahead->uri);
  g_free (ahead);
}

/* Returns: the index of @reading; behind all if it is not to come. */
static guint
find_place (const StoreAhead *ahead, const StoreReading *reading)
{
  guint index = ahead->wanted;
  while (index < ahead->places->len
         && (place_at (ahead, index)->reading.id != reading->id
             || place_at (ahead, index)->reading.run != reading->run))
    index++;
  return index;
}

Report *
store_ahead_take (StoreAhead *ahead, const StoreReading *reading)
{
  g_mutex_lock (&ahead->lock);
  Report *report = NULL;
  guint index = find_place (ahead, reading);
  if (index < ahead->places->len)
    {
      pass_over (ahead, index);
      while (!place_at (ahead, index)->is_done && ahead->n_reading > 0)
        g_cond_wait (&ahead->changed, &ahead->lock);
      report = g_steal_pointer (&place_at (ahead, index)->report);
      pass_over (ahead, index + 1);
    }
  g_mutex_unlock (&ahead->lock);
  return report;
}
