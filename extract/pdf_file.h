/* extract/pdf_file.h - a PDF that poppler has open.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * poppler and cairo keep the fonts of every page that was drawn, and what else they met on the way,
 * for as long as the document is open.  Opened anew every some pages, a long one takes no more than
 * a short one.
 */
#pragma once

#include <poppler.h>

#include "extract/deadline.h"

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)

typedef struct
{
  const Input *input; /* borrowed */
  Deadline *deadline; /* borrowed */
  guint pages_at_once;
  PopplerDocument *pdf; /* owned; NULL once it could not be opened again */
  int n_pages;
  guint n_taken;  /* pages since it was opened */
  gint64 opened;  /* when, on the thread's clock */
  gint64 opening; /* what that and finding the first page took, nanoseconds of computing */
} PdfFile;

/* Returns (transfer full) (nullable): the PDF in @input, of which poppler reads until @deadline is
 * over; both must outlive it.  It is opened anew after @pages_at_once pages, unless that would cost
 * more than a little beside them.  NULL with poppler's reason. */
PdfFile *pdf_file_open (const Input *input, guint pages_at_once, Deadline *deadline,
                        GError **error);
void pdf_file_free (PdfFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PdfFile, pdf_file_free)

/* Returns (transfer full) (nullable): a page, counted from 1; NULL if there is none, it cannot be
 * read, or time is over. */
PopplerPage *pdf_file_page (PdfFile *file, int number);

G_END_DECLS
