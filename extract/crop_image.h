/* extract/crop_image.h - cuts images out of the pages of PDFs and of scans.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "extract/input.h"
#include "model/crop.h"

G_BEGIN_DECLS

typedef struct _CropImage CropImage;

/* Returns (transfer full): the PDF in @input, or else the image file (extract/image.h), which
 * messages call @path; @input is taken over.  NULL with %RECOUNT_ERROR_UNREADABLE if the PDF is
 * damaged. */
CropImage *crop_image_open (Input *input, gboolean is_pdf, const char *path,
                            const ExtractLimits *limits, GError **error);
void crop_image_free (CropImage *image);

/* Returns (transfer full): what stands around the first of @boxes on the page of @where, as a PNG;
 * the others are what will be asked for of the page next. NULL with
 * %RECOUNT_ERROR_UNREADABLE if there is no such page or place, with %RECOUNT_ERROR_LIMIT if drawing
 * takes too long. */
Crop *crop_image_cut (CropImage *image, const Where *where, const Box *boxes, guint n_boxes,
                      GError **error);

G_END_DECLS
