/* parse/page_lines.h - the lines that the words of a page stand on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "parse/segment.h"

G_BEGIN_DECLS

/* Returns (transfer full) (element-type WordLine): words (of Word) that follow each other on one
 * height, in the order of the source. */
GArray *page_lines (const GArray *words);

/* The same in the order in which they stand, for a source may print its cells in any: lines from
 * top to bottom, words from left to right.  Words that run up or down stay together, in their
 * order, as a line of their own at the height of their middle.  @sorted, of Word, gets what the
 * lines borrow: the words, whose texts are borrowed from @words. */
GArray *page_lines_sorted (const GArray *words, GArray *sorted);

G_END_DECLS
