/* extract/crop_lines.h - cuts lines out of a text file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/crop.h"

G_BEGIN_DECLS

typedef struct _CropLines CropLines;

/* Takes @text (UTF-8, "\n" line ends) over. */
CropLines *crop_lines_new (char *text);
void crop_lines_free (CropLines *lines);

/* Returns (transfer full): the lines around @box on the page of @where; NULL with
 * %RECOUNT_ERROR_UNREADABLE if there is no such place. */
Crop *crop_lines_cut (const CropLines *lines, const Where *where, Box box, GError **error);

G_END_DECLS
