/* emit/store_report.h - a report as rows of the store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Private to emit/.
 */
#pragma once

#include "emit/store_schema.h"

G_BEGIN_DECLS

/* Inserts the rows of @report that stand in @table for the reading of that id. */
gboolean store_write_rows (Store *store, const StoreTable *table, gint64 reading,
                           const Report *report, GError **error);

/* Adds the rows of @table of that reading to @report. */
gboolean store_read_rows (Store *store, const StoreTable *table, gint64 reading, Report *report,
                          GError **error);

/* Returns (transfer full): the report of that reading, whole, findings of several reports behind
 * its own; NULL with @error set. */
Report *store_read_report (Store *store, gint64 reading, GError **error);

/* Returns (transfer full) (element-type gint64): the readings that @statement gives; NULL with
 * @error set. */
GArray *store_list_readings (Store *store, const char *statement, const StoreValue *arguments,
                             guint n_arguments, GError **error);

G_END_DECLS
