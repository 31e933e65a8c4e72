/* parse/colour.c - colours that tell a status.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/colour.h"

#define MIN_CHROMA                                                                                 \
  36 /* of 255, between the strongest and the weakest part of a colour: what a                     \
      * spreadsheet paints bad, neutral and good ones with has 41 and more */

/* Hues in degrees, from red over yellow and green on. */
static const struct
{
  int from, to;
  const char *name;
} hues[] = {
  { 0, 20, "Red" },
  { 21, 62, "Amber" },
  { 63, 170, "Green" },
  { 340, 360, "Red" },
};

/* Returns: the hue in degrees, by the usual hexagon. */
static int
hue_of (int red, int green, int blue, int chroma)
{
  int high = MAX (red, MAX (green, blue));
  if (high == red)
    return (360 + 60 * (green - blue) / chroma) % 360;
  if (high == green)
    return 120 + 60 * (blue - red) / chroma;
  return 240 + 60 * (red - green) / chroma;
}

const char *
colour_status (guint32 rgb)
{
  int red = (int) (rgb >> 16 & 0xff), green = (int) (rgb >> 8 & 0xff), blue = (int) (rgb & 0xff);
  int chroma = MAX (red, MAX (green, blue)) - MIN (red, MIN (green, blue));
  if (chroma < MIN_CHROMA)
    return NULL;
  int hue = hue_of (red, green, blue, chroma);
  for (gsize i = 0; i < G_N_ELEMENTS (hues); i++)
    if (hue >= hues[i].from && hue <= hues[i].to)
      return hues[i].name;
  return NULL;
}
