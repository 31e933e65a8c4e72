/* parse/beside.c - tables that stand side by side.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/beside.h"

#define MIN_GAP 9.0     /* points between two tables */
#define MIN_RULES 2     /* above and below each */
#define MIN_ROWS 2      /* of each */
#define WHOLE_SHARE 0.9 /* of a table's width that a rule over all of it takes up */

static int
compare_lefts (gconstpointer a, gconstpointer b)
{
  double left = ((const Box *) a)->x0, right = ((const Box *) b)->x0;
  return (left > right) - (left < right);
}

/* Returns: where the rules end that go on from each other, from the leftmost on; @next gets where
 * the first right of them begins, beyond the region if there is none. */
static double
end_of_first (const Region *region, double *next)
{
  g_autoptr (GArray) rules = g_array_copy (region->flats);
  double end = region->box.x0 + MIN_GAP;
  guint i = 0;
  g_array_sort (rules, compare_lefts);
  for (; i < rules->len && g_array_index (rules, Box, i).x0 <= end + MIN_GAP; i++)
    end = MAX (end, g_array_index (rules, Box, i).x1);
  *next = i < rules->len ? g_array_index (rules, Box, i).x0 : G_MAXDOUBLE;
  return end;
}

/* Returns: how many rules run over nearly all between @x0 and @x1. */
static guint
count_whole (const Region *region, double x0, double x1)
{
  guint n = 0;
  for (guint i = 0; i < region->flats->len; i++)
    {
      const Box *rule = &g_array_index (region->flats, Box, i);
      n += rule->x0 >= x0 - MIN_GAP && rule->x1 <= x1 + MIN_GAP
           && rule->x1 - rule->x0 >= WHOLE_SHARE * (x1 - x0);
    }
  return n;
}

/* Whether rows stand between @x0 and @x1: lines of several pieces, most of which begin with a name;
 * and no line reaches over. */
static gboolean
has_rows (const Region *region, double x0, double x1)
{
  guint n = 0, n_named = 0;
  for (guint i = 0; i < region->lines->len; i++)
    {
      const PrintLine *line = print_line (region->lines, i);
      const Piece *first = NULL;
      guint n_own = 0;
      for (guint k = 0; k < line->pieces->len; k++)
        {
          const Piece *piece = print_piece (line, k);
          if (piece->box.x1 <= x0 || piece->box.x0 >= x1)
            continue;
          if (piece->box.x0 < x0 - MIN_GAP || piece->box.x1 > x1 + MIN_GAP)
            return FALSE;
          first = first == NULL ? piece : first;
          n_own++;
        }
      n += n_own > 1;
      n_named += n_own > 1 && !first->is_figure;
    }
  return n >= MIN_ROWS && 2 * n_named > n;
}

gboolean
beside_find (const Region *region, double *x)
{
  double next, end = end_of_first (region, &next), first = region->box.x0, last = region->box.x1;
  if (next >= last || count_whole (region, first, end) < MIN_RULES
      || count_whole (region, next, last) < MIN_RULES || !has_rows (region, first, end)
      || !has_rows (region, next, last))
    return FALSE;
  *x = (end + next) / 2;
  return TRUE;
}
