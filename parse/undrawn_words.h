/* parse/undrawn_words.h - what of an image is printed where rules may have been lost.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "parse/net.h"
#include "parse/print.h"

G_BEGIN_DECLS

/* Returns (transfer full) (nullable) (element-type Word): copies of the words whose middles lie
 * between the sides of @net and from @y0 to before @y1, their texts borrowed from @page; NULL if
 * one of them was not read off an image, for what a file draws is believed, or if there are more
 * than 5,000 of them or than 200 borders. */
GArray *undrawn_words (const Net *net, const Page *page, double y0, double y1);

/* Returns (transfer full) (element-type PrintLine): the lines that the upright ones of @words (of
 * Word) stand on, cut at gaps alone. */
GPtrArray *undrawn_lines (const GArray *words);

G_END_DECLS
