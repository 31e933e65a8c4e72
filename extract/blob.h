/* extract/blob.h - patches of ink, each a character or what is left of one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "extract/clean.h"

G_BEGIN_DECLS

typedef struct
{
  int x0, y0, x1, y1;  /* pixels of the page */
  int u0, u1, v0, v1;  /* the same as it is read: u along the line, v from line to line */
  int rotation;        /* degrees clockwise: 0, 90 or 270 */
  PIX *ink;            /* owned; 1 bit, upright as it is read */
  guint n_parts;       /* patches that it is joined of */
  gboolean is_alone;   /* whether it is no letter of a word */
  gboolean is_percent; /* whether its parts stand as a percent sign's do */
  guint form;          /* of its document's forms */
} Blob;

#define BLOB_WIDTH(blob) ((blob)->u1 - (blob)->u0)
#define BLOB_HEIGHT(blob) ((blob)->v1 - (blob)->v0)

/* Returns (transfer full) (element-type Blob): the patches of @ink that may be characters or parts
 * of such, from left to right: specks and drawings are left out. */
GArray *blobs_find (PIX *ink, double dpi);

/* Says how the blob is to be read, which was upright. */
void blob_turn (Blob *blob, int rotation);

/* Makes @blob one with @part, whose ink it takes. */
void blob_join (Blob *blob, Blob *part);

G_END_DECLS
