/* parse/undrawn.h - the rules of a table that a scanner lost.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "parse/net.h"

G_BEGIN_DECLS

/* Adds to @net the upright lines that its other rows have and one of headings has lost, as the
 * rules of dark headings are: where words that were read off an image stand in many places of the
 * row and hardly any lies across a border, as those of a sentence do.  Where the upper lines of
 * such a heading do and its last one does not, they head a group, and a flat line is added between.
 * In any row, a border that it has lost is added where words of an image stand so far apart on
 * either side as they do in no cell.
 */
void undrawn_add (Net *net, const Page *page);

G_END_DECLS
