/* extract/image_note.h - which images a page draws, noted while it is drawn.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * To ask poppler for a page's images is to have it read the page once more.  So image_note.c
 * defines cairo_set_source() and cairo_mask(), which poppler paints images with: a program's own
 * function of a name goes before a library's.  They note where an image comes to lie.  In a script,
 * which would get each image in letters and is read for boxes alone, nothing is painted in its
 * place.
 */
#pragma once

#include <cairo.h> /* declares what image_note.c defines */

#include "model/place.h"

G_BEGIN_DECLS

typedef struct
{
  cairo_matrix_t page; /* from the page's points to the surface's */
  Box largest;         /* of the images so far, points of the page; empty before the first */
} ImageNote;

/* Has the images noted that are drawn on the surface of @cairo from now on; @note must outlive the
 * surface, or image_note_end() must be called. */
void image_note_begin (ImageNote *note, cairo_t *cairo);
void image_note_end (cairo_t *cairo);

/* Returns: the share of a page of that size, in points, that the largest image covers, 0 to 1. */
double image_note_share (const ImageNote *note, double width, double height);

G_END_DECLS
