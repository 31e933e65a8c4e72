/* parse/undrawn_columns.h - the columns of a table whose upright rules a scanner lost everywhere.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "parse/net.h"

G_BEGIN_DECLS

/* Adds to @net the borders that none of its rows has, or a few, where its words were read off an
 * image and stand apart on most of the lines that have any on both sides.  They are drawn in the
 * rows in which no word lies across. */
void undrawn_columns_add (Net *net, const Page *page);

G_END_DECLS
