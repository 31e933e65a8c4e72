/* batch/batch.h - many inputs into a store, whatever one of them does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * This process finds out what there is to read, has each report read by a worker (batch/worker.h),
 * and alone writes to the store.  It waits for workers and archives, never for one of them.  Two
 * jobs or more read on while it writes, so that no processor waits for it; a single one takes turns
 * with it, and uses one processor.
 */
#pragma once

#include "batch/feed.h"
#include "batch/journal.h"
#include "batch/progress.h"
#include "batch/reading.h"
#include "emit/store.h"
#include "parse/parse.h"

G_BEGIN_DECLS

typedef struct
{
  const Parser *parser;
  CheckFunc check;
  gconstpointer check_data;
  const Sandbox *sandbox; /* NULL for none */
  BatchLimits limits;
  guint n_jobs;
  guint shard, n_shards; /* inputs of the shard, from 1, are read, by their checksum */
  gboolean tries_failed; /* what could not be read for good, too */
  gboolean is_forced;    /* what is in the store, too */
  gboolean is_dry;       /* nothing is read and nothing written */
} BatchOptions;

typedef enum
{
  BATCH_DONE,
  BATCH_STOPPED,  /* by a person, before its end */
  BATCH_NO_STORE, /* the store takes no more; @error says why */
} BatchEnd;

/**
 * batch_run:
 * @options: how; all is borrowed
 * @walk: what
 * @store: (nullable): opened for writing, with its run begun; for a dry run for reading, or %NULL
 *   where there is none yet
 * @journal: gets the fate of each input
 * @progress: (nullable): is shown meanwhile
 * @error: return location for a #RecountError
 *
 * The first wish to stop (batch/interrupt.h) ends it once what is being read is in the store, the
 * second at once.
 *
 * Returns: how it ended
 */
BatchEnd batch_run (const BatchOptions *options, const Walk *walk, Store *store, Journal *journal,
                    Progress *progress, GError **error);

/* Returns: the shard, from 1 to @n_shards, that an input of that checksum is of. */
guint batch_shard_of (const char *sha256, guint n_shards);

G_END_DECLS
