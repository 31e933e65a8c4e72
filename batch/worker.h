/* batch/worker.h - a process of its own for one piece of work on untrusted bytes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It is a copy of this process, made in a moment: all that was loaded before is there, and no file
 * is open but its output.  What it writes is as untrusted as what it reads.
 */
#pragma once

#include <stdio.h>

#include "batch/ending.h"
#include "batch/sandbox.h"

G_BEGIN_DECLS

typedef struct
{
  const Sandbox *sandbox; /* borrowed; NULL for none */
  SandboxLimits limits;
  guint wall_seconds;   /* how long it may take, waiting included */
  guint64 output_bytes; /* what it may give before anybody takes it */
  int file;             /* what it gets as WORKER_FILE; -1 for nothing */
} WorkerPlan;

#define WORKER_FILE 4

/* What the worker does: it reads nothing but @data and WORKER_FILE, and writes to @out. */
typedef void (*WorkerFunc) (FILE *out, gpointer data);

typedef struct _Worker Worker;

/**
 * worker_start:
 * @plan: what it may do; copied
 * @func: what it does, in its own process
 * @data: for @func
 * @error: return location for a #RecountError
 *
 * Returns: (transfer full): the worker; %NULL with %RECOUNT_ERROR_OUTPUT if the machine has no
 *   process or no file descriptor left
 */
Worker *worker_start (const WorkerPlan *plan, WorkerFunc func, gpointer data, GError **error);

/* Ends a worker that still runs. */
void worker_free (Worker *worker);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Worker, worker_free)

/* Stores what to wait for, to know when worker_step() has something to do, in so many places; those
 * that do not matter any more are -1. */
#define WORKER_POLLS 3
void worker_fill_poll (const Worker *worker, GPollFD *polls);

/* Takes in what the worker has written, and ends it if it took too long or wrote too much.  Does
 * not wait.  Returns: whether it has ended. */
gboolean worker_step (Worker *worker);

/* Nobody wants the worker's output for now: the time does not count. */
void worker_pause (Worker *worker);

void worker_stop (Worker *worker);

/* Returns (transfer none): what it has written and nobody has taken. */
GByteArray *worker_output (Worker *worker);

/* As ending_reason(), of a worker that has ended. */
char *worker_reason (const Worker *worker, gboolean *is_retryable);

/* Returns: whether a worker that has ended was killed by somebody else than its parent. */
gboolean worker_was_killed (const Worker *worker);

GPid worker_pid (const Worker *worker);

G_END_DECLS
