/* emit/reports.c - reports.csv: a row for each input.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/fields.h"
#include "emit/table.h"
#include "emit/tally.h"

#define UNUSED G_GNUC_UNUSED

static gconstpointer
report_itself (const Report *report, guint index)
{
  return index == 0 ? report : NULL;
}

static void
print_count (GString *cell, guint count)
{
  g_string_append_printf (cell, "%u", count);
}

/* "mixed" stands beside the origins that a report has of one kind. */
static const char *const report_origin_texts[] = { "text", "ocr", "mixed" };
static const CodeList report_origin_codes
    = { "origin", report_origin_texts, G_N_ELEMENTS (report_origin_texts) };

static void
print_origin (UNUSED const Column *column, const Row *row, GString *cell)
{
  gboolean is_mixed = FALSE;
  Origin origin = report_origin (row->report, &is_mixed);
  g_string_append (cell, is_mixed ? "mixed" : origin_code (origin));
}

static void
print_indicators (UNUSED const Column *column, const Row *row, GString *cell)
{
  print_count (cell, row->report->indicators->len);
}

static void
print_values (UNUSED const Column *column, const Row *row, GString *cell)
{
  print_count (cell, tally_values (row->report));
}

static void
print_contradictions (UNUSED const Column *column, const Row *row, GString *cell)
{
  print_count (cell, tally_causes (row->report, SEVERITY_CONTRADICTION));
}

static void
print_warnings (UNUSED const Column *column, const Row *row, GString *cell)
{
  print_count (cell, tally_causes (row->report, SEVERITY_WARNING));
}

static void
print_unplaced (UNUSED const Column *column, const Row *row, GString *cell)
{
  print_count (cell, row->report->unplaced->len);
}

static void
print_version (UNUSED const Column *column, const Row *row, GString *cell)
{
  const char *version = row->report->tool_version;
  g_string_append (cell, version[0] != '\0' ? version : RECOUNT_VERSION);
}

#define COUNT(name_, about_)                                                                       \
  {                                                                                                \
    .name = #name_, .type = COLUMN_INTEGER, .print = print_##name_, .is_required = TRUE,           \
    .about = (about_),                                                                             \
  }

static const Column columns[] = {
  FIELD_REPORT_ID,
  { .name = "source",
    .type = COLUMN_TEXT,
    .print = column_print_text,
    .offset = offsetof (Report, source.path),
    .is_required = TRUE,
    .about = "The input, as it was named" },
  { .name = "source_sha256",
    .type = COLUMN_TEXT,
    .print = column_print_text,
    .offset = offsetof (Report, source.sha256),
    .is_required = TRUE,
    .pattern = "[0-9a-f]{64}",
    .about = "The SHA-256 of its bytes" },
  FIELD_TEXT (Report, authority, "Whose report it is"),
  FIELD_TEXT (Report, authority_code, "The authority's GSS code"),
  FIELD_TEXT (Report, title, "The report's title, as printed"),
  FIELD_PERIOD (Report, "report_period", "What the report is about, mostly a month"),
  FIELD_TEXT (Report, family, "The family of reports that it was read as one of"),
  { .name = "pages",
    .type = COLUMN_INTEGER,
    .print = column_print_int,
    .offset = offsetof (Report, n_pages),
    .is_required = TRUE,
    .about = "How many pages it has" },
  { .name = "origin",
    .type = COLUMN_CODE,
    .print = print_origin,
    .codes = &report_origin_codes,
    .is_required = TRUE,
    .about = "Whether its figures were characters (text), read off images (ocr), or both" },
  { .name = "tables",
    .type = COLUMN_INTEGER,
    .print = column_print_int,
    .offset = offsetof (Report, n_tables),
    .is_required = TRUE,
    .about = "How many tables were recognised" },
  COUNT (indicators, "How many rows it has in indicators.csv"),
  COUNT (values, "How many numbers were read: rows with a value in the four files of figures"),
  COUNT (contradictions, "How many contradictions were proved; findings of one group count once"),
  COUNT (warnings, "How many warnings there are; findings of one group count once"),
  { .name = "unplaced_numbers",
    .type = COLUMN_INTEGER,
    .print = print_unplaced,
    .is_required = TRUE,
    .about = "How many numbers stand in a recognised table and in no row" },
  { .name = "tool_version",
    .type = COLUMN_CODE,
    .print = print_version,
    .is_required = TRUE,
    .about = "The version of Recount that read it" },
};

const Table reports_table = {
  .name = "reports",
  .about = "A row for each input",
  TABLE_COLUMNS (columns),
  .item = report_itself,
  .primary_key = { "report_id" },
};
