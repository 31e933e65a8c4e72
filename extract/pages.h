/* extract/pages.h - a document's pages, some of which are read off their pictures, by one thread or
 * several.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page is fetched, its picture is made ready, and it is read: the first and the last for one page
 * at a time and in their order, for the reader of a file and what is known of the characters are
 * one each, and the second for several at once.  So what comes out is the same for any number of
 * threads, each of which is at one page.
 */
#pragma once

#include "extract/limits.h"
#include "extract/picture.h"
#include "model/page.h"

G_BEGIN_DECLS

/* Where pages come from. */
typedef struct
{
  int n_pages;
  gpointer data;
  /* Fetches page @number, the first being 1, as far as it is no picture, and the picture of what
   * else there is on it (nullable).  Called by one thread at a time, which may be another each
   * time.  Returns: FALSE with @error set */
  gboolean (*fetch) (gpointer data, int number, Page **page, Picture **picture, GError **error);
} PageSource;

/* Appends all pages to @document.  @has_words gets whether there is any word on them.
 *
 * Returns: FALSE with what @source says of a page, behind those before it; or with
 *   %RECOUNT_ERROR_UNREADABLE if there is a picture and tesseract's model is not installed */
gboolean pages_append (Document *document, const PageSource *source, const ExtractLimits *limits,
                       gboolean *has_words, GError **error);

G_END_DECLS
