/* cli/decide.h - checks reports with what people decided about them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "emit/store.h"
#include "extract/limits.h"
#include "model/knowledge.h"
#include "model/review.h"

G_BEGIN_DECLS

#define DECIDE_SUMMARY "Apply the decisions that validation.html saved; may be given several times"
#define REPAIR_SUMMARY "Replace misread figures of scans where the arithmetic leaves one reading"

/* How reports are checked. */
typedef struct
{
  const Knowledge *knowledge; /* borrowed */
  Decisions *decisions;       /* borrowed */
  gboolean repairs;
} Checking;

/* Returns (transfer full): the decisions of all @files (nullable, NULL-terminated); NULL with
 * @error as decisions_load() sets it. */
Decisions *decide_load (char **files, GError **error);

/* Checks @report as the decisions correct it, and applies what they say of its findings. */
void decide_check (Report *report, const Checking *checking);

/* Returns (transfer full): in one text, what of these options changes what is read: the --repair,
 * the decisions of @files by their checksum, and the --ocr of @limits; "" if all is as usual. */
char *decide_options (const Checking *checking, char **files, const ExtractLimits *limits);

/* Finds out which decisions a store shows to have been applied: those about reports that the run
 * reads, now or before. */
gboolean decide_ask_store (Decisions *decisions, Store *store, GError **error);

/* Prints a line to stderr for each decision that applies to nothing. */
void decide_report_left (const Decisions *decisions);

G_END_DECLS
