/* extract/crossing.h - the points that are left where two rules crossed which a scanner lost.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "extract/clean.h"
#include "model/page.h"

G_BEGIN_DECLS

/* Takes the points off @clean at which two rules of a table crossed that are gone themselves, being
 * too pale for black and white, and appends the rules between them to @page, which has those that
 * are left. */
void crossings_lift (const Picture *picture, Clean *clean, Page *page);

G_END_DECLS
