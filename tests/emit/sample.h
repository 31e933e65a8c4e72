/* tests/emit/sample.h - a small report with one of everything, and what becomes of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "emit/table.h"

G_BEGIN_DECLS

#define SAMPLE_ID "0123456789ab"
#define SAMPLE_SHA256 "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

/* Returns (transfer full): a report of November 2016 about one indicator, A1, without figures,
 * texts or findings. */
Report *sample_new (void);

/* Adds a figure of A1 with the value @digits, or without one if that is NULL. */
Figure *sample_add_figure (Report *report, Measure measure, Period period, const char *digits);

/* Adds a finding about A1 in November 2016. */
Finding *sample_add_finding (Report *report, Severity severity, const char *group,
                             const char *message);

/* Returns (transfer full): an array that borrows @report. */
GPtrArray *sample_list (Report *report);

/* Returns (transfer full): the rows of @table for @report alone, as CSV without the header. */
char *sample_rows (const Table *table, Report *report, gboolean guards);

/* Returns (transfer full): the path of a new folder below the system's temporary one; and removes
 * such a folder with all that is in it. */
char *sample_make_folder (void);
void sample_remove_folder (const char *path);

/* Returns: how many entries a folder has. */
int sample_count_entries (const char *folder);

G_END_DECLS
