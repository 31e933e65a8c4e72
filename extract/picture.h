/* extract/picture.h - the picture of a page, as a scanner made it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <leptonica/allheaders.h>

G_BEGIN_DECLS

/* How many times wider and higher a picture is than its colours. */
#define PICTURE_SHRINK 4

typedef struct
{
  PIX *gray;   /* owned; 8 bits */
  PIX *colour; /* owned; 32 bits, smaller by PICTURE_SHRINK; NULL if the picture has none */
  double dpi;  /* of @gray */
} Picture;

/* Returns (transfer full) (nullable): a page's picture from @pix of whatever depth, which it takes
 * over; NULL if the library cannot convert it.  Very fine ones are made coarser. */
Picture *picture_new (PIX *pix, double dpi);
void picture_free (Picture *picture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Picture, picture_free)

/* Has the library that pictures are of print nothing, and keep large ones in large pages of memory.
 */
void picture_prepare (void);

/* Returns: a length in pixels as points. */
double picture_points (const Picture *picture, double pixels);

/* An image of leptonica that is given back where its variable ends. */
typedef PIX PixOwned;
static inline void
pix_owned_free (PixOwned *pix)
{
  pixDestroy (&pix);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PixOwned, pix_owned_free)

G_END_DECLS
