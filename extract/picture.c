/* extract/picture.c - the picture of a page, as a scanner made it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/picture.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "extract/large.h"

#define MAX_DPI 450.0 /* what is finer is halved: letters are not read better for it */
#define MIN_DPI                                                                                    \
  250.0 /* what is coarser is doubled: thin strokes do not last through the threshold */
#define POINTS_PER_INCH 72.0
#define ROOM_BYTES (32 << 20)

/* Returns (transfer full): @pix without a palette, in 8 or 32 bits; NULL if that cannot be. */
static PIX *
plain_pix (PIX *pix)
{
  g_autoptr (PixOwned) flat = pixRemoveColormap (pix, REMOVE_CMAP_BASED_ON_SRC);
  if (flat == NULL)
    return NULL;
  switch (pixGetDepth (flat))
    {
    case 32:
      return g_steal_pointer (&flat);
    case 16:
      return pixConvert16To8 (flat, L_MS_BYTE);
    default:
      return pixConvertTo8 (flat, FALSE);
    }
}

/* Halves what is too fine. */
static PIX *
take_coarse (PIX *pix, double *dpi)
{
  while (pix != NULL && *dpi > MAX_DPI)
    {
      PIX *half = pixScaleAreaMap2 (pix);
      pixDestroy (&pix);
      pix = half;
      *dpi /= 2;
    }
  return pix;
}

/* Doubles what is too coarse. */
static PIX *
take_fine (PIX *gray, double *dpi)
{
  if (gray == NULL || *dpi >= MIN_DPI)
    return gray;
  PIX *doubled = pixScaleGray2xLI (gray);
  pixDestroy (&gray);
  *dpi *= 2;
  return doubled;
}

Picture *
picture_new (PIX *pix, double dpi)
{
  PIX *plain = plain_pix (pix);
  pixDestroy (&pix);
  plain = take_coarse (plain, &dpi);
  if (plain == NULL)
    return NULL;
  Picture *picture = g_new0 (Picture, 1);
  picture->dpi = dpi;
  if (pixGetDepth (plain) == 8)
    picture->gray = plain;
  else
    {
      picture->gray = pixConvertRGBToLuminance (plain);
      if (pixGetWidth (plain) >= PICTURE_SHRINK && pixGetHeight (plain) >= PICTURE_SHRINK)
        picture->colour = pixScaleAreaMap (plain, 1.0F / PICTURE_SHRINK, 1.0F / PICTURE_SHRINK);
      pixDestroy (&plain);
    }
  picture->gray = take_fine (picture->gray, &picture->dpi);
  if (picture->gray == NULL)
    g_clear_pointer (&picture, picture_free);
  return picture;
}

void
picture_free (Picture *picture)
{
  if (picture == NULL)
    return;
  pixDestroy (&picture->gray);
  pixDestroy (&picture->colour);
  g_free (picture);
}

double
picture_points (const Picture *picture, double pixels)
{
  return pixels * POINTS_PER_INCH / picture->dpi;
}

/* Pictures are made and freed in pieces of megabytes.  If each of these went back to the system,
 * the next one would be asked for page by page again, by several threads that wait for each other.
 */
static void
keep_room (void)
{
#ifdef __GLIBC__
  mallopt (M_TOP_PAD, ROOM_BYTES);
  mallopt (M_ARENA_MAX, 1);
#endif
}

void
picture_prepare (void)
{
  setMsgSeverity (L_SEVERITY_NONE);
  keep_room ();
  large_pictures ();
}
