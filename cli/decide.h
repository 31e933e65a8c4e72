/* cli/decide.h - checks reports with what people decided about them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/knowledge.h"
#include "model/review.h"

G_BEGIN_DECLS

#define DECIDE_SUMMARY "Apply the decisions that validation.html saved; may be given several times"

/* Returns (transfer full): the decisions of all @files (nullable, NULL-terminated); NULL with
 * @error as decisions_load() sets it. */
Decisions *decide_load (char **files, GError **error);

/* Checks @report as @decisions correct it, and applies what they say of its findings. */
void decide_check (Report *report, const Knowledge *knowledge, Decisions *decisions);

/* Prints a line to stderr for each decision that applies to nothing. */
void decide_report_left (const Decisions *decisions);

G_END_DECLS
