/* check/slip.h - would two digits put in order explain several contradictions at once?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "check/rule.h"

G_BEGIN_DECLS

/* Looks among the report's findings from index @first on for those that a single month's figure
 * with two neighbouring digits exchanged would lift, all of its row and at least two, and no other
 * figure would.  Gives them a suggestion and one group. */
void slip_suggest (Check *check, guint first);

G_END_DECLS
