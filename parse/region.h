/* parse/region.h - a part of a page that may be a table: what is printed and drawn in it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "parse/print.h"

G_BEGIN_DECLS

typedef struct
{
  const Page *page; /* borrowed */
  Box box;
  GPtrArray *words;         /* owned; of const Word, those whose middle is in the box */
  GPtrArray *lines;         /* owned; of PrintLine */
  GArray *flats, *uprights; /* owned; of Box: the rules in it */
} Region;

/* Returns (transfer full): what the page has in that box. */
Region *region_new (const Page *page, Box box);
void region_free (Region *region);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Region, region_free)

G_END_DECLS
