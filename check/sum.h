/* check/sum.h - figures that are parts of one whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "check/bond.h"

G_BEGIN_DECLS

/* Returns (transfer full): that @figures, as the terms of a complement, of shares, of parts or of a
 * sum, make their whole. */
Tie *sum_tie (const Bond *bond, const GPtrArray *figures);

G_END_DECLS
