/* check/cause.h - which findings that no slip explains have one cause nonetheless?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "check/rule.h"

G_BEGIN_DECLS

/* Puts findings into one group that a report prints more than once: a summary's row and that of the
 * table which it sums up, and shares of one whole and the numbers printed beside them; and findings
 * of several rules about one cell, or about a cell that explains those of other cells. */
void cause_group (Check *check);

G_END_DECLS
