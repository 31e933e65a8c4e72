/* parse/ground.c - the colour that a strip of a page is printed on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Producers paint a band in pieces: a cell at a time, a line of a cell at a time.  So its colour is
 * looked up in points along the strip, and the pieces do not matter.
 */
#include "parse/ground.h"

#define N_POINTS 20
#define MOST 17        /* points, of one colour, that are nearly all of a strip */
#define MIN_SHARE 0.02 /* of the strip's width, that a fill takes up; less is a mark */
#define MAX_FILLS 5000 /* across the strip: more draw a picture */

Ground *
ground_new (const Page *page, double x0, double x1)
{
  Ground *ground = g_new0 (Ground, 1);
  ground->page = page;
  ground->fills = g_array_new (FALSE, FALSE, sizeof (const Fill *));
  for (guint i = 0; i < page->fills->len && ground->fills->len < MAX_FILLS; i++)
    {
      const Fill *fill = &g_array_index (page->fills, Fill, i);
      if (MIN (fill->box.x1, x1) - MAX (fill->box.x0, x0) >= MIN_SHARE * (x1 - x0))
        g_array_append_val (ground->fills, fill);
    }
  return ground;
}

void
ground_free (Ground *ground)
{
  if (ground == NULL)
    return;

  g_array_unref (ground->fills);
  g_free (ground);
}

static guint32
colour_at (const Ground *ground, double x, double y)
{
  for (guint i = ground->fills->len; i > 0; i--)
    {
      const Fill *fill = g_array_index (ground->fills, const Fill *, i - 1);
      if (x >= fill->box.x0 && x <= fill->box.x1 && y >= fill->box.y0 && y <= fill->box.y1)
        return fill->rgb;
    }
  return GROUND_PAPER;
}

guint32
ground_colour (const Ground *ground, Box strip)
{
  if (ground->fills->len == 0)
    return GROUND_PAPER;
  guint32 colours[N_POINTS];
  for (guint i = 0; i < N_POINTS; i++)
    colours[i] = colour_at (ground, strip.x0 + (strip.x1 - strip.x0) * (i + 0.5) / N_POINTS,
                            (strip.y0 + strip.y1) / 2);
  for (guint i = 0; i <= N_POINTS - MOST; i++)
    {
      guint n = 0;
      for (guint k = 0; k < N_POINTS; k++)
        n += colours[k] == colours[i];
      if (n >= MOST)
        return colours[i];
    }
  return GROUND_MIXED;
}
