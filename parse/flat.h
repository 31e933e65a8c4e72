/* parse/flat.h - tables whose columns are lost: text by grammar instead of by place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/catalogue.h"
#include "model/family.h"
#include "parse/reader.h"

G_BEGIN_DECLS

/* Reads a text layer in which the cells of a row stand in each other's lines.  @blocks
 * (element-type Block) are the document's; @family tells the columns that the lost header had, and
 * @catalogue the names that anchor the rows. */
void flat_read (const Reader *reader, const Catalogue *catalogue, const Family *family,
                const GPtrArray *blocks);

G_END_DECLS
