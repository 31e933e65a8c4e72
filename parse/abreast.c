/* parse/abreast.c - parts of a page that stand side by side, each with tables of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/abreast.h"

#include "parse/page_lines.h"

#define BEYOND 1e6      /* points: below any page */
#define MAX_TABLES 100  /* on a page: more draw a picture */
#define LEVEL_SHARE 0.5 /* of the lower one's height that tables side by side share */

static const Box *
box_at (const GPtrArray *tables, guint i)
{
  return &((const Table *) g_ptr_array_index (tables, i))->box;
}

/* Whether @right begins right of @left, at about the same height. */
static gboolean
are_abreast (const Box *left, const Box *right)
{
  double shared = MIN (left->y1, right->y1) - MAX (left->y0, right->y0);
  return left->x1 <= right->x0
         && shared >= LEVEL_SHARE * MIN (left->y1 - left->y0, right->y1 - right->y0);
}

static gboolean
crosses_any (const GPtrArray *tables, double x, double y0, double y1)
{
  for (guint i = 0; i < tables->len; i++)
    {
      const Box *box = box_at (tables, i);
      if (box->x0 < x && box->x1 > x && box->y0 < y1 && box->y1 > y0)
        return TRUE;
    }
  return FALSE;
}

/* Finds two tables that stand side by side with nothing between; @gap gets what is between them. */
static gboolean
find_pair (const GPtrArray *tables, Box *gap)
{
  for (guint i = 0; i < tables->len; i++)
    for (guint k = 0; k < tables->len; k++)
      {
        const Box *left = box_at (tables, i), *right = box_at (tables, k);
        *gap = (Box){ left->x1, MIN (left->y0, right->y0), right->x0, MAX (left->y1, right->y1) };
        if (are_abreast (left, right)
            && !crosses_any (tables, (gap->x0 + gap->x1) / 2, gap->y0, gap->y1))
          return TRUE;
      }
  return FALSE;
}

/* Ends the part at what goes over its middle above or below the gap. */
static void
end_at (Abreast *part, const Box *gap, Box box)
{
  if (box.x0 >= part->x || box.x1 <= part->x)
    return;
  if (box.y1 <= gap->y0)
    part->y0 = MAX (part->y0, box.y1);
  else
    part->y1 = MIN (part->y1, MAX (box.y0, gap->y1));
}

/* Returns: the part around the gap that is parted at @x. */
static Abreast
part_at (double x, const Box *gap, const GPtrArray *tables, const GArray *lines)
{
  Abreast part = { x, -BEYOND, BEYOND };
  for (guint i = 0; i < lines->len; i++)
    {
      g_autoptr (GArray) pieces = segment_list (word_line (lines, i));
      const Box *line = &word_line (lines, i)->words[0].box;
      for (guint k = 0; k < pieces->len; k++)
        end_at (&part, gap,
                (Box){ segment_x0 (segment_at (pieces, k)), line->y0,
                       segment_x1 (segment_at (pieces, k)), line->y1 });
    }
  for (guint i = 0; i < tables->len; i++)
    end_at (&part, gap, *box_at (tables, i));
  return part;
}

gboolean
abreast_find (const GPtrArray *tables, const GArray *words, Abreast *part)
{
  Box gap;
  if (tables->len < 2 || tables->len > MAX_TABLES || !find_pair (tables, &gap))
    return FALSE;

  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (Word));
  g_autoptr (GArray) lines = page_lines_sorted (words, sorted);
  *part = part_at ((gap.x0 + gap.x1) / 2, &gap, tables, lines);
  const double xs[] = { gap.x1 - 1, gap.x0 + 1 };
  for (gsize i = 0; i < G_N_ELEMENTS (xs); i++)
    {
      Abreast other = part_at (xs[i], &gap, tables, lines);
      if (other.y1 - other.y0 > part->y1 - part->y0)
        *part = other;
    }
  return TRUE;
}
