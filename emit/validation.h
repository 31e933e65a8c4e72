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

#include "emit/output.h"
#include "emit/table.h"

G_BEGIN_DECLS

#define VALIDATION_FILE "validation.json"

/* The document as it grows, report by report.  It has three lists of which each report has a part:
 * what is not written yet lies in temporary files, so that it takes no memory. */
typedef struct _Validation Validation;

/* Returns: NULL with RECOUNT_ERROR_OUTPUT if there can be no temporary file. */
Validation *validation_new (GError **error);
void validation_free (Validation *validation);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Validation, validation_free)

void validation_add (Validation *validation, const Report *report);

/* Writes the document of all reports that were added.  Returns: FALSE with RECOUNT_ERROR_OUTPUT if
 * a temporary file failed; what @output met is told when it is closed. */
gboolean validation_write (Validation *validation, Output *output, GError **error);

G_END_DECLS
