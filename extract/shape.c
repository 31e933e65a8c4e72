/* extract/shape.c - arrows and triangles told by their outlines, as fonts draw them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. The outline is turned by eighths of a circle, and cut across into slices from left to right.
 *    Of each slice is known how far it reaches, and how much of that is ink.
 * 2. It points right if all slices lie about one middle, and from the widest on they become
 *    narrower evenly up to the tip.
 * 3. A triangle is solid, and its first slice is the widest.  Before an arrow's widest slice, where
 *    its head begins, are only thin ones: the shaft.
 */
#include "extract/shape.h"

#include <math.h>
#include <stdlib.h>

#include "extract/arrow.h"

#define N_SLICES 24

/* In units of the shape's height, which is its widest slice. */
#define SLACK 0.12       /* that a slice may be off the middle, or off an even slope */
#define SAME 0.02        /* that slices of one width differ */
#define MAX_SHAFT 0.6    /* of a shaft's width */
#define MIN_BACK 0.75    /* of a head's, where the shaft ends */
#define MAX_TIP 0.4      /* of the last slice's */
#define HEAD_SLACK 0.2   /* that a head's sides may be bent */
#define MIN_RATIO 0.4    /* of the shape's length and height, either by the other */
#define SOLID 0.9        /* of a slice that is ink, if it is solid */
#define MIN_SHAFT 4      /* slices */
#define MIN_HEAD 4       /* slices, from the widest to the tip */
#define MAX_CROSSINGS 64 /* of a slice by the outline; more are no sign's */

typedef struct
{
  double low, high; /* how far it reaches */
  double ink;       /* the length of it that is drawn */
  double ink_low;   /* and of that, what is on the low side of the middle */
} Slice;

typedef struct
{
  Slice slices[N_SLICES];
  double length, height, middle;
} Profile;

/* ---- slices ---- */

static int
compare (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;
  return (left > right) - (left < right);
}

/* Returns: where the closed lines of @points cross the upright line at @x, sorted; -1 if too often.
 */
static int
cross (const Point *points, const GArray *ends, double x, double *crossings)
{
  int n = 0;
  for (guint i = 0, start = 0; i < ends->len; i++)
    {
      guint end = g_array_index (ends, guint, i);
      for (guint k = start; k < end; k++)
        {
          Point a = points[k], b = points[k + 1 < end ? k + 1 : start];
          if ((a.x <= x) == (b.x <= x))
            continue;
          if (n == MAX_CROSSINGS)
            return -1;
          crossings[n++] = a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x);
        }
      start = end;
    }
  qsort (crossings, (gsize) n, sizeof *crossings, compare);
  return n;
}

/* Cuts the turned points into slices.  Returns: whether there is ink in each. */
static gboolean
cut (const Point *points, guint n_points, const GArray *ends, Profile *profile)
{
  double left = points[0].x, right = left, low = points[0].y, high = low;
  for (guint i = 1; i < n_points; i++)
    {
      left = MIN (left, points[i].x);
      right = MAX (right, points[i].x);
      low = MIN (low, points[i].y);
      high = MAX (high, points[i].y);
    }
  profile->length = right - left;
  profile->height = high - low;
  profile->middle = (low + high) / 2;
  for (guint i = 0; i < N_SLICES; i++)
    {
      double crossings[MAX_CROSSINGS] = { 0 };
      int n = cross (points, ends, left + profile->length * (i + 0.5) / N_SLICES, crossings);
      if (n < 2)
        return FALSE;
      Slice *slice = &profile->slices[i];
      *slice = (Slice){ crossings[0], crossings[n - 1], 0, 0 };
      for (int k = 0; k + 1 < n; k += 2)
        {
          slice->ink += crossings[k + 1] - crossings[k];
          slice->ink_low += MAX (MIN (crossings[k + 1], profile->middle) - crossings[k], 0);
        }
    }
  return TRUE;
}

/* ---- what the slices show ---- */

/* Returns: how far a slice reaches, by the shape's height. */
static double
width_of (const Profile *profile, guint i)
{
  return (profile->slices[i].high - profile->slices[i].low) / profile->height;
}

/* Whether the slices reach as far on both sides of the middle, and have as much ink there. */
static gboolean
is_even (const Profile *profile)
{
  for (guint i = 0; i < N_SLICES; i++)
    {
      const Slice *slice = &profile->slices[i];
      if (!(fabs ((slice->low + slice->high) / 2 - profile->middle) < SLACK * profile->height
            && fabs (slice->ink_low - slice->ink / 2) < SLACK / 2 * profile->height))
        return FALSE;
    }
  return TRUE;
}

/* Returns: the last of the widest slices. */
static guint
widest (const Profile *profile)
{
  guint best = 0;
  for (guint i = 1; i < N_SLICES; i++)
    if (width_of (profile, i) > width_of (profile, best) - SAME)
      best = i;
  return best;
}

/* Whether the slices from the widest on become narrower evenly, up to a tip. */
static gboolean
has_head (const Profile *profile, guint start)
{
  double from = width_of (profile, start), to = width_of (profile, N_SLICES - 1);
  if (N_SLICES - start < MIN_HEAD || to > MAX_TIP)
    return FALSE;
  for (guint i = start; i < N_SLICES; i++)
    {
      double even = from + (to - from) * (i - start) / (N_SLICES - 1 - start);
      if (fabs (width_of (profile, i) - even) > HEAD_SLACK)
        return FALSE;
    }
  return TRUE;
}

/* Whether the slices before the head are a shaft, and are so up to it; behind, the head may be cut
 * off straight or bent. */
static gboolean
has_shaft (const Profile *profile, guint head)
{
  double shaft = MAX (width_of (profile, 0), width_of (profile, 1)); /* its end may be rounded */
  guint end = 1;
  while (end < head && fabs (width_of (profile, end) - shaft) <= SLACK)
    end++;
  if (end < MIN_SHAFT || shaft > MAX_SHAFT)
    return FALSE;
  for (end++; end < head; end++)
    if (width_of (profile, end) < MIN_BACK)
      return FALSE;
  return TRUE;
}

static gboolean
is_solid (const Profile *profile)
{
  for (guint i = 0; i < N_SLICES; i++)
    if (profile->slices[i].ink < SOLID * (profile->slices[i].high - profile->slices[i].low))
      return FALSE;
  return TRUE;
}

/* Returns: the sign that the profile is of if it points right; 0 if it does not. */
static gunichar
sign_of (const Profile *profile, guint direction)
{
  if (!(profile->length > MIN_RATIO * profile->height
        && profile->height > MIN_RATIO * profile->length)
      || !is_even (profile))
    return 0;
  guint head = widest (profile);
  if (!has_head (profile, head))
    return 0;
  if (head == 0)
    return is_solid (profile) ? arrow_of (direction, TRUE) : 0;
  return has_shaft (profile, head) ? arrow_of (direction, FALSE) : 0;
}

gunichar
shape_read (const Outline *outline)
{
  guint n = outline->points->len;
  g_autofree Point *turned = g_new (Point, n);
  for (guint direction = 0; n > 0 && direction < ARROW_N_DIRECTIONS; direction++)
    {
      Profile profile;
      for (guint i = 0; i < n; i++)
        turned[i] = arrow_turn (g_array_index (outline->points, Point, i), direction);
      gunichar sign = cut (turned, n, outline->ends, &profile) ? sign_of (&profile, direction) : 0;
      if (sign != 0)
        return sign;
    }
  return 0;
}
