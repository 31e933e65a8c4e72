/* extract/ruling.h - the lines that are ruled on a page, lifted off its picture.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "extract/clean.h"
#include "model/page.h"

G_BEGIN_DECLS

/* Appends to @page the picture's rules, flat ones first, and takes them off @clean: what crosses
 * them or touches them stays. */
void ruling_lift (const Picture *picture, Clean *clean, Page *page);

G_END_DECLS
