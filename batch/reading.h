/* batch/reading.h - one report, read by a worker.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The worker extracts, parses and checks, for all three read what a stranger wrote; what it writes
 * is the block of a report or a failure (model/stream.h).
 */
#pragma once

#include "batch/feed.h"
#include "parse/parse.h"

G_BEGIN_DECLS

/* Checks a report, as the sub-command's options have it. */
typedef void (*CheckFunc) (Report *report, gconstpointer data);

typedef struct
{
  const Input *input;
  const ExtractLimits *limits;
  const Parser *parser;
  CheckFunc check;
  gconstpointer check_data;
} ReadingTask;

/* A WorkerFunc, @data being a ReadingTask. */
void reading_work (FILE *out, gpointer data);

/**
 * reading_take:
 * @bytes: what a worker wrote, who may be out of its mind
 * @source: what it was to read
 * @reason: (out): why there is no report
 *
 * Returns: (transfer full) (nullable): the report
 */
Report *reading_take (const GByteArray *bytes, const Source *source, char **reason);

G_END_DECLS
