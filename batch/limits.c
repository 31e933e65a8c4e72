/* batch/limits.c - how much a batch is too much.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "batch/limits.h"

#define MEGABYTE (1024 * (guint64) 1024)

#define FACTS(option, summary, usual) option, summary " (" #usual ")", usual

static const LimitFacts facts[N_BATCH_LIMITS] = {
  [BATCH_MEMORY]
  = { FACTS ("max-memory", "The MB of memory that reading an input may take", 2048) },
  [BATCH_OUTPUT] = { FACTS ("max-output", "The MB that may be read from an input", 256) },
  [BATCH_ENTRIES] = { FACTS ("max-entries", "The entries that an archive may have", 100000) },
  [BATCH_UNPACKED] = { FACTS ("max-unpacked", "The MB that an archive may unpack to", 65536) },
  [BATCH_RATIO] = { FACTS ("max-ratio", "How many times its size an archive may unpack to", 100) },
  [BATCH_NESTING] = { FACTS ("max-nesting", "How deep archives may lie in each other", 3) },
};

const LimitFacts *
batch_limit_facts (BatchLimit limit)
{
  return &facts[limit];
}

BatchLimits
batch_default_limits (void)
{
  BatchLimits limits = { .extract = extract_default_limits () };
  for (gsize i = 0; i < N_BATCH_LIMITS; i++)
    limits.most[i] = facts[i].usual;
  return limits;
}

WorkerPlan
batch_worker_plan (const BatchLimits *limits, const Sandbox *sandbox)
{
  /* extract/ minds the seconds itself and says more of what it met; the kernel minds what comes
   * behind it.  By the clock on the wall, a machine that is busy with other things has time too. */
  guint seconds = MIN (limits->extract.most[LIMIT_SECONDS], G_MAXUINT / 4);
  return (WorkerPlan){
    .sandbox = sandbox,
    .limits = { .seconds = seconds + 1, .memory = limits->most[BATCH_MEMORY] * MEGABYTE },
    .wall_seconds = 3 * seconds + 60,
    .output_bytes = limits->most[BATCH_OUTPUT] * MEGABYTE,
    .file = -1,
  };
}

ArchiveLimits
batch_archive_limits (const BatchLimits *limits)
{
  return (ArchiveLimits){
    .member_bytes = limits->extract.most[LIMIT_BYTES],
    .unpacked_bytes = limits->most[BATCH_UNPACKED] * MEGABYTE,
    .ratio = limits->most[BATCH_RATIO],
    .entries = limits->most[BATCH_ENTRIES],
  };
}
