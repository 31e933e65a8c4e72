/* emit/store_schema.c - the tables and views of the store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/store_schema.h"

#include <string.h>

/* --- texts that follow from others --- */

/* Whose report it is, by the surest name that it gives.  Of two reports that give none, nobody
 * knows that they are of one publisher. */
static char *
derive_publisher (const Report *report, G_GNUC_UNUSED gconstpointer item)
{
  if (report->authority_code[0] != '\0')
    return g_strdup (report->authority_code);
  if (report->authority[0] != '\0')
    return g_strdup (report->authority);
  g_autofree char *id = report_dup_id (report);
  return g_strconcat ("report ", id, NULL);
}

static char *
derive_report_id (const Report *report, G_GNUC_UNUSED gconstpointer item)
{
  return report_dup_id (report);
}

static char *
derive_tool_version (const Report *report, G_GNUC_UNUSED gconstpointer item)
{
  return g_strdup (report->tool_version[0] != '\0' ? report->tool_version : RECOUNT_VERSION);
}

/* The last day of what the report is about; else of the last period of which it prints a number. */
static char *
derive_vintage (const Report *report, G_GNUC_UNUSED gconstpointer item)
{
  char *vintage = period_last_day (report->period, NO_PERIOD);
  for (guint i = 0; report->period.kind == PERIOD_NONE && i < report->figures->len; i++)
    {
      const Figure *figure = report_figure (report, i);
      if (figure->measure != MEASURE_ACTUAL || !figure->has_value)
        continue;
      g_autofree char *day = period_last_day (figure->period, NO_PERIOD);
      if (strcmp (vintage, day) < 0)
        {
          g_free (vintage);
          vintage = g_steal_pointer (&day);
        }
    }
  return vintage;
}

static char *
derive_series (G_GNUC_UNUSED const Report *report, gconstpointer item)
{
  return indicator_dup_series (item);
}

static char *
derive_period_start (G_GNUC_UNUSED const Report *report, gconstpointer item)
{
  return period_first_day (((const Figure *) item)->period);
}

static char *
derive_period_end (const Report *report, gconstpointer item)
{
  return report_last_day (report, ((const Figure *) item)->period);
}

/* --- the fields --- */

#define SIZE(Type, member) sizeof (((Type *) NULL)->member)
#define OFFSET(Type, member) .offset = offsetof (Type, member), .size = SIZE (Type, member)

#define TEXT(Type, field_, name_, about_)                                                          \
  {                                                                                                \
    .name = (name_), .kind = STORE_FIELD_TEXT, OFFSET (Type, field_), .about = (about_)            \
  }
#define CODE(Type, field_, codes_, about_)                                                         \
  {                                                                                                \
    .name = #field_, .kind = STORE_FIELD_CODE, OFFSET (Type, field_), .codes = &(codes_),          \
    .about = (about_)                                                                              \
  }
#define PERIOD(Type, field_, name_, about_)                                                        \
  {                                                                                                \
    .name = (name_), .kind = STORE_FIELD_PERIOD, OFFSET (Type, field_), .about = (about_)          \
  }
#define INT(Type, field_, name_, about_)                                                           \
  {                                                                                                \
    .name = (name_), .kind = STORE_FIELD_INT, OFFSET (Type, field_), .about = (about_)             \
  }
#define DECIMAL(field_, about_)                                                                    \
  {                                                                                                \
    .name = #field_, .kind = STORE_FIELD_DECIMAL, OFFSET (Figure, field_),                         \
    .has_offset = offsetof (Figure, has_##field_), .has_size = SIZE (Figure, has_##field_),        \
    .about = (about_)                                                                              \
  }
#define DERIVED(name_, about_)                                                                     \
  {                                                                                                \
    .name = #name_, .kind = STORE_FIELD_DERIVED, .derive = derive_##name_, .about = (about_)       \
  }
#define INDICATOR_NO(Type)                                                                         \
  {                                                                                                \
    .name = "indicator_no", .kind = STORE_FIELD_ORDINAL, OFFSET (Type, indicator),                 \
    .about = "The indicator: its number in the report"                                             \
  }
#define PAGE(Type) INT (Type, page, "page", "The page, from 1")
#define BOX(Type)                                                                                  \
  {                                                                                                \
    .name = "box", .kind = STORE_FIELD_BOX, OFFSET (Type, box),                                    \
    .unit = "PDF points; columns and lines in a text file",                                        \
    .about = "An edge of its box, from the page's top left corner"                                 \
  }

static const StoreField report_fields[] = {
  DERIVED (report_id, "The first 12 digits of the input's SHA-256"),
  DERIVED (publisher, "Whose report it is: the GSS code, else the name, else the report alone"),
  DERIVED (vintage, "The last day of what the report is about: its place among others"),
  TEXT (Report, source.path, "source", "The input, as it was named"),
  TEXT (Report, source.sha256, "source_sha256", "The SHA-256 of its bytes"),
  TEXT (Report, authority, "authority", "Whose report it is"),
  TEXT (Report, authority_code, "authority_code", "The authority's GSS code"),
  TEXT (Report, title, "title", "The report's title, as printed"),
  PERIOD (Report, period, "report_period", "What the report is about, mostly a month"),
  TEXT (Report, family, "family", "The family of reports that it was read as one of"),
  INT (Report, n_pages, "pages", "How many pages it has"),
  INT (Report, n_tables, "tables", "How many tables were recognised"),
  INT (Report, arrow_threshold, "arrow_threshold", "The report's key to its arrows, in per cent"),
  { .name = "tool_version",
    .kind = STORE_FIELD_TEXT,
    OFFSET (Report, tool_version),
    .derive = derive_tool_version,
    .about = "The version of Recount that read it" },
};

static const StoreField indicator_fields[] = {
  DERIVED (publisher, "Whose it is, as in report"),
  DERIVED (series, "What it is known by in all reports of its publisher: canonical id, reference "
                   "or name"),
  INT (Indicator, table, "table_no", "The table it stands in, from 1"),
  TEXT (Indicator, ref, "ref", "The reference that is meant"),
  TEXT (Indicator, ref_printed, "ref_printed", "The reference as printed, noise included"),
  TEXT (Indicator, name, "name", "The indicator's name"),
  TEXT (Indicator, section, "section", "The heading that it stands under"),
  CODE (Indicator, unit, unit_codes, "What its figures count"),
  TEXT (Indicator, good_performance, "good_performance", "Which way is good, as printed"),
  TEXT (Indicator, owner, "owner", "Who answers for it, as printed"),
  TEXT (Indicator, reporter, "reporter", "Who reports or accounts for the data, as printed"),
  TEXT (Indicator, outcome, "outcome", "The outcome that it serves, as printed"),
  TEXT (Indicator, data_note, "data_note", "What the report says of its data"),
  TEXT (Indicator, canonical_id, "canonical_id", "Its name in the catalogue"),
  PAGE (Indicator),
  { .name = "is_aligned",
    .kind = STORE_FIELD_BOOL,
    OFFSET (Indicator, is_aligned),
    .about = "1 if its table stands by alignment alone" },
};

static const StoreField figure_fields[] = {
  INDICATOR_NO (Figure),
  CODE (Figure, measure, measure_codes, "What the figure is"),
  CODE (Figure, comparator, comparator_codes, "Whose figure it is, of a benchmark"),
  PERIOD (Figure, period, "period", "The period that it is about; of a change, its base"),
  DERIVED (period_start, "The period's first day"),
  DERIVED (period_end, "The period's last day; of a year to date, that of the report's month"),
  CODE (Figure, component, component_codes, "The value itself, or a part of it"),
  DECIMAL (value, "The number as printed, in the row's unit"),
  DECIMAL (lower, "The lower bound that a target's text states"),
  DECIMAL (upper, "The upper bound that a target's text states"),
  CODE (Figure, unit, unit_codes, "What the value counts"),
  CODE (Figure, direction, direction_codes, "Where the printed arrow points"),
  CODE (Figure, rating, measure_codes, "The colour of a rating: red, amber, green"),
  CODE (Figure, status, status_codes, "Why there is no value, or ok"),
  PERIOD (Figure, since, "since", "The month that a new measure says it is new from"),
  TEXT (Figure, raw, "raw", "The cell as printed, on one line"),
  TEXT (Figure, label, "label", "The heading as printed, on one line"),
  { .name = "confidence",
    .kind = STORE_FIELD_REAL,
    OFFSET (Figure, confidence),
    .unit = "0 to 1",
    .about = "How sure the reading is: 1 if it needed no interpretation" },
  CODE (Figure, origin, origin_codes, "What the value was read from"),
  PAGE (Figure),
  INT (Figure, table, "table_no", "The table, from 1"),
  INT (Figure, row, "row_no", "The row in the table, from 0"),
  INT (Figure, column, "column_no", "The column in the table, from 0"),
  BOX (Figure),
};

static const StoreField text_fields[] = {
  INDICATOR_NO (Text),
  TEXT (Text, section, "section", "The heading that it stands under"),
  CODE (Text, kind, text_kind_codes, "What kind of text it is"),
  TEXT (Text, text, "text", "The text, on one line"),
  PAGE (Text),
};

static const StoreField unplaced_fields[] = {
  TEXT (Unplaced, text, "text", "A number of a recognised table that reached no cell"),
  PAGE (Unplaced),
  INT (Unplaced, table, "table_no", "The table, from 1"),
  BOX (Unplaced),
};

static const StoreField coverage_fields[] = {
  TEXT (Coverage, rule, "rule", "The rule"),
  INT (Coverage, n_checked, "checked", "How many figures, rows or claims were held against it"),
  TEXT (Coverage, needs, "needs", "If none: what the rule needs"),
};

static const StoreField finding_fields[] = {
  TEXT (Finding, rule, "rule", "The rule that raised it"),
  CODE (Finding, severity, severity_codes, "contradiction, warning or note"),
  INDICATOR_NO (Finding),
  CODE (Finding, measure, measure_codes, "What the figure in question is"),
  PERIOD (Finding, period, "period", "The period of the figure in question"),
  TEXT (Finding, printed, "printed", "The figure as printed"),
  TEXT (Finding, expected_low, "expected_low", "The least that it could have been"),
  TEXT (Finding, expected_high, "expected_high", "The most that it could have been"),
  TEXT (Finding, message, "message", "What is wrong, with the figures to check it by hand"),
  TEXT (Finding, suggestion, "suggestion", "A reading that would fit everything around it"),
  TEXT (Finding, group, "cause", "Findings of one report that share it have one cause"),
  PAGE (Finding),
  BOX (Finding),
};

/* --- the tables --- */

static gpointer
add_indicator (Report *report)
{
  return report_add_indicator (report);
}

static gpointer
add_figure (Report *report)
{
  return report_add_figure (report);
}

static gpointer
add_text (Report *report)
{
  return report_add_text (report);
}

static gpointer
add_unplaced (Report *report)
{
  return report_add_unplaced (report);
}

static gpointer
add_coverage (Report *report)
{
  return report_add_coverage (report, "");
}

static gpointer
add_finding (Report *report)
{
  return report_add_finding (report, "", SEVERITY_NOTE);
}

#define FIELDS(array) .fields = (array), .n_fields = G_N_ELEMENTS (array)
#define PART(noun, member)                                                                         \
  .name = #noun, .number = #noun "_no", .offset = offsetof (Report, member), .add = add_##noun,    \
  FIELDS (noun##_fields)

/* Figures are kept by their indicators, so that a series is found without an index of its own. */
const StoreTable store_tables[N_STORE_TABLES] = {
  { .name = "report",
    .about = "The reports, one row for each reading of one",
    .key = "reading_id",
    FIELDS (report_fields) },
  { PART (indicator, indicators), .about = "The indicators in the tables of a report",
    .key = "reading_id, indicator_no" },
  { PART (figure, figures),
    .about = "The printed figures: observations, statistics, benchmarks, targets",
    .key = "reading_id, indicator_no, figure_no" },
  { PART (text, texts), .about = "Commentary, definitions and notes",
    .key = "reading_id, text_no" },
  { PART (unplaced, unplaced), .about = "Numbers of recognised tables that reached no cell",
    .key = "reading_id, unplaced_no" },
  { PART (coverage, coverage), .about = "How much of a report each rule could be held against",
    .key = "reading_id, coverage_no" },
  { PART (finding, findings),
    .about = "What is wrong, doubtful or worth knowing, by the report alone",
    .key = "reading_id, finding_no" },
};

const StoreTable store_comparisons = {
  .name = "comparison",
  .number = "finding_no",
  .offset = offsetof (Report, findings),
  .add = add_finding,
  FIELDS (finding_fields),
  .about = "What is wrong or worth knowing, by several reports together: computed anew when one is "
           "added",
  .key = "reading_id, finding_no",
};

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

static const char *const indexes[] = {
  "CREATE INDEX report_publisher ON report (publisher, vintage, source_sha256)",
  "CREATE INDEX indicator_series ON indicator (series, publisher)",
  "CREATE INDEX known_as_canonical_id ON known_as (canonical_id)",
  "CREATE INDEX reading_unsettled ON reading (reading_id) WHERE is_settled = 0",
};

/* --- columns --- */

static void
append_column (G_GNUC_UNUSED const StoreField *field, const char *column,
               G_GNUC_UNUSED StoreType type, G_GNUC_UNUSED gboolean may_be_null, gpointer data)
{
  GString *columns = data;
  g_string_append_printf (columns, "%s%s", columns->len > 0 ? ", " : "", column);
}

static void
append_columns (const StoreTable *table, GString *columns)
{
  for (guint i = 0; i < table->n_fields; i++)
    store_field_each_column (&table->fields[i], append_column, columns);
}

char *
store_table_field_columns (const StoreTable *table)
{
  GString *columns = g_string_new (NULL);
  append_columns (table, columns);
  return g_string_free (columns, FALSE);
}

char *
store_table_columns (const StoreTable *table)
{
  GString *columns = g_string_new ("reading_id");
  if (table->number != NULL)
    g_string_append_printf (columns, ", %s", table->number);
  append_columns (table, columns);
  return g_string_free (columns, FALSE);
}

guint
store_table_n_columns (const StoreTable *table)
{
  guint n_columns = table->number != NULL ? 2 : 1;
  for (guint i = 0; i < table->n_fields; i++)
    n_columns += store_field_n_columns (&table->fields[i]);
  return n_columns;
}

/* --- statements that make them --- */

typedef struct
{
  const StoreDriver *driver;
  GString *sql;
} Statements;

static void
append_definition (G_GNUC_UNUSED const StoreField *field, const char *column, StoreType type,
                   gboolean may_be_null, gpointer data)
{
  Statements *statements = data;
  g_string_append_printf (statements->sql, ", %s %s%s", column, statements->driver->types[type],
                          may_be_null ? "" : " NOT NULL");
}

static void
append_table (Statements *statements, const StoreTable *table)
{
  const char *integer = statements->driver->types[STORE_INTEGER];
  g_string_append_printf (statements->sql,
                          "CREATE TABLE %s (reading_id %s NOT NULL REFERENCES reading "
                          "ON DELETE CASCADE",
                          table->name, integer);
  if (table->number != NULL)
    g_string_append_printf (statements->sql, ", %s %s NOT NULL", table->number, integer);
  for (guint i = 0; i < table->n_fields; i++)
    store_field_each_column (&table->fields[i], append_definition, statements);
  g_string_append_printf (statements->sql, ", PRIMARY KEY (%s))%s;\n", table->key,
                          statements->driver->key_end);
}

static void
append_own_table (Statements *statements, const StoreRelation *table)
{
  const StoreDriver *driver = statements->driver;
  g_autoptr (GString) body = g_string_new (table->body);
  g_string_replace (body, "@ID@", driver->id_type, 0);
  g_string_replace (body, "@INTEGER@", driver->types[STORE_INTEGER], 0);
  g_string_replace (body, "@TEXT@", driver->types[STORE_TEXT], 0);
  g_string_append_printf (statements->sql, "CREATE TABLE %s (%s)%s;\n", table->name, body->str,
                          driver->table_end);
}

/* Version 1. */
static void
append_first (Statements *statements)
{
  for (const StoreRelation *table = store_own_tables; table->name != NULL; table++)
    append_own_table (statements, table);
  for (gsize i = 0; i < N_STORE_TABLES; i++)
    append_table (statements, &store_tables[i]);
  append_table (statements, &store_comparisons);
  for (gsize i = 0; i < G_N_ELEMENTS (indexes); i++)
    g_string_append_printf (statements->sql, "%s;\n", indexes[i]);
  for (const StoreRelation *view = store_views; view->name != NULL; view++)
    g_string_append_printf (statements->sql, "CREATE VIEW %s AS %s;\n", view->name, view->body);
}

/* How a store of the version before becomes one of the next: the first makes version 1 of nothing.
 */
static void (*const migrations[STORE_VERSION]) (Statements *statements) = { append_first };

/* --- versions --- */

static gboolean
find_version (Store *store, gint64 *version, GError **error)
{
  static const StoreType types[] = { STORE_INTEGER };
  g_auto (StoreRow) row = { .n_values = 0 };
  gboolean found = FALSE;
  if (!store_ask (store, store->driver->version, NULL, 0, types, 1, &row, &found, error))
    return FALSE;
  *version = found ? row.values[0].integer : 0;
  return TRUE;
}

/* A StoreWork.  Another may have done it in the meantime. */
static gboolean
migrate (Store *store, G_GNUC_UNUSED gpointer data, GError **error)
{
  gint64 version = 0;
  if (!find_version (store, &version, error))
    return FALSE;

  g_autoptr (GString) sql = g_string_new (NULL);
  Statements statements = { store->driver, sql };
  for (gint64 i = version; i < STORE_VERSION; i++)
    migrations[i](&statements);
  g_string_append (sql, store->driver->set_version);
  g_string_replace (sql, "@VERSION@", G_STRINGIFY (STORE_VERSION), 0);
  return version >= STORE_VERSION || store->driver->run (store->database, sql->str, error);
}

gboolean
store_migrate (Store *store, GError **error)
{
  gint64 version = 0;
  if (!find_version (store, &version, error))
    return FALSE;
  if (version > STORE_VERSION)
    return store_fail (store->name, error,
                       "is a store of version %" G_GINT64_FORMAT
                       ", and this Recount knows versions up to %d",
                       version, STORE_VERSION);
  if (version == STORE_VERSION)
    return TRUE;
  if (store->mode == STORE_READ)
    return store_fail (store->name, error,
                       version == 0 ? "is no store: it is empty"
                                    : "is a store of an older Recount: open it for writing once");
  return store_transact (store, store->driver->settle, migrate, NULL, error);
}
