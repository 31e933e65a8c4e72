/* extract/pdf.h - a PDF to pages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "extract/extract.h"
#include "extract/input.h"

G_BEGIN_DECLS

/**
 * pdf_append_pages:
 * @document: gets the pages
 * @input: the file's content
 * @limits: how much is too much
 * @error: return location for a #RecountError
 *
 * Each page is drawn once, on a surface that keeps what is drawn (extract/drawing.h); poppler notes
 * the characters on the way.
 *
 * Returns: %TRUE; %FALSE with %RECOUNT_ERROR_UNREADABLE if the PDF is damaged beyond reading, needs
 *   a password, has no pages or prints no character (a scan), with %RECOUNT_ERROR_LIMIT if it has
 *   more pages, wider pages or more glyphs on a page than @limits, or takes longer.  The time is
 *   looked at between pages, between a page's drawing and its text, as long as something is drawn,
 *   and whenever poppler reads on; not in the midst of what poppler makes of a page's text
 */
gboolean pdf_append_pages (Document *document, const Input *input, const ExtractLimits *limits,
                           GError **error);

G_END_DECLS
