/* parse/span.h - which places of a table are one cell.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "parse/sheet.h"

G_BEGIN_DECLS

/* Joins the sheet's places to cells. */
void span_places (Sheet *sheet);

G_END_DECLS
