/* extract/page_picture.h - the picture that a page of a PDF is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <poppler.h>

#include "extract/glyph.h"
#include "extract/image_note.h"
#include "extract/limits.h"
#include "extract/picture.h"

G_BEGIN_DECLS

/* Returns: whether one of the images of a page of that size, in points, covers nearly all of it. */
gboolean page_is_picture (const ImageNote *images, double width, double height);

/* Returns (transfer full) (element-type Box): those of the page's @images that take up a good part
 * of it, reach over nearly all of its width or height, and that hardly any of @glyphs (element-type
 * Glyph) stand on: a page that is half a scan has one. */
GArray *page_picture_parts (PopplerPage *page, const ImageNote *images, double width, double height,
                            const GArray *glyphs);

/* Returns (transfer full): the page's picture: its image, as fine as that is, if there is just one
 * that covers it, else the page as it is drawn; %NULL with %RECOUNT_ERROR_LIMIT if it has too many
 * pixels, with %RECOUNT_ERROR_UNREADABLE if it cannot be drawn */
Picture *page_picture (PopplerPage *page, double width, double height, const ExtractLimits *limits,
                       const Where *where, GError **error);

/* Returns (transfer full): the page as it is drawn within @parts (element-type Box), and blank
 * paper elsewhere; %NULL with the same errors. */
Picture *page_picture_of_parts (PopplerPage *page, double width, double height, const GArray *parts,
                                const ExtractLimits *limits, const Where *where, GError **error);

G_END_DECLS
