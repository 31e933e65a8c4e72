/* parse/block.h - a document's pages as a sequence of tables and paragraphs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In: pages of words.  Out: blocks in reading order, a grid or a run of lines each, with no
 * opinion yet on what they say.
 */
#pragma once

#include "parse/heading.h"

G_BEGIN_DECLS

/* A line of running text. */
typedef struct
{
  int page;
  char *text; /* owned, unless the line is kept; single blanks */
  gsize n_bytes;
  gsize n_bold; /* how many of them at its beginning are bold: all of a heading's */
  Box box;
} TextLine;

typedef struct
{
  int page;
  Grid *grid;       /* owned; NULL if the block is lines */
  GPtrArray *lines; /* of TextLine, owned unless kept; NULL if the block is a grid */
} Block;

/* Returns (transfer full) (element-type Block): no blocks yet. */
GPtrArray *blocks_new (void);

/* Appends the blocks of @page, which they do not borrow from.  Blank lines end a block, and so does
 * the change between separated fields and running text; @words tell the headings that begin a table
 * which stands by alignment alone. */
void blocks_add_page (GPtrArray *blocks, const HeadingWords *words, const Page *page);

/* Moves what the blocks from @first on hold to @shelf, its texts to @texts, which both must live as
 * long: texts alone are gone through more often. */
void blocks_keep (GPtrArray *blocks, guint first, Shelf *shelf, Shelf *texts);

G_END_DECLS
