/* parse/flat_mend.h - figures that a bad text layer damaged, restored where their row proves them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/report.h"

G_BEGIN_DECLS

/* Restores what the glyphs of one row lost, wherever one reading alone fits the rest of the row,
 * and lowers the confidence of what it touches:
 *
 *   - `4806` among percentages is 48%, `9%` among counts is 96 if the maximum is;
 *   - a change that the months show as a fall of that size has lost its minus;
 *   - `42204` is 22% behind an arrow's wreckage, if the months changed by that;
 *   - a lone change that cannot be from last month is from last year.
 *
 * @report's figures from @first_figure on are the row's; @is_percent tells what its months are. */
void flat_mend_row (Report *report, guint first_figure, gboolean is_percent);

G_END_DECLS
