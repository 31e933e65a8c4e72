/* emit/store_schema.c - the tables of the store, and the fields of a report that stand in them.
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

#define FIELD(kind_, Type, member, name_) .name = (name_), .kind = (kind_), OFFSET (Type, member)

#define TEXT(Type, member, name_, about_)                                                          \
  {                                                                                                \
    FIELD (STORE_FIELD_TEXT, Type, member, name_), .about = (about_)                               \
  }
#define CODE(Type, member, codes_, about_)                                                         \
  {                                                                                                \
    FIELD (STORE_FIELD_CODE, Type, member, #member), .codes = &(codes_), .about = (about_)         \
  }
#define PERIOD(Type, member, name_, about_)                                                        \
  {                                                                                                \
    FIELD (STORE_FIELD_PERIOD, Type, member, name_), .about = (about_)                             \
  }
#define INT(Type, member, name_, about_)                                                           \
  {                                                                                                \
    FIELD (STORE_FIELD_INT, Type, member, name_), .about = (about_)                                \
  }
#define DECIMAL(member, about_)                                                                    \
  {                                                                                                \
    FIELD (STORE_FIELD_DECIMAL, Figure, member, #member),                                          \
        .has_offset = offsetof (Figure, has_##member), .has_size = SIZE (Figure, has_##member),    \
        .about = (about_)                                                                          \
  }
#define CONFIDENCE(Type, about_)                                                                   \
  {                                                                                                \
    FIELD (STORE_FIELD_REAL, Type, confidence, "confidence"), .unit = "0 to 1", .about = (about_)  \
  }
#define DERIVED(name_, about_)                                                                     \
  {                                                                                                \
    .name = #name_, .kind = STORE_FIELD_DERIVED, .derive = derive_##name_, .about = (about_)       \
  }
#define INDICATOR_NO(Type)                                                                         \
  {                                                                                                \
    FIELD (STORE_FIELD_ORDINAL, Type, indicator, "indicator_no"),                                  \
        .about = "The indicator: its number in the report"                                         \
  }
#define PAGE(Type) INT (Type, page, "page", "The page, from 1")
#define BOX(Type)                                                                                  \
  {                                                                                                \
    FIELD (STORE_FIELD_BOX, Type, box, "box"),                                                     \
        .unit = "PDF points; columns and lines in a text file",                                    \
        .about = "Its box, from the page's top left corner"                                        \
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
  CONFIDENCE (Figure, "How sure the reading is: 1 if it needed no interpretation"),
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
  CONFIDENCE (Finding, "How sure the least sure reading is that it rests on"),
  PAGE (Finding),
  BOX (Finding),
};

/* --- the tables --- */

#define FIELDS(array) .fields = (array), .n_fields = G_N_ELEMENTS (array)
#define PART(noun, which)                                                                          \
  .name = #noun, .number = #noun "_no", .part = (which), FIELDS (noun##_fields)

/* Figures are kept by their indicators, so that a series is found without an index of its own. */
const StoreTable store_tables[N_STORE_TABLES] = {
  { .name = "report",
    .about = "The reports, one row for each reading of one",
    .key = "reading_id",
    FIELDS (report_fields) },
  { PART (indicator, REPORT_INDICATORS), .about = "The indicators in the tables of a report",
    .key = "reading_id, indicator_no" },
  { PART (figure, REPORT_FIGURES),
    .about = "The printed figures: observations, statistics, benchmarks, targets",
    .key = "reading_id, indicator_no, figure_no" },
  { PART (text, REPORT_TEXTS), .about = "Commentary, definitions and notes",
    .key = "reading_id, text_no" },
  { PART (unplaced, REPORT_UNPLACED), .about = "Numbers of recognised tables that reached no cell",
    .key = "reading_id, unplaced_no" },
  { PART (coverage, REPORT_COVERAGE),
    .about = "How much of a report each rule could be held against",
    .key = "reading_id, coverage_no" },
  { PART (finding, REPORT_FINDINGS),
    .about = "What is wrong, doubtful or worth knowing, by the report alone",
    .key = "reading_id, finding_no" },
};

const StoreTable store_comparisons = {
  .name = "comparison",
  .number = "finding_no",
  .part = REPORT_FINDINGS,
  FIELDS (finding_fields),
  .about = "What is wrong or worth knowing, by several reports together: computed anew when one is "
           "added",
  .key = "reading_id, finding_no",
};

/* --- columns --- */

static void
append_column (G_GNUC_UNUSED const StoreField *field, const StoreColumn *column, gpointer data)
{
  GString *columns = data;
  g_string_append_printf (columns, "%s%s", columns->len > 0 ? ", " : "", column->name);
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
