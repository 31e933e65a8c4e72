/* cli/table_text.h - a table as CSV and as JSON.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In both, what a cell over several rows or columns prints stands at its upper left place.
 */
#pragma once

#include "model/json.h"
#include "parse/table.h"

G_BEGIN_DECLS

/* Returns (transfer full): the table as CSV, a line for each row. */
char *table_text_csv (const Table *table);

/* Writes the table as {"page", "box", "rows"}.  A cell is its text, {"text", "colspan", "rowspan"}
 * if it covers several places, or null where such a cell covers the place. */
void table_text_json (JsonText *json, const Table *table);

G_END_DECLS
