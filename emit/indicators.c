/* emit/indicators.c - indicators.csv: a row for each indicator in a table of a report.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/fields.h"
#include "emit/table.h"

static gconstpointer
indicator_at (const Report *report, guint index)
{
  return index < report->indicators->len ? report_indicator (report, index) : NULL;
}

static void
print_number (G_GNUC_UNUSED const Column *column, const Row *row, GString *cell)
{
  g_string_append_printf (cell, "%u", row->index + 1);
}

static const Column columns[] = {
  FIELD_REPORT_ID,
  { .name = "indicator_no",
    .type = COLUMN_INTEGER,
    .print = print_number,
    .is_required = TRUE,
    .about = "Counts a report's indicators from 1, in document order" },
  { .name = "table_no",
    .type = COLUMN_INTEGER,
    .print = column_print_int,
    .offset = offsetof (Indicator, table),
    .about = "The table it stands in, from 1" },
  FIELD_TEXT (Indicator, ref, "The reference that is meant"),
  FIELD_TEXT (Indicator, ref_printed, "The reference as printed, noise included"),
  FIELD_TEXT (Indicator, name, "The indicator's name"),
  FIELD_TEXT (Indicator, section, "The heading that it stands under"),
  FIELD_CODE (Indicator, unit, unit_codes, FALSE, "What its figures count"),
  FIELD_TEXT (Indicator, good_performance, "Which way is good, as printed"),
  FIELD_TEXT (Indicator, owner, "Who answers for it, as printed"),
  FIELD_TEXT (Indicator, reporter, "Who reports or accounts for the data, as printed"),
  FIELD_TEXT (Indicator, outcome, "The outcome that it serves, as printed"),
  FIELD_TEXT (Indicator, data_note, "What the report says of its data"),
  FIELD_TEXT (Indicator, canonical_id, "Its name in the catalogue, for comparing reports"),
  FIELD_PAGE (Indicator),
};

const Table indicators_table = {
  .name = "indicators",
  .about = "A row for each indicator in a table of a report",
  TABLE_COLUMNS (columns),
  .item = indicator_at,
  .primary_key = { "report_id", "indicator_no" },
  .links_to = &reports_table,
};
