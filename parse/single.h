/* parse/single.h - tables of a single indicator, or of several whose lines say what they measure.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *     2.1 Number of referrals                the title names the indicator
 *
 *     Year    | Apr | May | Jun | ... | YTD
 *     2015/16 | 534 | 381 | 339 |     | 5012
 *     2016/17 | 317 | 506 | 428 |     | 4803
 *     Target  | 400 | 400 | 400 |
 *
 *     2.2 % of referrals decided in time
 *
 *                 | Apr-16 | May-16 | Jun-16
 *     Performance | 85%    | 88%    | 91%
 *     England     | 82%    | 82%    | 83%
 */
#pragma once

#include "parse/reader.h"

G_BEGIN_DECLS

/* Returns: whether @grid is such a table. */
gboolean single_is (const HeadingWords *words, const Grid *grid);

/* Returns: whether @grid, which begins the next page, is more lines of @above: it is headed by
 * nothing, and all its rows have labels as those have, none of them again. */
gboolean single_goes_on (const HeadingWords *words, const Grid *above, const Grid *grid);

/**
 * single_read:
 * @reader: what reads the document
 * @number: the table's number
 * @grid: such a table
 * @title: the line above it, which names its indicator if no cell does
 * @section: what the table stands under
 *
 * Adds an indicator for each name to the report, with a figure for each cell.
 *
 * Returns: the index of the last indicator
 */
int single_read (const Reader *reader, int number, const Grid *grid, const char *title,
                 const char *section);

G_END_DECLS
