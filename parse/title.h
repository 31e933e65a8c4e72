/* parse/title.h - the line that names the table of one indicator below it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "parse/block.h"
#include "parse/reader.h"

G_BEGIN_DECLS

/* Where a title stands. */
typedef struct
{
  guint block;    /* number of the block, of lines */
  guint first, n; /* its lines there */
} Title;

/* Finds the title of the table that block number @table is, among the lines since the table before
 * it: in the nearest block with one, the last bold line, else the last; sentences come after lines
 * that are none, and figures, periods and labels alone, as the axes and keys of charts have them,
 * are none.  A line that begins in lower case goes with the one above it.  Returns: whether there
 * is one. */
gboolean title_find (const Reader *reader, const GPtrArray *blocks, guint table, Title *title);

/* Returns (transfer full): the words of a title, in one line. */
char *title_text (const GPtrArray *blocks, const Title *title);

G_END_DECLS
