/* emit/html_crop.h - the pieces of a report's pages that its HTML page shows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "emit/html.h"
#include "emit/html_part.h"

G_BEGIN_DECLS

typedef struct _Crops Crops;

/* Returns (transfer full): the crops of the places in @part that @options ask for, of the worst
 * findings first, as far as they take no more than @budget bytes of the page. */
Crops *crops_make (const Report *report, const HtmlPart *part, const HtmlOptions *options,
                   gsize budget);
void crops_free (Crops *crops);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Crops, crops_free)

/* Returns (nullable) (transfer none): the crop of that place. */
const Crop *crops_find (const Crops *crops, int page, Box box);

/* Returns: how many bytes of the page the crops take, about. */
gsize crops_n_bytes (const Crops *crops);

/* Returns: how many crops the budget had no room for. */
guint crops_n_left_out (const Crops *crops);

/* Returns (nullable) (transfer none): why there is a place without a crop, of the first there is.
 */
const char *crops_failure (const Crops *crops);

/* Returns (nullable) (transfer none): the crop of an indicator's row, if rows are shown; then @page
 * and @box get its place. */
const Crop *crops_of_row (const Crops *crops, guint indicator, int *page, Box *box);

/* Appends a crop with the place of @box marked in it; @alt says in words what it shows. */
void html_crop_append (GString *html, const Crop *crop, Box box, const char *alt);

G_END_DECLS
