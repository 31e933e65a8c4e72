/* check/change.h - from which month are the printed changes of a column?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "check/rule.h"

G_BEGIN_DECLS

/* Returns: the month that the column of @change follows from, be it that of its heading or another;
 * NO_PERIOD if most of its changes follow from none. */
Period change_base (Check *check, const Figure *change);

/* Returns: whether the changes of that column show that they are of that month: (nearly) all fit.
 */
gboolean change_base_is_shown (Check *check, const Figure *change);

G_END_DECLS
