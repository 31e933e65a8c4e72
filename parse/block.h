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
  char *text; /* owned, unless the block is kept; single blanks */
  gsize n_bytes;
  gsize n_bold; /* how many of them at its beginning are bold: all of a heading's */
  Box box;
  double confidence; /* of its least sure word with a digit */
  Origin origin;     /* ocr if any of these was read off an image */
} TextLine;

typedef struct
{
  int page;
  Grid *grid;       /* owned; NULL if the block is lines */
  TextLine **lines; /* owned, as is each; NULL if the block is a grid */
  guint n_lines;
  gboolean is_kept; /* whether all of it lies on a shelf, which owns it */
} Block;

/* Returns (transfer full) (element-type Block): no blocks yet. */
GPtrArray *blocks_new (void);

/* Appends the blocks of @page, which they do not borrow from.  Blank lines end a block, and so does
 * the change between separated fields and running text; @words tell the headings that begin a table
 * which stands by alignment alone. */
void blocks_add_page (GPtrArray *blocks, const HeadingWords *words, const Page *page);

/* Moves the blocks from @first to before @end to @shelf, their texts to @texts, which both must
 * live as long: texts alone are gone through more often.  Those of the last page are not to be
 * moved before the next is added, which may go on with its last table. */
void blocks_keep (GPtrArray *blocks, guint first, guint end, Shelf *shelf, Shelf *texts);

G_END_DECLS
