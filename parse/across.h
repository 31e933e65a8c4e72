/* parse/across.h - marks that stand across the columns of several months.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *      Nov 17   Dec 17   Jan 18   Feb 18        what is printed once for three months
 *      New measure from Feb 18        46        belongs to the first of them
 */
#pragma once

#include "parse/grid.h"
#include "parse/heading.h"

G_BEGIN_DECLS

/* Joins the cells of @row that are pieces of one mark, such as `Not updated pending data work`: one
 * line of words a blank apart that no rule parts.  The first of them gets the text. */
void across_join (const HeadingWords *words, GridRow *row);

G_END_DECLS
