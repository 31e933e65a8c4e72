/* parse/spread.c - which columns each of several groups of headings stands over.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/spread.h"

#include <math.h>

#define MAX_OFF 0.5 /* columns that a group may stand off the middle of its own */

/* Returns: how far a group stands off the middle of the columns from @first to @end. */
static double
off_middle (const GArray *columns, guint first, guint end, const Pile *pile)
{
  double x0 = g_array_index (columns, Span, first).x0,
         x1 = g_array_index (columns, Span, end - 1).x1;
  return (pile->x0 + pile->x1 - x0 - x1) / 2;
}

/* Fills in for each group, and each column behind its last, the least cost and where it begins. */
static void
weigh (const GArray *columns, guint first, guint n, const GArray *piles, double *costs,
       guint *begins)
{
  for (guint g = 0; g < piles->len; g++)
    for (guint end = 0; end <= n; end++)
      {
        double *own = &costs[g * (n + 1) + end];
        *own = INFINITY;
        for (guint from = g; from < end; from++)
          {
            double before = g == 0 ? (from == 0 ? 0 : INFINITY) : costs[(g - 1) * (n + 1) + from];
            double off = off_middle (columns, first + from, first + end, pile_at (piles, g));
            if (before + off * off >= *own)
              continue;
            *own = before + off * off;
            begins[g * (n + 1) + end] = from;
          }
      }
}

guint *
spread_groups (const GArray *columns, guint first, guint end, const GArray *piles)
{
  guint n = end - first;
  if (piles->len < 2 || n < piles->len)
    return NULL;

  g_autofree double *costs = g_new (double, piles->len *(n + 1));
  g_autofree guint *begins = g_new0 (guint, piles->len * (n + 1));
  weigh (columns, first, n, piles, costs, begins);

  double x0 = g_array_index (columns, Span, first).x0,
         x1 = g_array_index (columns, Span, end - 1).x1;
  g_autofree guint *found = g_new (guint, piles->len);
  guint behind = n;
  for (guint g = piles->len; g-- > 0;)
    {
      found[g] = first + begins[g * (n + 1) + behind];
      if (fabs (off_middle (columns, found[g], first + behind, pile_at (piles, g)))
          > MAX_OFF * (x1 - x0) / n)
        return NULL;
      behind = found[g] - first;
    }
  return g_steal_pointer (&found);
}
