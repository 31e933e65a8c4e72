/* parse/channel.c - the upright channels that lines of pieces leave.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ends of all gaps and pieces are gone through from left to right; between two of them, the
 * same gaps and pieces lie everywhere.
 */
#include "parse/channel.h"

#define AGAINST 2.0   /* what a piece weighs against a gap */
#define NO_WIDTH 0.01 /* points */

/* Where a gap or a piece begins or ends. */
typedef struct
{
  double x;
  int n_for, n_against;
} End;

static int
compare_ends (gconstpointer a, gconstpointer b)
{
  double left = ((const End *) a)->x, right = ((const End *) b)->x;
  return (left > right) - (left < right);
}

static void
add_ends (GArray *ends, const GArray *spans, int n_for, int n_against)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const Stretch *span = &g_array_index (spans, Stretch, i);
      End begins = { span->x0, n_for, n_against }, stops = { span->x1, -n_for, -n_against };
      g_array_append_val (ends, begins);
      g_array_append_val (ends, stops);
    }
}

static double
score_of (const Channel *channel)
{
  return channel->n_for - AGAINST * channel->n_against;
}

static int
compare_channels (gconstpointer a, gconstpointer b)
{
  const Channel *left = a, *right = b;
  double d = score_of (right) - score_of (left);
  if (d == 0)
    d = (right->x1 - right->x0) - (left->x1 - left->x0);
  return (d > 0) - (d < 0);
}

GArray *
channel_list (const GArray *gaps, const GArray *pieces, guint least, double share)
{
  GArray *channels = g_array_new (FALSE, FALSE, sizeof (Channel));
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (End));
  add_ends (ends, gaps, 1, 0);
  add_ends (ends, pieces, 0, 1);
  g_array_sort (ends, compare_ends);
  Channel own = { 0, 0, 0, 0 };
  for (guint i = 0; i + 1 < ends->len; i++)
    {
      const End *end = &g_array_index (ends, End, i);
      own = (Channel){ end->x, end[1].x, own.n_for + end->n_for, own.n_against + end->n_against };
      if (own.x1 - own.x0 > NO_WIDTH && own.n_for >= (int) least
          && own.n_against <= share * own.n_for)
        g_array_append_val (channels, own);
    }
  g_array_sort (channels, compare_channels);
  return channels;
}
