/* parse/beside.h - tables that stand side by side.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "parse/region.h"

G_BEGIN_DECLS

/* Returns: whether the flat rules of a region show that its first columns are a table of their own:
 * no rule goes on from it to what stands right of it, two at least run over all of both, and rows
 * begin with a name on both sides.  @x gets where that table ends. */
gboolean beside_find (const Region *region, double *x);

G_END_DECLS
