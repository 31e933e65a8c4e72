/* batch/job.h - the inputs of a batch that are being read, each by a worker.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "batch/reading.h"

G_BEGIN_DECLS

/* An input that is being read. */
typedef struct
{
  Input *input;     /* owned */
  ReadingTask task; /* of the worker */
  Worker *worker;   /* owned */
  GPtrArray *names; /* of char *, owned: other paths of the same bytes, seen meanwhile */
  guint n_attempts; /* the store's, and those of now */
  gint64 begun;     /* of the monotonic clock */

  /* What has come of it; all owned. */
  gboolean is_taken;     /* whether the two below tell */
  Report *report;        /* NULL if there is none, */
  char *trouble;         /* and why */
  gboolean is_retryable; /* whether that may pass */
} Job;

/* @input: (transfer full). */
Job *job_new (Input *input, guint n_attempts);
void job_free (Job *job);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

/* Reads what its worker, which has ended, wrote. */
void job_take (Job *job);

/* Returns: the seconds since its worker was started. */
double job_seconds (const Job *job);

/* All that are not dealt with, each in one of three places. */
typedef struct
{
  GPtrArray *running; /* of Job, owned */
  GQueue ended;       /* of Job, owned: their worker is no more, and what it wrote waits */
  GQueue again;       /* of Job, owned: to be read again, for their worker was killed */
  gint *n_threads;    /* (nullable) owned, shared with the workers: how many each may have */
} Jobs;

void jobs_init (Jobs *jobs);
void jobs_clear (Jobs *jobs);

/* Gives @source (transfer full), whose task is set, a worker.  Returns: FALSE as worker_start()
 * does.
 */
gboolean jobs_start (Jobs *jobs, Job *source, const WorkerPlan *plan, GError **error);

/* Looks after the workers, without waiting: those that run no more are found in `ended`. */
void jobs_step (Jobs *jobs);

/* Returns: whether another worker may be started where @n_jobs are to run: as many at once, what
 * they read being stored meanwhile, for this process mostly waits for them or for the disk.  But no
 * more reports are read than it can store; and a single one takes turns with it. */
gboolean jobs_has_room (const Jobs *jobs, guint n_jobs);

/* Shares @n_jobs processors among the workers there are, as no more will be started: those that
 * read scans use them for several pages at once. */
void jobs_share (Jobs *jobs, guint n_jobs);

/* Stores what to wait for in WORKER_POLLS places for each that runs. */
void jobs_fill_polls (const Jobs *jobs, GPollFD *polls);

/* Returns: how many there are. */
guint jobs_count (const Jobs *jobs);

/* Returns (transfer none) (nullable): the one that reads the bytes of that checksum. */
Job *jobs_find (const Jobs *jobs, const char *sha256);

void jobs_each (const Jobs *jobs, void (*visit) (Job *job, gpointer data), gpointer data);

G_END_DECLS
