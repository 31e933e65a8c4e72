/* parse/tables.h - the tables of any page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "parse/table.h"

G_BEGIN_DECLS

/* Returns (transfer full) (element-type Table): the tables of the page from top to bottom and left
 * to right, with the words that stand in each cell. */
GPtrArray *tables_find (const Page *page);

G_END_DECLS
