/* check/slip.h - which one figure, put right, would explain the contradictions that rest on it?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Works on the ties (check/tie.h), kept and broken, that the rules left.
 */
#pragma once

#include "check/rule.h"

G_BEGIN_DECLS

/* Gives the findings that one figure explains a suggestion ("CLA3 in 2016-11: 25, not 52"), what
 * kind of slip that would be at the end of their messages, and one group.  A finding of figures
 * that are all alike, such as shares, comes to be of the one that is wrong.  The
 * figures that are found get into check->wrong. */
void slip_explain (Check *check);

/* Returns (transfer full): the group of what @figure, found to be wrong, explains: "CLA3 2016-11".
 */
char *slip_cause (const Check *check, const Figure *figure);

G_END_DECLS
