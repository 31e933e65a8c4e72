/* extract/chunk.h - pieces of strips, about a word each, that are read as one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "extract/crew.h"
#include "extract/strip.h"

G_BEGIN_DECLS

typedef struct
{
  const Strip *strip; /* borrowed */
  guint first, n;     /* its blobs */
  GArray *symbols;    /* owned; of Symbol: what it is read as; NULL if it is not read */
  GArray *again;      /* owned; the same of a second look */
} Chunk;

/* Returns (transfer full) (element-type Chunk): all @strips (element-type Strip), which must
 * outlive them, cut at their blanks, in their order. */
GArray *chunks_cut (const GArray *strips);

Blob *chunk_blob (const Chunk *chunk, guint i);

/* Has @chunks (element-type Chunk, borrowed) read in as few lines as they fill.  They are pasted
 * side by side on one baseline, in one size and dark on light. */
void chunks_read (GPtrArray *chunks, const Picture *picture, const Hand *hand);

/* Has @chunks read in another size, which shows a reader something else. */
void chunks_read_again (GPtrArray *chunks, const Picture *picture, const Hand *hand);

G_END_DECLS
