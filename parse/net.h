/* parse/net.h - rules that hang together, and the grid of places that they draw.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/page.h"

G_BEGIN_DECLS

/* A rule of a net. */
typedef struct
{
  Box box;
  gboolean is_flat;
  guint net; /* private */
} NetLine;

/* A grid of places.  Places count from 0; so do borders, the one before the first place being 0. */
typedef struct
{
  GArray *xs, *ys; /* owned; of double: the borders of its columns and rows, in order */
  GArray *lines;   /* owned; of NetLine */
} Net;

/* Returns (transfer full) (element-type Net): the nets of the page's rules that have two borders or
 * more either way, from top to bottom and left to right.  Nets right below each other whose upright
 * rules stand in the same places are one.  Of more than 20,000 rules none is taken into account,
 * nor is a net of more than a million places: they draw a picture. */
GPtrArray *nets_find (const Page *page);

/* Returns: the @i-th of an array of double. */
double net_number (const GArray *numbers, guint i);

/* Returns: the border nearest to @at. */
guint net_nearest (const GArray *borders, double at);

/* Returns: the place between two of @borders that @at lies in; their number if it is beyond. */
guint net_place (const GArray *borders, double at);

G_END_DECLS
