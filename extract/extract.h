/* extract/extract.h - bytes to pages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * First stage.  In: an input file, of a kind that its bytes tell.  Out: a document of pages
 * (model/page.h).  Foreign libraries that read inputs stay in this folder.
 */
#pragma once

#include "extract/limits.h"
#include "model/page.h"

G_BEGIN_DECLS

/**
 * extract_document:
 * @path: an input's name in the local file system
 * @limits: how much is too much
 * @error: return location for a #RecountError
 *
 * Returns: (transfer full): its pages; %NULL with %RECOUNT_ERROR_UNREADABLE if @path is not there,
 *   is no file, is empty, may not be read or is of no known kind, with %RECOUNT_ERROR_LIMIT if it
 *   is beyond @limits
 */
Document *extract_document (const char *path, const ExtractLimits *limits, GError **error);

/* The same, but @func gets each page as it is read, and the document comes without them: so a long
 * one takes no more memory than a short one.  It may fail after some of its pages. */
Document *extract_pages (const char *path, const ExtractLimits *limits, PageFunc func,
                         gpointer data, GError **error);

/* The same in two steps, for who has the bytes already or wants them first: those of the file at
 * @path, and the pages of @content, which messages and the document call @path. */
GBytes *extract_bytes (const char *path, const ExtractLimits *limits, GError **error);
Document *extract_content (const char *path, GBytes *content, const ExtractLimits *limits,
                           PageFunc func, gpointer data, GError **error);

/* Loads what many inputs need, so that processes forked from this one share it; each may have so
 * many threads. */
void extract_prepare (guint n_threads);

/* Returns (transfer full): the folders, after extract_prepare(), that files may be read from beside
 * the input: fonts, tables of character codes. */
GStrv extract_folders (void);

G_END_DECLS
