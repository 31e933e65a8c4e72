/* tests/parse/test_channel.c - the upright channels that lines of pieces leave.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/channel.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

static GArray *
stretches (const Stretch *all, guint n)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (Stretch));
  return g_array_append_vals (array, all, n);
}

static const Stretch gaps[] = { { 10, 30 }, { 12, 28 }, { 60, 70 } };
static const Stretch pieces[] = { { 0, 10 }, { 30, 40 }, { 0, 20 }, { 70, 80 } };

static GArray *
channels_of (guint least, double share)
{
  g_autoptr (GArray) for_them = stretches (gaps, G_N_ELEMENTS (gaps));
  g_autoptr (GArray) against = stretches (pieces, G_N_ELEMENTS (pieces));
  return channel_list (for_them, against, least, share);
}

Test (channel, the_best_is_where_most_gaps_and_no_piece_lie)
{
  g_autoptr (GArray) channels = channels_of (1, 0);
  const Channel *best = &g_array_index (channels, Channel, 0);
  cr_assert_gt (channels->len, 1);
  cr_expect_eq (best->x0, 20);
  cr_expect_eq (best->x1, 28);
  cr_expect_eq (best->n_for, 2);
}

Test (channel, what_too_few_gaps_speak_for_is_none)
{
  g_autoptr (GArray) channels = channels_of (2, 0);
  cr_expect_eq (channels->len, 1);
}

Test (channel, a_share_of_pieces_may_lie_across)
{
  g_autoptr (GArray) channels = channels_of (2, 0.5);
  cr_expect_eq (channels->len, 2);
}

Test (channel, a_piece_across_weighs_more_than_a_gap)
{
  static const Stretch some[] = { { 0, 10 }, { 0, 10 }, { 0, 10 }, { 20, 30 }, { 20, 30 } };
  static const Stretch across[] = { { 0, 10 } };
  g_autoptr (GArray) for_them = stretches (some, G_N_ELEMENTS (some));
  g_autoptr (GArray) against = stretches (across, G_N_ELEMENTS (across));
  g_autoptr (GArray) channels = channel_list (for_them, against, 1, 0.5);
  cr_assert_eq (channels->len, 2);
  cr_expect_eq (g_array_index (channels, Channel, 0).x0, 20);
}
