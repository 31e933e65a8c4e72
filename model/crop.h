/* model/crop.h - a piece of a page as people see it, and who cuts it out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page of a PDF or a scan is cut out as an image, one of a text file as lines.  The stage that
 * knows the input makes crops, the one that shows them asks for them by a CropFunc, so that neither
 * needs the other.
 */
#pragma once

#include "model/error.h"
#include "model/page.h"

G_BEGIN_DECLS

typedef struct
{
  GBytes *png;       /* owned; the image, NULL of a text file */
  int width, height; /* of the image, pixels */
  GPtrArray *lines;  /* of char *, owned: of a text file, the part of each line that is shown */
  Box view;          /* what is shown of the page, in its units (model/place.h) */
} Crop;

Crop *crop_new (Box view);
void crop_free (Crop *crop);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Crop, crop_free)

/**
 * CropFunc:
 * @source: the input that the page is of
 * @page: its number, from 1
 * @boxes: what is to be seen, with a little of what stands around it; and behind it what will be
 *   asked for of the same page next, so that it can be drawn at once
 * @n_boxes: how many; one at least
 * @data: the maker's own
 * @error: return location for a #RecountError
 *
 * Returns: (transfer full): the crop; %NULL with %RECOUNT_ERROR_UNREADABLE if the input is not
 * there any more, is not the same bytes as @source says, or has no such page or place; with
 *   %RECOUNT_ERROR_LIMIT if making it takes too long
 */
typedef Crop *(*CropFunc) (const Source *source, int page, const Box *boxes, guint n_boxes,
                           gpointer data, GError **error);

G_END_DECLS
