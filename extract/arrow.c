/* extract/arrow.c - arrows and triangles that are drawn as shapes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. The polygon is turned by eighths of a circle, until one corner lies alone furthest right, half
 *    way up: the tip.
 * 2. An arrow has seven corners: behind the tip two that are the widest apart, and a shaft half as
 *    wide between them that ends in two.  A triangle has but the two behind the tip, furthest left.
 */
#include "extract/arrow.h"

#include <math.h>

#define ARROW_CORNERS ARROW_MAX_CORNERS
#define TRIANGLE_CORNERS 3
#define MAX_SIZE 40.0 /* points */
#define MIN_SIZE 2.0
#define SLACK 0.12     /* of the size, that corners may be off */
#define MAX_SHAFT 0.85 /* of the head's width that the shaft may have */
#define N_DIRECTIONS ARROW_N_DIRECTIONS

/* From right on, counter-clockwise as one looks at the page. */
static const gunichar arrows[N_DIRECTIONS]
    = { 0x2192, 0x2197, 0x2191, 0x2196, 0x2190, 0x2199, 0x2193, 0x2198 };
static const gunichar triangles[N_DIRECTIONS] = { 0x25B6, 0, 0x25B2, 0, 0x25C0, 0, 0x25BC, 0 };

typedef struct
{
  double left, right, low, high;
} Extent;

Point
arrow_turn (Point point, guint direction)
{
  double angle = direction * G_PI / 4, c = cos (angle), s = sin (angle);
  return (Point){ point.x * c - point.y * s, point.x * s + point.y * c }; /* y runs downwards */
}

static Extent
extent_of (const Point *corners, guint n)
{
  Extent extent = { corners[0].x, corners[0].x, corners[0].y, corners[0].y };
  for (guint i = 1; i < n; i++)
    {
      extent.left = MIN (extent.left, corners[i].x);
      extent.right = MAX (extent.right, corners[i].x);
      extent.low = MIN (extent.low, corners[i].y);
      extent.high = MAX (extent.high, corners[i].y);
    }
  return extent;
}

/* Whether the shape points right: one corner is the tip, two the tail, both about the middle. */
static gboolean
points_right (const Point *corners, guint n)
{
  Extent extent = extent_of (corners, n);
  double width = extent.right - extent.left, height = extent.high - extent.low;
  double middle = (extent.low + extent.high) / 2, slack = SLACK * MAX (width, height);
  guint n_tips = 0, n_tails = 0;
  double tail_low = extent.high, tail_high = extent.low;
  for (guint i = 0; i < n; i++)
    {
      n_tips += corners[i].x > extent.right - slack && fabs (corners[i].y - middle) < slack;
      if (corners[i].x < extent.left + slack)
        {
          n_tails++;
          tail_low = MIN (tail_low, corners[i].y);
          tail_high = MAX (tail_high, corners[i].y);
        }
      else if (corners[i].x > extent.right - slack && fabs (corners[i].y - middle) >= slack)
        return FALSE;
    }
  if (n_tips != 1 || n_tails != 2 || fabs ((tail_low + tail_high) / 2 - middle) > slack)
    return FALSE;
  double tail = tail_high - tail_low;
  return n == TRIANGLE_CORNERS ? tail > height - slack : tail > 0 && tail < MAX_SHAFT * height;
}

gunichar
arrow_of (guint direction, gboolean is_triangle)
{
  return (is_triangle ? triangles : arrows)[direction % N_DIRECTIONS];
}

gunichar
arrow_read (const Point *corners, guint n_corners)
{
  if (n_corners != ARROW_CORNERS && n_corners != TRIANGLE_CORNERS)
    return 0;
  Extent extent = extent_of (corners, n_corners);
  double size = MAX (extent.right - extent.left, extent.high - extent.low);
  if (!(size >= MIN_SIZE && size <= MAX_SIZE))
    return 0;
  const gunichar *signs = n_corners == ARROW_CORNERS ? arrows : triangles;
  for (guint direction = 0; direction < N_DIRECTIONS; direction++)
    {
      Point turned[ARROW_CORNERS];
      for (guint i = 0; i < n_corners; i++)
        turned[i] = arrow_turn (corners[i], direction);
      if (signs[direction] != 0 && points_right (turned, n_corners))
        return signs[direction];
    }
  return 0;
}
