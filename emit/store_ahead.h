/* emit/store_ahead.h - reports of a store, read by threads before they are wanted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Private to emit/.  To read a report's rows takes longer than to compare them.
 */
#pragma once

#include "emit/store_driver.h"

G_BEGIN_DECLS

/* A reading, told from all that there ever were: SQLite may give the id of one that was removed
 * again, but not in the same run. */
typedef struct
{
  gint64 id, run;
} StoreReading;

/* Returns (transfer full): the report of that reading; NULL with @error set. */
typedef Report *(*StoreReadFunc) (Store *store, gint64 reading, GError **error);

typedef struct _StoreAhead StoreAhead;

/**
 * store_ahead_new:
 * @store: where they are; borrowed, for its name alone
 * @read: what reads one, called by several threads at once with a connection of each
 * @readings: (element-type StoreReading): those that will be wanted, in that order; copied
 * @n_threads: how many read
 *
 * No more than a few reports are held at once.
 *
 * Returns: (transfer full): those that are read ahead
 */
StoreAhead *store_ahead_new (const Store *store, StoreReadFunc read, const GArray *readings,
                             guint n_threads);

/* Waits for the threads to end what they do. */
void store_ahead_free (StoreAhead *ahead);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StoreAhead, store_ahead_free)

/* Returns (transfer full) (nullable): the report of @reading, waited for; NULL if it is not among
 * those behind the last that was taken, or no thread could read it.  Those that are passed over are
 * dropped. */
Report *store_ahead_take (StoreAhead *ahead, const StoreReading *reading);

G_END_DECLS
