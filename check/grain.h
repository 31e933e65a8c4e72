/* check/grain.h - do the counts of a table or a row show that they are rounded?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Publishers who must not tell of single people round their counts, to 5 or 10, and large ones to
 * hundreds.  They seldom say so, but it shows: where (nearly) all of many different counts are
 * multiples of five, chance did not make them.
 */
#pragma once

#include "check/rule.h"

G_BEGIN_DECLS

/* Returns (transfer full) (element-type guint): for each indicator of @report, of what its counts
 * are multiples; 1 if of nothing more. */
GArray *grains_of_report (const Report *report);

/* Return: of what the counts of the row are multiples, 1 where check->grains is NULL; the same for
 * @figure, a whole number, if it is one of them, else 1. */
guint grain_of_row (const Check *check, int indicator);
guint grain_of (const Check *check, const Figure *figure);

G_END_DECLS
