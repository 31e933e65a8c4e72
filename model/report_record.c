/* model/report_record.c - the tables of what a document and a report are made of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/report_record.h"

#include "model/report.h"

/* Each of these is what stands in the row of the field of that name in the structure Type. */
#define ROW(kind_, Type, field) .name = #field, .kind = (kind_), .offset = offsetof (Type, field)
#define TEXT(Type, field) ROW (FIELD_TEXT, Type, field)
#define PERIOD(Type, field) ROW (FIELD_PERIOD, Type, field)
#define BOX(Type, field) ROW (FIELD_BOX, Type, field)
#define CODE(Type, field, list) ROW (FIELD_CODE, Type, field), .codes = &(list)
#define DECIMAL(Type, field)                                                                       \
  ROW (FIELD_DECIMAL, Type, field), .has_offset = offsetof (Type, has_##field)

/* A number from @lowest on, of which nothing is known while it holds @lowest. */
#define INT(Type, field, lowest) ROW (FIELD_INT, Type, field), .first = (lowest), .least = (lowest)

/* A text of the structure's Source. */
#define SOURCE(Type, field)                                                                        \
  .name = #field, .kind = FIELD_TEXT, .offset = offsetof (Type, source.field), .is_required = TRUE

static const Field document_fields[] = {
  { SOURCE (Document, path) },
  { SOURCE (Document, sha256) },
  { ROW (FIELD_BOOL, Document, is_cut) },
  { ROW (FIELD_BOOL, Document, is_damaged) },
};

static const Field page_fields[] = {
  { ROW (FIELD_INT, Page, number), .least = 1, .is_required = TRUE },
  { ROW (FIELD_REAL, Page, width), .is_required = TRUE },
  { ROW (FIELD_REAL, Page, height), .is_required = TRUE },
  { .name = "words", .kind = FIELD_OTHER },
  { .name = "rules", .kind = FIELD_OTHER },
  { .name = "fills", .kind = FIELD_OTHER },
};

static const Field report_fields[] = {
  { SOURCE (Report, path) },
  { SOURCE (Report, sha256) },
  { TEXT (Report, authority) },
  { TEXT (Report, authority_code) },
  { TEXT (Report, title) },
  { PERIOD (Report, period) },
  { TEXT (Report, family) },
  { TEXT (Report, tool_version) },
  { INT (Report, n_pages, 0) },
  { INT (Report, n_tables, 0) },
  { INT (Report, arrow_threshold, 0) },
};

static const Field indicator_fields[] = {
  { INT (Indicator, table, -1) },         { TEXT (Indicator, ref) },
  { TEXT (Indicator, ref_printed) },      { TEXT (Indicator, name) },
  { TEXT (Indicator, section) },          { CODE (Indicator, unit, unit_codes) },
  { TEXT (Indicator, good_performance) }, { TEXT (Indicator, owner) },
  { TEXT (Indicator, reporter) },         { TEXT (Indicator, outcome) },
  { TEXT (Indicator, data_note) },        { TEXT (Indicator, canonical_id) },
  { INT (Indicator, page, -1) },          { ROW (FIELD_BOOL, Indicator, is_aligned) },
};

static const Field figure_fields[] = {
  { ROW (FIELD_INT, Figure, indicator), .first = NO_INDICATOR, .is_required = TRUE },
  { CODE (Figure, measure, measure_codes) },
  { CODE (Figure, comparator, comparator_codes) },
  { PERIOD (Figure, period) },
  { CODE (Figure, component, component_codes) },
  { DECIMAL (Figure, value) },
  { DECIMAL (Figure, lower) },
  { DECIMAL (Figure, upper) },
  { CODE (Figure, unit, unit_codes) },
  { CODE (Figure, direction, direction_codes) },
  { CODE (Figure, rating, measure_codes) },
  { CODE (Figure, status, status_codes) },
  { PERIOD (Figure, since) },
  { TEXT (Figure, raw) },
  { TEXT (Figure, label) },
  { ROW (FIELD_REAL, Figure, confidence), .first = 1, .most = 1 },
  { CODE (Figure, origin, origin_codes) },
  { INT (Figure, page, -1) },
  { INT (Figure, table, -1) },
  { INT (Figure, row, -1) },
  { INT (Figure, column, -1) },
  { BOX (Figure, box) },
};

static const Field text_fields[] = {
  { INT (Text, indicator, NO_INDICATOR) },
  { TEXT (Text, section) },
  { ROW (FIELD_CODE, Text, kind), .codes = &text_kind_codes, .is_required = TRUE },
  { TEXT (Text, text) },
  { INT (Text, page, -1) },
};

static const Field claim_fields[] = {
  { ROW (FIELD_INT, Claim, indicator), .is_required = TRUE },
  { ROW (FIELD_CODE, Claim, kind), .codes = &claim_kind_codes, .is_required = TRUE },
  { CODE (Claim, measure, measure_codes) },
  { CODE (Claim, comparator, comparator_codes) },
  { PERIOD (Claim, period) },
  { PERIOD (Claim, base) },
  { DECIMAL (Claim, value) },
  { CODE (Claim, unit, unit_codes) },
  { CODE (Claim, direction, direction_codes) },
  { ROW (FIELD_INT, Claim, n_months), .most = CLAIM_MAX_MONTHS },
  { TEXT (Claim, words) },
  { INT (Claim, page, -1) },
};

static const Field unplaced_fields[] = {
  { TEXT (Unplaced, text) },     { INT (Unplaced, page, -1) },
  { INT (Unplaced, table, -1) }, { INT (Unplaced, indicator, NO_INDICATOR) },
  { BOX (Unplaced, box) },
};

static const Field coverage_fields[] = {
  { ROW (FIELD_TEXT, Coverage, rule), .is_required = TRUE },
  { INT (Coverage, n_checked, -1) },
  { TEXT (Coverage, needs) },
};

static const Field finding_fields[] = {
  { ROW (FIELD_TEXT, Finding, rule), .is_required = TRUE },
  { ROW (FIELD_CODE, Finding, severity), .codes = &severity_codes, .is_required = TRUE },
  { INT (Finding, indicator, NO_INDICATOR) },
  { CODE (Finding, measure, measure_codes) },
  { PERIOD (Finding, period) },
  { TEXT (Finding, printed) },
  { TEXT (Finding, expected_low) },
  { TEXT (Finding, expected_high) },
  { TEXT (Finding, message) },
  { TEXT (Finding, suggestion) },
  { TEXT (Finding, group) },
  { ROW (FIELD_REAL, Finding, confidence), .first = 1, .most = 1 },
  { INT (Finding, page, -1) },
  { BOX (Finding, box) },
};

#define RECORD(noun)                                                                               \
  const Record noun##_record = { #noun, noun##_fields, G_N_ELEMENTS (noun##_fields) }

RECORD (document);
RECORD (page);
RECORD (report);
RECORD (indicator);
RECORD (figure);
RECORD (text);
RECORD (claim);
RECORD (unplaced);
RECORD (coverage);
RECORD (finding);
