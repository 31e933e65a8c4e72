/* batch/ending.h - how a worker ended, and what that says of its input.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/error.h"

G_BEGIN_DECLS

/* Why its parent ended a worker. */
typedef enum
{
  STOPPED_NOT,       /* it has not */
  STOPPED_TOO_LONG,  /* by the clock on the wall */
  STOPPED_TOO_MUCH,  /* it gave too many bytes */
  STOPPED_BY_PERSON, /* who wants an end of it all */
} Stopped;

/* What is known of a worker that is no more. */
typedef struct
{
  int status; /* as waitpid() gives it */
  Stopped stopped;
  int forbidden_call;   /* the number of the system call that ended it; -1 if none did */
  const char *says;     /* what it wrote for people to read, borrowed; "" if nothing */
  guint seconds;        /* what it might compute, */
  guint wall_seconds;   /* how long it might take, */
  guint64 memory_bytes; /* what it might allocate, */
  guint64 output_bytes; /* and what it might give */
} Ending;

/**
 * ending_reason:
 * @ending: what is known
 * @is_retryable: (out): whether the same input may well be read another time: what ended the worker
 *   came from outside
 *
 * Returns: (transfer full) (nullable): why its input could not be read; %NULL if it ended well
 */
char *ending_reason (const Ending *ending, gboolean *is_retryable);

G_END_DECLS
