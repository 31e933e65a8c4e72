/* parse/run.h - where lines of several pieces stand below each other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/page.h"

G_BEGIN_DECLS

/* Returns (transfer full) (element-type Box): where tables may stand on the page without rules
 * around their cells, outside @taken (of Box). */
GArray *run_boxes (const Page *page, const GArray *taken);

G_END_DECLS
