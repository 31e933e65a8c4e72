/* check/climb.h - do the months of rows count up through the year?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Many publishers print under each month what there was from April up to it:
 *
 *      Feb    Mar    Apr   May   Jun   Jul
 *    1,808  2,012    192   370   538   716
 *
 * Averages, maxima, changes and arrows beside such months are mostly those of the months alone,
 * which are not printed, and prove nothing.
 */
#pragma once

#include "check/series.h"

G_BEGIN_DECLS

/* Marks the @series (of Series) of @report whose months count up.  Where counts surely do, its
 * percentages and averages may be of the year up to the month as well, and are marked too. */
void climb_mark (const Report *report, const GPtrArray *series);

G_END_DECLS
