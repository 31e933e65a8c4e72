/* parse/columns.c - where the columns of a region lie.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. Upright rules are borders.
 * 2. Between them, a gutter lies where most lines leave a gap: each pair of neighbouring pieces of
 * a line speaks for the places between them, each piece against those that it covers.  The best
 *    place is a border, then the next best, as long as something stands between any two.
 * 3. A column that nothing but the topmost lines fill belongs to its neighbour.
 */
#include "parse/columns.h"

#include <math.h>

#include "parse/channel.h"

#define SAME_LINE 3.0      /* points: upright rules this near to each other are one border */
#define MIN_UPRIGHT 0.6    /* of a line's height */
#define CROSSING_SHARE 0.2 /* of the gaps for a gutter, pieces may cross it */
#define MIN_DRAWN_GAPS 4   /* for a gutter between two drawn borders */
#define CLOSED_SHARE 0.7   /* of the region's height that two borders take up on both sides */

typedef struct
{
  GArray *gaps, *pieces; /* owned; of Stretch */
  guint n_lines;
} Evidence;

double
column_x0 (const GArray *borders, guint column)
{
  return g_array_index (borders, ColumnBorder, column).x;
}

double
column_x1 (const GArray *borders, guint column)
{
  return g_array_index (borders, ColumnBorder, column + 1).x;
}

guint
columns_place (const GArray *borders, double x)
{
  guint column = 0;
  while (column + 2 < borders->len && x >= column_x1 (borders, column))
    column++;
  return column;
}

/* ---- drawn borders ---- */

static int
compare_borders (gconstpointer a, gconstpointer b)
{
  double left = ((const ColumnBorder *) a)->x, right = ((const ColumnBorder *) b)->x;
  return (left > right) - (left < right);
}

static double
height_of_line (const Region *region)
{
  double sum = 0;
  for (guint i = 0; i < region->lines->len; i++)
    sum += print_line (region->lines, i)->size;
  return region->lines->len > 0 ? sum / region->lines->len : 0;
}

static void
add_border (GArray *borders, double x, gboolean is_drawn)
{
  ColumnBorder border = { x, is_drawn };
  g_array_append_val (borders, border);
  g_array_sort (borders, compare_borders);
}

static GArray *
list_drawn (const Region *region)
{
  GArray *borders = g_array_new (FALSE, FALSE, sizeof (ColumnBorder));
  double least = MIN_UPRIGHT * height_of_line (region);
  for (guint i = 0; i < region->uprights->len; i++)
    {
      const Box *rule = &g_array_index (region->uprights, Box, i);
      double x = (rule->x0 + rule->x1) / 2;
      guint k = 0;
      while (k < borders->len && fabs (g_array_index (borders, ColumnBorder, k).x - x) > SAME_LINE)
        k++;
      if (k == borders->len && rule->y1 - rule->y0 >= least)
        add_border (borders, x, TRUE);
    }
  guint n = borders->len;
  if (n == 0 || g_array_index (borders, ColumnBorder, 0).x > region->box.x0 + SAME_LINE)
    add_border (borders, region->box.x0, FALSE);
  if (n == 0
      || g_array_index (borders, ColumnBorder, borders->len - 1).x < region->box.x1 - SAME_LINE)
    add_border (borders, region->box.x1, FALSE);
  return borders;
}

/* Returns: how much of the region's height is drawn at @x. */
static double
drawn_share (const Region *region, double x)
{
  double sum = 0;
  for (guint i = 0; i < region->uprights->len; i++)
    {
      const Box *rule = &g_array_index (region->uprights, Box, i);
      if (fabs ((rule->x0 + rule->x1) / 2 - x) <= SAME_LINE)
        sum += rule->y1 - rule->y0;
    }
  return sum / MAX (region->box.y1 - region->box.y0, 1);
}

/* ---- gutters ---- */

static void
evidence_clear (Evidence *evidence)
{
  g_array_unref (evidence->gaps);
  g_array_unref (evidence->pieces);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Evidence, evidence_clear)

/* Collects what lines of several pieces between two borders say. */
static Evidence
collect (const Region *region, double x0, double x1)
{
  Evidence evidence = { g_array_new (FALSE, FALSE, sizeof (Stretch)),
                        g_array_new (FALSE, FALSE, sizeof (Stretch)), 0 };
  for (guint i = 0; i < region->lines->len; i++)
    {
      const PrintLine *line = print_line (region->lines, i);
      const Piece *last = NULL;
      guint n = evidence.pieces->len;
      evidence.n_lines++;
      for (guint k = 0; k < line->pieces->len; k++)
        {
          const Piece *piece = print_piece (line, k);
          double middle = (piece->box.x0 + piece->box.x1) / 2;
          if (middle < x0 || middle > x1)
            continue;
          Stretch own = { piece->box.x0, piece->box.x1 };
          g_array_append_val (evidence.pieces, own);
          if (last != NULL)
            {
              Stretch gap = { last->box.x1, piece->box.x0 };
              g_array_append_val (evidence.gaps, gap);
            }
          last = piece;
        }
      /* A line in one piece may run over columns. */
      if (evidence.pieces->len == n + 1 && line->pieces->len == 1)
        g_array_set_size (evidence.pieces, n);
    }
  return evidence;
}

static gboolean
has_piece_between (const GArray *pieces, double x0, double x1)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      const Stretch *piece = &g_array_index (pieces, Stretch, i);
      if (piece->x0 >= x0 && piece->x1 <= x1)
        return TRUE;
    }
  return FALSE;
}

/* Whether something stands between @x and the borders next to it. */
static gboolean
is_apart (const GArray *borders, const GArray *pieces, double x)
{
  double left = -G_MAXDOUBLE, right = G_MAXDOUBLE;
  for (guint i = 0; i < borders->len; i++)
    {
      double at = g_array_index (borders, ColumnBorder, i).x;
      if (at <= x)
        left = at;
      else if (right == G_MAXDOUBLE)
        right = at;
    }
  return has_piece_between (pieces, left - SAME_LINE, x)
         && has_piece_between (pieces, x, right + SAME_LINE);
}

/* Adds the gutters between two borders. */
static void
add_gutters (const Region *region, GArray *borders, const ColumnBorder *left,
             const ColumnBorder *right)
{
  g_auto (Evidence) evidence = collect (region, left->x, right->x);
  gboolean is_closed = left->is_drawn && right->is_drawn
                       && drawn_share (region, left->x) >= CLOSED_SHARE
                       && drawn_share (region, right->x) >= CLOSED_SHARE;
  guint least = is_closed ? MAX (MIN_DRAWN_GAPS, evidence.n_lines / 2) : 1;
  g_autoptr (GArray) candidates
      = channel_list (evidence.gaps, evidence.pieces, least, is_closed ? 0 : CROSSING_SHARE);
  for (guint i = 0; i < candidates->len; i++)
    {
      const Channel *candidate = &g_array_index (candidates, Channel, i);
      double x = (candidate->x0 + candidate->x1) / 2;
      if (is_apart (borders, evidence.pieces, x))
        add_border (borders, x, FALSE);
    }
}

/* ---- columns without a body ---- */

GArray *
columns_find (const Region *region)
{
  GArray *borders = list_drawn (region);
  g_autoptr (GArray) drawn = g_array_copy (borders);
  for (guint i = 0; i + 1 < drawn->len; i++)
    add_gutters (region, borders, &g_array_index (drawn, ColumnBorder, i),
                 &g_array_index (drawn, ColumnBorder, i + 1));
  return borders;
}
