/* parse/pile.h - headings that go on over lines: pieces that stand below each other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "parse/segment.h"

G_BEGIN_DECLS

typedef struct
{
  double x0, x1;
  GPtrArray *words; /* owned; of const Word, borrowed, in the order in which they were added */
} Pile;

/* Returns (transfer full) (element-type Pile): no piles yet. */
GArray *piles_new (void);

/* Adds a piece of a line to the pile that it stands below, or to a new one; piles stay in order
 * from left to right.  A piece as wide as several piles makes one of them. */
void piles_add (GArray *piles, const Segment *piece);

const Pile *pile_at (const GArray *piles, guint i);

G_END_DECLS
