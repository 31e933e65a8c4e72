/* check/kin.h - relations that a report shows itself, where the catalogue declares none.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A publisher that the catalogue does not know prints such relations too.  One is taken for the
 * report's own where names say that rows belong together ("Percentage of X" beside "Number of X",
 * CP3-QL beside "CP3-QL (val)", "per 10,000") and the figures confirm it: nearly all months keep
 * it, three at least, and what it says changes from month to month by more than rounding hides, so
 * that steady figures do not keep it by chance.
 */
#pragma once

#include "check/bond.h"

G_BEGIN_DECLS

/* Appends to check->bonds, each with its evidence, what is found for lines of which no bond of that
 * kind speaks yet. */
void kin_find (Check *check);

G_END_DECLS
