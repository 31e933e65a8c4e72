/* extract/blob.c - patches of ink, each a character or what is left of one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/blob.h"

#define LARGEST 42.0 /* points of a character's width and height */
#define SMALLEST 0.3 /* points: neither width nor height of any dot is less */

static void
blob_clear (gpointer data)
{
  Blob *blob = data;
  pixDestroy (&blob->ink);
}

GArray *
blobs_find (PIX *ink, double dpi)
{
  GArray *blobs = g_array_new (FALSE, FALSE, sizeof (Blob));
  g_array_set_clear_func (blobs, blob_clear);
  int largest = (int) (LARGEST * dpi / 72), smallest = (int) (SMALLEST * dpi / 72 + 0.5);
  PIXA *parts = NULL;
  BOXA *boxes = pixConnComp (ink, &parts, 8);
  for (int i = 0; i < boxaGetCount (boxes); i++)
    {
      const BOX *box = boxes->box[i];
      if (box->w > largest || box->h > largest || MAX (box->w, box->h) <= smallest)
        continue;
      Blob blob = { .x0 = box->x,
                    .y0 = box->y,
                    .x1 = box->x + box->w,
                    .y1 = box->y + box->h,
                    .n_parts = 1,
                    .ink = pixaGetPix (parts, i, L_CLONE) };
      blob.u0 = blob.x0, blob.u1 = blob.x1, blob.v0 = blob.y0, blob.v1 = blob.y1;
      g_array_append_val (blobs, blob);
    }
  boxaDestroy (&boxes);
  pixaDestroy (&parts);
  return blobs;
}

void
blob_turn (Blob *blob, int rotation)
{
  blob->rotation = rotation;
  PIX *turned = pixRotateOrth (blob->ink, rotation == 270 ? 1 : 3);
  pixDestroy (&blob->ink);
  blob->ink = turned;
  if (rotation == 270)
    {
      blob->u0 = -blob->y1, blob->u1 = -blob->y0;
      blob->v0 = blob->x0, blob->v1 = blob->x1;
    }
  else
    {
      blob->u0 = blob->y0, blob->u1 = blob->y1;
      blob->v0 = -blob->x1, blob->v1 = -blob->x0;
    }
}

void
blob_join (Blob *blob, Blob *part)
{
  int u0 = MIN (blob->u0, part->u0), v0 = MIN (blob->v0, part->v0);
  int u1 = MAX (blob->u1, part->u1), v1 = MAX (blob->v1, part->v1);
  PIX *both = pixCreate (u1 - u0, v1 - v0, 1);
  pixRasterop (both, blob->u0 - u0, blob->v0 - v0, BLOB_WIDTH (blob), BLOB_HEIGHT (blob), PIX_PAINT,
               blob->ink, 0, 0);
  pixRasterop (both, part->u0 - u0, part->v0 - v0, BLOB_WIDTH (part), BLOB_HEIGHT (part), PIX_PAINT,
               part->ink, 0, 0);
  pixDestroy (&blob->ink);
  pixDestroy (&part->ink);
  blob->ink = both;
  blob->n_parts += part->n_parts;
  blob->u0 = u0, blob->u1 = u1, blob->v0 = v0, blob->v1 = v1;
  blob->x0 = MIN (blob->x0, part->x0), blob->y0 = MIN (blob->y0, part->y0);
  blob->x1 = MAX (blob->x1, part->x1), blob->y1 = MAX (blob->y1, part->y1);
}
