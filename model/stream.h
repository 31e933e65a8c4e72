/* model/stream.h - JSON Lines between the stages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each input is a block of lines.  A document, as `extract` writes it and `parse` reads it:
 *
 *   {"type":"document","path":...,"sha256":...}
 *   {"type":"page","number":1,"width":...,"height":...,"words":[[...],...],"rules":...,"fills":...}
 *   {"type":"end"}
 *
 * A report, as `parse` and `check` write it: a "report" line, then "indicator", "figure", "text",
 * "unplaced" and "finding" lines in their order, then {"type":"end"}.  An input that failed is one
 * line {"type":"failure","path":...,"message":...}, which each stage hands on, so that the last
 * one can tell.  docs/stream.md has the field tables.  What comes back is what went in, exactly.
 */
#pragma once

#include <stdio.h>

#include "model/error.h"
#include "model/page.h"
#include "model/report.h"

G_BEGIN_DECLS

/* One of the three is set: what a block of the stream held. */
typedef struct
{
  Document *document; /* owned */
  Report *report;     /* owned */
  char *failed_path;  /* a phrase, owned; with the message in `failure` */
  char *failure;      /* a phrase, owned */
} StreamItem;

void stream_item_clear (StreamItem *item);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StreamItem, stream_item_clear)

/* Write one block and flush it, a document's with the pages that it holds and those that @pages
 * (nullable) holds from its beginning on; FALSE with RECOUNT_ERROR_OUTPUT if @out takes no more.
 * Texts must be UTF-8: other bytes, as in a file's name of another encoding, become U+FFFD. */
gboolean stream_write_document (FILE *out, const Document *document, FILE *pages, GError **error);
gboolean stream_write_report (FILE *out, const Report *report, GError **error);
gboolean stream_write_failure (FILE *out, const char *path, const char *message, GError **error);

/* Writes a page to a file that stream_write_document() is given once all pages are known to be
 * good.
 */
gboolean stream_write_page (FILE *out, const Page *page, GError **error);

typedef struct _StreamReader StreamReader;

/* Reads blocks from @in (borrowed), which messages call @name.  After an error, there is no going
 * on: what follows would be read from the middle of a block. */
StreamReader *stream_reader_new (FILE *in, const char *name);
/* The same from bytes, which must last as long. */
StreamReader *stream_reader_new_bytes (gconstpointer bytes, gsize n_bytes, const char *name);
void stream_reader_free (StreamReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreamReader, stream_reader_free)

/* From now on gives each page to @func as soon as it is read, so that documents come without pages.
 * Pages of a block that turns out to be broken have been given then. */
void stream_reader_hand_on (StreamReader *reader, PageFunc func, gpointer data);

/**
 * stream_reader_next:
 * @reader: a reader
 * @item: (out caller-allocates): the block; cleared first
 * @error: return location for a #RecountError
 *
 * Returns: %TRUE with @item set; %FALSE without @error at the end; %FALSE with
 *   %RECOUNT_ERROR_STREAM, naming line and member, for lines that are no JSON, lack a member, name
 *   what does not exist (an indicator's index, a code), or end within a block; %FALSE with
 *   %RECOUNT_ERROR_LIMIT for a line or block beyond the limits that docs/stream.md names
 */
gboolean stream_reader_next (StreamReader *reader, StreamItem *item, GError **error);

G_END_DECLS
