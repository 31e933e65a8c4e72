/* extract/word.h - glyphs to words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A PDF prints glyphs, not words: where a word ends is told by the gap behind it alone.  Nothing is
 * believed of what a producer says beyond the glyphs' origins: fonts without widths, one glyph a
 * run and letters spaced apart come out as words all the same.
 */
#pragma once

#include "extract/glyph.h"
#include "model/page.h"

G_BEGIN_DECLS

/* Appends to @page the words of @glyphs (element-type Glyph), whose order does not matter: line by
 * line from top to bottom, those of one line from left to right, turned ones behind the upright, in
 * their own reading order.  An upright rule of the page that stands between two glyphs parts them.
 * The boxes of glyphs whose fonts have no widths are put right in place. */
void words_append (Page *page, GArray *glyphs);

G_END_DECLS
