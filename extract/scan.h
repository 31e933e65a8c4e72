/* extract/scan.h - pictures of pages to pages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "extract/picture.h"
#include "model/page.h"

G_BEGIN_DECLS

/* What is known of a document's characters after some of its pages. */
typedef struct _Scanner Scanner;

/* Returns (transfer full): a scanner for one document; NULL with %RECOUNT_ERROR_UNREADABLE if
 * tesseract's model is not installed. */
Scanner *scanner_new (GError **error);
void scanner_free (Scanner *scanner);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Scanner, scanner_free)

/* Appends to @page the words, rules and fills of its @picture, which is set straight for that: all
 * boxes are in points of the straight page.  Of a picture that shows something else than print,
 * as a photograph, there are none. */
void scanner_read (Scanner *scanner, Picture *picture, Page *page);

G_END_DECLS
