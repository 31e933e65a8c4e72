/* emit/summary.h - what the terminal shows of a run.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/report.h"

G_BEGIN_DECLS

#define SUMMARY_WIDTH 150    /* columns that a finding's line keeps to */
#define SUMMARY_FINDINGS 20u /* lines of findings at most */

/* Returns (transfer full): a line for each of @reports (of Report), then the causes of their
 * findings, worst first, a line each; control characters are replaced, for the texts are from
 * untrusted files. */
char *summary_text (const GPtrArray *reports);

G_END_DECLS
