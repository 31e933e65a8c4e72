/* parse/channel.h - the upright channels that lines of pieces leave.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A gap between two pieces of a line, or a piece. */
typedef struct
{
  double x0, x1;
} Stretch;

/* A stretch in which no gap and no piece ends, and what lines say of it. */
typedef struct
{
  double x0, x1;
  int n_for, n_against;
} Channel;

/* Returns (transfer full) (element-type Channel): the stretches for which @least of the @gaps (of
 * Stretch) speak and against which no more of the @pieces (of Stretch) than @share of that do, the
 * best first: a piece weighs as much as two gaps. */
GArray *channel_list (const GArray *gaps, const GArray *pieces, guint least, double share);

G_END_DECLS
