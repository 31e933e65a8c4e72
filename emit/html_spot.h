/* emit/html_spot.h - a place of a report as the pages tell places apart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/place.h"

G_BEGIN_DECLS

typedef struct
{
  int page;
  Box box;
} Spot;

/* A GHashFunc and a GEqualFunc of Spots. */
guint spot_hash (gconstpointer data);
gboolean spot_equal (gconstpointer a, gconstpointer b);

/* Appends `page,x0,y0,x1,y1`, which decisions.csv gives back. */
void spot_append (GString *html, Spot spot);

G_END_DECLS
