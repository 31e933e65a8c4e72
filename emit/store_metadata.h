/* emit/store_metadata.h - what Datasette shows beside the tables of a store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Private to emit/.
 */
#pragma once

#include "emit/store_schema.h"

G_BEGIN_DECLS

#define METADATA_FILE "metadata.yaml"

/* Writes METADATA_FILE beside the file of @store, if it is one: titles and meanings of tables,
 * views and columns, units, and whose reports they are from.  One that is not ours stays. */
gboolean store_write_metadata (Store *store, GError **error);

G_END_DECLS
