/* emit/html_spot.c - a place of a report as the pages tell places apart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/html_spot.h"

#include "emit/html_escape.h"

#define PAGE_FACTOR 7919u /* a prime: boxes of two pages are alike */

guint
spot_hash (gconstpointer data)
{
  const Spot *spot = data;
  return (guint) spot->page * PAGE_FACTOR + box_hash (spot->box);
}

gboolean
spot_equal (gconstpointer a, gconstpointer b)
{
  const Spot *x = a, *y = b;
  return x->page == y->page && box_equal (x->box, y->box);
}

void
spot_append (GString *html, Spot spot)
{
  const double ends[] = { spot.box.x0, spot.box.y0, spot.box.x1, spot.box.y1 };
  html_number (html, spot.page);
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      html_raw (html, ",");
      html_length (html, ends[i]);
    }
}
