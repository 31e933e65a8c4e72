/* parse/undrawn_cells.h - cells below each other between which a scanner lost a piece of a rule.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "parse/net.h"

G_BEGIN_DECLS

/* Adds the pieces of @net's flat borders that are lost in some places and not in others, where
 * figures read off an image stand above and below and no word lies across: no one cell has one in
 * each row. */
void undrawn_cells_add (Net *net, const Page *page);

G_END_DECLS
