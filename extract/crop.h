/* extract/crop.h - cuts pieces out of the pages of inputs, for people to look at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The input that was asked for last stays open, and its page that was drawn last, so that crops
 * cost little when they are asked for in the order of inputs and pages.
 */
#pragma once

#include "extract/limits.h"
#include "model/crop.h"

G_BEGIN_DECLS

typedef struct _Cropper Cropper;

/* Returns (transfer full): what cuts; it keeps to @limits for each input. */
Cropper *cropper_new (const ExtractLimits *limits);
void cropper_free (Cropper *cropper);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Cropper, cropper_free)

/* A CropFunc, whose data is the Cropper.  Of a PDF it gives an image of the band of the page that
 * @box stands in, of a text file the lines around it. */
Crop *cropper_cut (const Source *source, int page, const Box *boxes, guint n_boxes, gpointer data,
                   GError **error);

G_END_DECLS
