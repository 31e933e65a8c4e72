/* emit/validation.h - validation.json: the findings, for programs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of reports.csv and findings.csv under the same names.  Counts and places are numbers;
 * figures are strings, so that they stay as exact as they were printed; what is empty there is null
 * here.  Each report also says how many findings and causes it has of each severity, and what each
 * rule was held against; the causes say which findings are one.
 */
#pragma once

#include "emit/table.h"

G_BEGIN_DECLS

#define VALIDATION_FILE "validation.json"

/* Returns (transfer full): the document for @reports (of Report). */
char *validation_text (const GPtrArray *reports);

G_END_DECLS
