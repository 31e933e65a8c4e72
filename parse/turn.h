/* parse/turn.h - a page as tables are looked for on it: upright, and measured in points.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/page.h"

G_BEGIN_DECLS

/* How a page was turned and stretched. */
typedef struct
{
  int rotation;         /* degrees clockwise of most of its words, that were undone */
  double sx, sy;        /* points to a unit of the page */
  double width, height; /* of the page as it was */
} Turn;

/* Returns: what the page needs.  Of a text file, a character is made 6 points wide and 12 high. */
Turn turn_of_page (const Page *page);

/* Returns (transfer full): the page, turned; its words are in the same order. */
Page *turn_page (const Turn *turn, const Page *page);

/* Returns: where a box of the turned page is on the page as it was. */
Box turn_back (const Turn *turn, Box box);

G_END_DECLS
