/* parse/tabular.h - whether what has rows and columns is a table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "parse/table.h"

G_BEGIN_DECLS

/* Returns: whether the cells look like those of a table.  @is_drawn: whether rules part them; else
 * their content must speak for it. */
gboolean tabular_is (const Table *table, gboolean is_drawn);

G_END_DECLS
