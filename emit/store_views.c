/* emit/store_views.c - the tables of the store's own, and the views for analysts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/store_schema.h"

const StoreRelation store_own_tables[] = {
  { "setting", "How inputs were read: what is read otherwise is read anew",
    "setting_id @ID@, tool_version @TEXT@ NOT NULL, options @TEXT@ NOT NULL, "
    "options_hash @TEXT@ NOT NULL, knowledge_hash @TEXT@ NOT NULL, "
    "UNIQUE (tool_version, options_hash, knowledge_hash)" },
  { "run", "The runs that read",
    "run_id @ID@, setting_id @INTEGER@ NOT NULL REFERENCES setting, started_at @TEXT@ NOT NULL" },
  { "reading", "What became of each input that was read",
    "reading_id @ID@, source_sha256 @TEXT@ NOT NULL, "
    "setting_id @INTEGER@ NOT NULL REFERENCES setting, run_id @INTEGER@ NOT NULL REFERENCES run, "
    "source @TEXT@ NOT NULL, state @TEXT@ NOT NULL, reason @TEXT@ NOT NULL, "
    "is_retryable @INTEGER@ NOT NULL, attempts @INTEGER@ NOT NULL, is_current @INTEGER@ NOT NULL, "
    "is_settled @INTEGER@ NOT NULL, UNIQUE (source_sha256, setting_id)" },
  { "known_as", "By which references each series goes, so that it is found at once",
    "ref @TEXT@ NOT NULL, canonical_id @TEXT@ NOT NULL, publisher @TEXT@ NOT NULL, "
    "series @TEXT@ NOT NULL, authority @TEXT@ NOT NULL, authority_code @TEXT@ NOT NULL, "
    "PRIMARY KEY (ref, canonical_id, publisher, series, authority, authority_code)" },
  { NULL, NULL, NULL },
};

/* A year to date is another figure in each month's report. */
#define SAME_FIGURE "PARTITION BY publisher, series, unit, measure, component, period, period_end"

const StoreRelation store_views[] = {
  { "vintages", "Every figure of an indicator as every report printed it",
    "SELECT i.publisher, i.series, p.authority, p.authority_code, i.canonical_id, i.ref, i.name, "
    "f.measure, f.component, f.period, f.period_start, f.period_end, "
    "COALESCE(NULLIF(f.unit, ''), i.unit) AS unit, f.value, "
    "CAST(f.value AS DOUBLE PRECISION) AS number, f.value_mantissa, f.value_scale, f.status, "
    "f.raw, f.confidence, f.origin, p.vintage, p.report_id, p.report_period, p.source, f.page, "
    "f.reading_id, f.indicator_no, f.figure_no "
    "FROM indicator i JOIN report p ON p.reading_id = i.reading_id "
    "JOIN reading r ON r.reading_id = i.reading_id AND r.is_current = 1 "
    "JOIN figure f ON f.reading_id = i.reading_id AND f.indicator_no = i.indicator_no "
    "WHERE f.measure IN ('actual', 'ytd', 'annual')" },
  { "as_of", "Every number, and from which day until before which day it was the latest printed",
    "SELECT n.publisher, n.series, p.authority, p.authority_code, i.canonical_id, i.ref, i.name, "
    "n.measure, n.component, n.period, f.period_start, n.period_end, n.unit, n.value, n.number, "
    "n.value_scale, f.status, f.raw, f.confidence, f.origin, n.vintage, n.report_id, "
    "p.report_period, p.source, f.page, n.vintage AS valid_from, n.valid_to, n.earlier_value, "
    "n.earlier_number, n.earlier_scale, n.earlier_report_id, n.reading_id, n.indicator_no, "
    "n.figure_no "
    "FROM (SELECT k.*, LEAD(vintage) OVER same AS valid_to, LAG(value) OVER same AS earlier_value, "
    "LAG(number) OVER same AS earlier_number, LAG(value_scale) OVER same AS earlier_scale, "
    "LAG(report_id) OVER same AS earlier_report_id FROM "
    "(SELECT publisher, series, unit, measure, component, period, period_end, vintage, report_id, "
    "value, number, value_scale, reading_id, indicator_no, figure_no, "
    "ROW_NUMBER() OVER (" SAME_FIGURE ", report_id ORDER BY indicator_no, figure_no) AS place "
    "FROM vintages WHERE value IS NOT NULL AND series <> '') k "
    "WHERE place = 1 WINDOW same AS (" SAME_FIGURE " ORDER BY vintage, report_id)) n "
    "JOIN report p ON p.reading_id = n.reading_id "
    "JOIN indicator i ON i.reading_id = n.reading_id AND i.indicator_no = n.indicator_no "
    "JOIN figure f ON f.reading_id = n.reading_id AND f.indicator_no = n.indicator_no "
    "AND f.figure_no = n.figure_no" },
  { "current", "Each number as the latest report prints it",
    "SELECT publisher, series, authority, authority_code, canonical_id, ref, name, measure, "
    "component, period, period_start, period_end, unit, value, number, raw, confidence, origin, "
    "vintage, report_id, source, page FROM as_of WHERE valid_to IS NULL" },
  { "revisions", "Numbers that the report before printed otherwise, by more than rounding explains",
    "SELECT publisher, series, authority, authority_code, canonical_id, ref, name, measure, "
    "component, period, period_start, period_end, unit, earlier_value, value, "
    "number - earlier_number AS difference, earlier_report_id, report_id, vintage, page "
    "FROM as_of WHERE " STORE_REVISED },
  { "series", "Indicators of the catalogue across publishers, each number as printed latest",
    "SELECT series AS canonical_id, authority, authority_code, period, period_start, period_end, "
    "unit, value, number, vintage, report_id FROM current "
    "WHERE canonical_id <> '' AND measure = 'actual' AND component = 'value'" },
  { "findings", "All findings, those of one report and those of several",
    "SELECT p.report_id, p.authority, p.report_period, i.ref, f.* FROM "
    "(SELECT * FROM finding UNION ALL SELECT * FROM comparison) f "
    "JOIN report p ON p.reading_id = f.reading_id "
    "JOIN reading r ON r.reading_id = f.reading_id AND r.is_current = 1 "
    "LEFT JOIN indicator i ON i.reading_id = f.reading_id AND i.indicator_no = f.indicator_no" },
  { NULL, NULL, NULL },
};

const char *const store_indexes[] = {
  "CREATE INDEX report_publisher ON report (publisher, vintage, source_sha256)",
  "CREATE INDEX indicator_series ON indicator (series, publisher)",
  "CREATE INDEX known_as_canonical_id ON known_as (canonical_id)",
  "CREATE INDEX reading_unsettled ON reading (reading_id) WHERE is_settled = 0",
  NULL,
};
