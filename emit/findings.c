/* emit/findings.c - findings.csv: a row for each finding.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/fields.h"
#include "emit/table.h"

static gconstpointer
finding_at (const Report *report, guint index)
{
  return index < report->findings->len ? report_finding (report, index) : NULL;
}

static void
print_number (G_GNUC_UNUSED const Column *column, const Row *row, GString *cell)
{
  g_string_append_printf (cell, "%u", row->number);
}

static void
print_ref (G_GNUC_UNUSED const Column *column, const Row *row, GString *cell)
{
  const Indicator *indicator = row_indicator (row, ((const Finding *) row->item)->indicator);
  g_string_append (cell, indicator != NULL ? indicator->ref : "");
}

#define BOUND(member, about_)                                                                      \
  {                                                                                                \
    .name = #member, .type = COLUMN_DECIMAL, .print = column_print_text,                           \
    .offset = offsetof (Finding, member), .about = (about_),                                       \
  }

static const Column columns[] = {
  { .name = "finding_no",
    .type = COLUMN_INTEGER,
    .print = print_number,
    .is_required = TRUE,
    .about = "Counts the package's findings from 1" },
  FIELD_REPORT_ID,
  { .name = "rule",
    .type = COLUMN_TEXT,
    .print = column_print_text,
    .offset = offsetof (Finding, rule),
    .is_required = TRUE,
    .about = "The rule that raised it" },
  FIELD_CODE (Finding, severity, severity_codes, TRUE,
              "A proof (contradiction), something to look at (warning), or worth knowing (note)"),
  FIELD_INDICATOR_NO (Finding, FALSE),
  { .name = "ref", .type = COLUMN_TEXT, .print = print_ref, .about = "The indicator's reference" },
  FIELD_CODE (Finding, measure, measure_codes, FALSE, "What the figure in question is"),
  FIELD_PERIOD (Finding, "period", "The period of the figure in question"),
  FIELD_TEXT (Finding, printed, "The figure as printed"),
  BOUND (expected_low, "The least that it could have been, in the figure's unit"),
  BOUND (expected_high, "The most that it could have been, in the figure's unit"),
  FIELD_TEXT (Finding, message, "What is wrong, with the figures to check it by hand"),
  FIELD_TEXT (Finding, suggestion, "A reading that would fit everything printed around it"),
  FIELD_TEXT (Finding, group, "Findings of one report that share it have one cause"),
  FIELDS_PLACE (Finding),
  { .name = "confidence",
    .type = COLUMN_REAL,
    .print = column_print_share,
    .offset = offsetof (Finding, confidence),
    .is_required = TRUE,
    .unit = "0 to 1",
    .about = "How sure the least sure reading is that it rests on" },
};

/* It links to reports.csv alone, as commentary.csv does. */
const Table findings_table = {
  .name = "findings",
  .about = "A row for each thing that is wrong, doubtful or worth knowing",
  TABLE_COLUMNS (columns),
  .item = finding_at,
  .primary_key = { "finding_no" },
  .links_to = &reports_table,
};
