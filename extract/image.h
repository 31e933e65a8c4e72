/* extract/image.h - files that are pictures of pages: PNG, JPEG and TIFF, one page or several.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "extract/limits.h"
#include "extract/picture.h"
#include "model/page.h"

G_BEGIN_DECLS

/* Returns (nullable): the kind of picture that the file is, as readers know it; NULL if none. */
const char *image_kind (const guint8 *bytes, gsize n_bytes);

/* Appends to @document the pages of a file that image_kind() knows.
 *
 * A page is as large as its picture's resolution says; where that says nothing, or what no paper
 * is, its longer side is that of A4.
 *
 * Returns: FALSE with %RECOUNT_ERROR_UNREADABLE if a picture is damaged beyond reading or there is
 *   nothing on any, with %RECOUNT_ERROR_LIMIT if one is beyond @limits, which is told before it is
 *   unpacked */
gboolean image_append_pages (Document *document, const guint8 *bytes, gsize n_bytes,
                             const ExtractLimits *limits, GError **error);

/* Returns (transfer full): the picture of page @number, from 1, of such a file that messages call
 * @path, and in @width and @height how large the page is, in points; NULL with the same errors. */
Picture *image_picture (const guint8 *bytes, gsize n_bytes, const char *path, int number,
                        const ExtractLimits *limits, double *width, double *height, GError **error);

G_END_DECLS
