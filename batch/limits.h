/* batch/limits.h - how much a batch is too much.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "batch/archive.h"
#include "batch/worker.h"
#include "extract/extract.h"

G_BEGIN_DECLS

typedef enum
{
  BATCH_MEMORY,   /* MB, of a worker */
  BATCH_OUTPUT,   /* MB, of a worker */
  BATCH_ENTRIES,  /* of an archive, as the next three */
  BATCH_UNPACKED, /* MB */
  BATCH_RATIO,
  BATCH_NESTING, /* archives in archives */
  N_BATCH_LIMITS
} BatchLimit;

typedef struct
{
  ExtractLimits extract; /* of an input */
  guint most[N_BATCH_LIMITS];
} BatchLimits;

const LimitFacts *batch_limit_facts (BatchLimit limit);

/* Returns: all limits as usual. */
BatchLimits batch_default_limits (void);

/* Return: what a worker may do that reads a report, or that unpacks an archive; @sandbox is
 * borrowed, and NULL for none. */
WorkerPlan batch_worker_plan (const BatchLimits *limits, const Sandbox *sandbox);
ArchiveLimits batch_archive_limits (const BatchLimits *limits);

G_END_DECLS
