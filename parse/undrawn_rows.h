/* parse/undrawn_rows.h - the rows of a table whose flat rules a scanner lost.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "parse/net.h"

G_BEGIN_DECLS

/* Adds flat lines to @net between rows of figures read off an image that nothing parts, in the
 * places in which no word lies across. */
void undrawn_rows_add (Net *net, const Page *page);

G_END_DECLS
