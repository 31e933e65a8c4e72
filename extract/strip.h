/* extract/strip.h - blobs that stand side by side on one baseline.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "extract/blob.h"
#include "model/page.h"

G_BEGIN_DECLS

/* A stretch of a line of text, within one cell of a table. */
typedef struct
{
  GArray *blobs; /* owned; of Blob, along the line; their ink is owned by it */
  int rotation;  /* of all of them */
  int base;      /* v of the baseline */
  int height;    /* of its tall letters, pixels */
} Strip;

/* Returns (transfer full) (element-type Strip): the strips that @blobs make, which loses them.  The
 * parts of one character (i, %, :) are one blob then.  The upright rules of @page part strips. */
GArray *strips_make (GArray *blobs, const Page *page, double dpi);

G_END_DECLS
