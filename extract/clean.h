/* extract/clean.h - ink told from paper.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "extract/picture.h"

G_BEGIN_DECLS

/* What is printed, in images of 1 bit. */
typedef struct
{
  PIX *ground; /* owned; 8 bits: the paper's lightness, smaller by PICTURE_SHRINK */
  PIX *faint;  /* owned: all that is darker than its ground, or lighter than a dark one */
  PIX *dark;   /* owned: dark grounds, smaller by PICTURE_SHRINK */
  PIX *light;  /* owned: the letters on those */
} Clean;

/* Returns: what a picture has beside its ground: shadows and shaded cells are nothing. */
Clean clean_picture (const Picture *picture);

/* Returns (transfer full): the letters of what is left in @clean->faint: each patch of it down to
 * half of its own darkness, so that thin and pale ones last and bold ones do not touch. */
PIX *clean_ink (const Picture *picture, const Clean *clean);

void clean_clear (Clean *clean);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Clean, clean_clear)

G_END_DECLS
