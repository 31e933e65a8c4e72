/* model/stream_block.h - the blocks of a stream, by what they hold.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Private to model/.  stream.c finds lines and blocks, stream_document.c and stream_report.c know
 * what stands in them.
 */
#pragma once

#include "model/json.h"
#include "model/json_line.h"
#include "model/stream.h"

G_BEGIN_DECLS

/* Begin a block: put what its first line holds into @item, which is empty. */
gboolean stream_begin_document (StreamItem *item, const JsonLine *line, GError **error);
gboolean stream_begin_report (StreamItem *item, const JsonLine *line, GError **error);

/* Add a further line of the block to @item. */
gboolean stream_add_to_document (StreamItem *item, const JsonLine *line, GError **error);
gboolean stream_add_to_report (StreamItem *item, const JsonLine *line, GError **error);

/* Writes the finished document of @json as a line. */
gboolean stream_write_line (FILE *out, JsonText *json, GError **error);

/* Writes the line that ends a block, and flushes: a full disk shows only then. */
gboolean stream_write_end (FILE *out, GError **error);

G_END_DECLS
