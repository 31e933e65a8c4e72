/* extract/contour.c - the outlines of ink.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/contour.h"

/* Returns whether the pixel is ink; beyond the edges is none. */
static gboolean
is_ink (PIX *pix, int x, int y)
{
  l_uint32 value = 0;
  return x >= 0 && y >= 0 && pixGetPixel (pix, x, y, &value) == 0 && value != 0;
}

/* Follows the edge from the corner (@x, @y), with ink to the right, until it is there again.  Edges
 * along a row's upper side that are passed are noted in @passed. */
static void
follow (PIX *pix, int x, int y, guint8 *passed, Outline *outline)
{
  static const int step_x[] = { 1, 0, -1, 0 }, step_y[] = { 0, 1, 0, -1 };
  /* the pixels ahead of a corner, to the left and to the right of each direction */
  static const int left_x[] = { 0, 0, -1, -1 }, left_y[] = { -1, 0, 0, -1 };
  static const int right_x[] = { 0, -1, -1, 0 }, right_y[] = { 0, 0, -1, -1 };
  int width = pixGetWidth (pix), start_x = x, start_y = y, direction = 0;
  do
    {
      Point point = { x, y };
      g_array_append_val (outline->points, point);
      if (direction == 0)
        passed[y * width + x] = 1;
      x += step_x[direction];
      y += step_y[direction];
      if (is_ink (pix, x + left_x[direction], y + left_y[direction]))
        direction = (direction + 3) % 4;
      else if (!is_ink (pix, x + right_x[direction], y + right_y[direction]))
        direction = (direction + 1) % 4;
    }
  while (x != start_x || y != start_y || direction != 0);
  outline_close (outline);
}

Outline *
contour_of (PIX *pix)
{
  Outline *outline = outline_new ();
  int width = pixGetWidth (pix), height = pixGetHeight (pix);
  g_autofree guint8 *passed = g_malloc0 ((gsize) width * height + 1);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      if (!passed[y * width + x] && is_ink (pix, x, y) && !is_ink (pix, x, y - 1))
        follow (pix, x, y, passed, outline);
  return outline;
}
