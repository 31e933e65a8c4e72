/* extract/sign.h - characters that no one knows the meaning of, told by their shapes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A font may print arrows at code points that are its own affair, Unicode's private use areas, or
 * that its producer does not name at all.  What such a glyph looks like is then all there is.
 */
#pragma once

#include <poppler.h>

#include "model/place.h"

G_BEGIN_DECLS

/* What is known of a document's fonts, and the page at hand. */
typedef struct _Signs Signs;

Signs *signs_new (void);
void signs_free (Signs *signs);

/* Goes on to a page of that size in points, borrowed until the next one. */
void signs_turn_to (Signs *signs, PopplerPage *page, double width, double height);

/* Returns: the arrow or triangle that the page's upright glyph in @box looks like, which a font of
 * that name prints for @c; @c if it looks like none, or if @c has a meaning.  A page is drawn for
 * that, once, where a character of a font is met for the first time. */
gunichar signs_read (Signs *signs, const char *font, gunichar c, Box box);

G_END_DECLS
