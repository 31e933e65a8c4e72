/* extract/plate.h - a page whose picture is ready to be read: what can be done without knowing the
 * pages before it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "extract/crew.h"
#include "model/page.h"

G_BEGIN_DECLS

typedef struct
{
  Page *page;             /* borrowed; has the picture's rules and fills */
  Picture *picture;       /* owned; straight and upright */
  PIX *ink;               /* (nullable) owned; of its letters; NULL if the picture is too small */
  GArray *strips;         /* owned; of Strip, cut from that */
  guint n_rules, n_fills; /* that the page had before */
} Plate;

/* Returns (transfer full): @page with the rules and fills of @picture, which it takes over and sets
 * straight: all boxes are in points of the straight page.  Where it is not sure which way is up,
 * @hand reads a few words. */
Plate *plate_new (Picture *picture, Page *page, const Hand *hand);
void plate_free (Plate *plate);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Plate, plate_free)

G_END_DECLS
