/* extract/pointer.c - arrows and triangles that are only some pixels large.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ink is turned to point right, and cut into columns.  All lie about one middle.  A triangle's
 * columns are solid and become evenly shorter.  An arrow's are short up to its head; from the
 * highest on, they become shorter by and by.
 */
#include "extract/pointer.h"

#include <math.h>

#include "extract/arrow.h"

#define MIN_SIDE 4       /* pixels */
#define MIN_LENGTH 8     /* of an arrow, pixels */
#define MAX_STRETCH 5.0  /* of an arrow's length by its height */
#define MIN_RATIO 0.5    /* of a triangle's sides */
#define SLACK 0.1        /* of the height, and half a pixel, that a column is off */
#define SHAFT 0.4        /* of the height, that a shaft is thick at most */
#define TINY_SHAFT 0.5   /* the same of a tiny one */
#define SHAFT_SHARE 0.35 /* of the length, that a shaft is long at least */
#define HEAD_SHARE 0.15  /* and that the head is, behind its highest column */
#define HEAD_INK 0.4     /* of the box around the head that its columns reach */
#define TINY 8           /* pixels of height: of such a head little is left */
#define TINY_TIP 0.85    /* of the height, that its tip may reach */
#define N_QUARTERS 4

typedef struct
{
  int low, high, ink; /* the first row that has ink, behind the last, and how many have */
} Column;

typedef struct
{
  Column columns[BITS_SIDE];
  int length, height;
  double slack; /* rows that a column may be off the middle */
  double shaft; /* rows that a shaft may reach */
  double tip;   /* rows that the last column of an arrow may reach */
} Profile;

/* Whether the pixel is ink, counted from where the ink begins if it points right after @quarter
 * turns: right, up, left, down. */
static gboolean
ink_at (const Bits *bits, guint quarter, int x, int y)
{
  int column = x, row = y;
  if (quarter == 1)
    column = y, row = bits->height - 1 - x;
  else if (quarter == 2)
    column = bits->width - 1 - x, row = y;
  else if (quarter == 3)
    column = y, row = x;
  return (bits->rows[row] >> (BITS_SIDE - 1 - column) & 1) != 0;
}

static Column
column_at (const Bits *bits, guint quarter, int x, int height)
{
  Column column = { height, 0, 0 };
  for (int y = 0; y < height; y++)
    if (ink_at (bits, quarter, x, y))
      {
        column.low = MIN (column.low, y);
        column.high = y + 1;
        column.ink++;
      }
  return column;
}

/* Returns: whether each column has ink. */
static gboolean
cut (const Bits *bits, guint quarter, gboolean is_alone, Profile *profile)
{
  profile->length = quarter % 2 == 0 ? bits->width : bits->height;
  profile->height = quarter % 2 == 0 ? bits->height : bits->width;
  gboolean is_tiny = is_alone && profile->height <= TINY;
  profile->slack = SLACK * profile->height + (is_tiny ? 1 : 0.5);
  profile->shaft = MAX ((is_tiny ? TINY_SHAFT : SHAFT) * profile->height, 1);
  profile->tip = MAX ((is_tiny ? TINY_TIP : SHAFT) * profile->height, 2);
  for (int x = 0; x < profile->length; x++)
    {
      profile->columns[x] = column_at (bits, quarter, x, profile->height);
      if (profile->columns[x].ink == 0)
        return FALSE;
    }
  return TRUE;
}

static int
reach (const Profile *profile, int x)
{
  return profile->columns[x].high - profile->columns[x].low;
}

static gboolean
is_even (const Profile *profile)
{
  for (int x = 0; x < profile->length; x++)
    if (ABS (profile->columns[x].low + profile->columns[x].high - profile->height)
        > 2 * profile->slack)
      return FALSE;
  return TRUE;
}

static gboolean
is_triangle (const Profile *profile)
{
  if (profile->length < MIN_RATIO * profile->height
      || profile->height < MIN_RATIO * profile->length)
    return FALSE;
  for (int x = 0; x < profile->length; x++)
    {
      double even = profile->height * (1 - (x + 0.5) / profile->length);
      if (fabs (reach (profile, x) - even) > 2 * SLACK * profile->height + 0.5
          || profile->columns[x].ink < reach (profile, x))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_arrow (const Profile *profile)
{
  int head = 0, sum = 0, rest = 0;
  if (profile->length < MIN_LENGTH || profile->length > MAX_STRETCH * profile->height
      || profile->height > profile->length)
    return FALSE;
  for (int x = 1; x < profile->length; x++)
    if (reach (profile, x) >= reach (profile, head))
      head = x;
  rest = profile->length - head;
  for (int x = 0; x < MAX (SHAFT_SHARE * profile->length, 1); x++)
    if (reach (profile, x) > profile->shaft || x >= head)
      return FALSE;
  for (int x = head; x < profile->length; x++)
    {
      sum += reach (profile, x);
      int drop = x > head ? reach (profile, x - 1) - reach (profile, x) : 0;
      if (drop < -1 || drop > MAX (2, 2 * profile->height / rest))
        return FALSE;
    }
  return rest >= 2 && rest >= HEAD_SHARE * profile->length
         && reach (profile, profile->length - 1) <= profile->tip
         && sum >= HEAD_INK * rest * profile->height;
}

gunichar
pointer_read (const Bits *bits, gboolean is_alone)
{
  if (MIN (bits->width, bits->height) < MIN_SIDE)
    return 0;
  for (guint quarter = 0; quarter < N_QUARTERS; quarter++)
    {
      Profile profile;
      if (!cut (bits, quarter, is_alone, &profile) || !is_even (&profile))
        continue;
      if (is_triangle (&profile))
        return arrow_of (2 * quarter, TRUE);
      if (is_arrow (&profile))
        return arrow_of (2 * quarter, FALSE);
    }
  return 0;
}
