/* emit/figures.c - observations, statistics, benchmarks and targets: a row for each printed cell.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A figure stands in the file of its measure.  The four files share most of their columns.
 */
#include "emit/fields.h"
#include "emit/table.h"

#define UNUSED G_GNUC_UNUSED

/* A figure whose measure is not known is still one that the report prints. */
#define OBSERVATIONS                                                                               \
  (COLUMN_BIT (MEASURE_NONE) | COLUMN_BIT (MEASURE_ACTUAL) | COLUMN_BIT (MEASURE_YTD)              \
   | COLUMN_BIT (MEASURE_ANNUAL))
#define STATISTICS                                                                                 \
  (COLUMN_BIT (MEASURE_CHANGE_PREV) | COLUMN_BIT (MEASURE_CHANGE_YEAR)                             \
   | COLUMN_BIT (MEASURE_MEAN_12M) | COLUMN_BIT (MEASURE_MAX_12M) | COLUMN_BIT (MEASURE_DOT)       \
   | COLUMN_BIT (MEASURE_RAG))
#define BENCHMARKS COLUMN_BIT (MEASURE_BENCHMARK)
#define TARGETS                                                                                    \
  (COLUMN_BIT (MEASURE_TARGET) | COLUMN_BIT (MEASURE_RED) | COLUMN_BIT (MEASURE_AMBER)             \
   | COLUMN_BIT (MEASURE_GREEN))

static gconstpointer
figure_at (const Report *report, guint index)
{
  return index < report->figures->len ? report_figure (report, index) : NULL;
}

/* Prints the text at `offset` of the figure's indicator. */
static void
print_of_indicator (const Column *column, const Row *row, GString *cell)
{
  const Indicator *indicator = row_indicator (row, ((const Figure *) row->item)->indicator);
  if (indicator != NULL)
    g_string_append (cell, *(char *const *) ((const char *) indicator + column->offset));
}

static void
print_period_start (UNUSED const Column *column, const Row *row, GString *cell)
{
  g_autofree char *day = period_first_day (((const Figure *) row->item)->period);
  g_string_append (cell, day);
}

static void
print_period_end (UNUSED const Column *column, const Row *row, GString *cell)
{
  g_autofree char *day = report_last_day (row->report, ((const Figure *) row->item)->period);
  g_string_append (cell, day);
}

static void
append_decimal (GString *cell, gboolean is_known, Decimal decimal)
{
  g_autofree char *digits = is_known ? decimal_format (decimal) : g_strdup ("");
  g_string_append (cell, digits);
}

static void
print_value (UNUSED const Column *column, const Row *row, GString *cell)
{
  const Figure *figure = row->item;
  append_decimal (cell, figure->has_value, figure->value);
}

static void
print_lower (UNUSED const Column *column, const Row *row, GString *cell)
{
  const Figure *figure = row->item;
  append_decimal (cell, figure->has_lower, figure->lower);
}

static void
print_upper (UNUSED const Column *column, const Row *row, GString *cell)
{
  const Figure *figure = row->item;
  append_decimal (cell, figure->has_upper, figure->upper);
}

/* --- columns of figures alone --- */

#define OF_INDICATOR(name_, about_)                                                                \
  {                                                                                                \
    .name = #name_, .type = COLUMN_TEXT, .print = print_of_indicator,                              \
    .offset = offsetof (Indicator, name_), .about = (about_)                                       \
  }
#define MEASURE(name_, measures_, about_)                                                          \
  {                                                                                                \
    .name = (name_), .type = COLUMN_CODE, .print = column_print_code,                              \
    .offset = offsetof (Figure, measure), .codes = &measure_codes, .accepted = (measures_),        \
    .is_required = (COLUMN_BIT (MEASURE_NONE) & (measures_)) == 0, .about = (about_)               \
  }
#define DATE(name_, about_)                                                                        \
  {                                                                                                \
    .name = #name_, .type = COLUMN_DATE, .print = print_##name_, .about = (about_)                 \
  }
#define DECIMAL(name_, about_)                                                                     \
  {                                                                                                \
    .name = #name_, .type = COLUMN_DECIMAL, .print = print_##name_, .about = (about_)              \
  }

/* --- what the four files have in common, in the order in which it stands there --- */

#define WHOSE                                                                                      \
  FIELD_REPORT_ID, FIELD_INDICATOR_NO (Figure, TRUE),                                              \
      OF_INDICATOR (ref, "The indicator's reference"), OF_INDICATOR (name, "The indicator's name")
#define WHEN(about_)                                                                               \
  FIELD_PERIOD (Figure, "period", about_), DATE (period_start, "The period's first day"),          \
      DATE (period_end, "The period's last day; of a year to date, that of the report's month")
#define VALUE DECIMAL (value, "The number as printed, in the row's unit")
#define UNIT FIELD_CODE (Figure, unit, unit_codes, FALSE, "What the value counts")
#define CONFIDENCE                                                                                 \
  {                                                                                                \
    .name = "confidence", .type = COLUMN_REAL, .print = column_print_share,                        \
    .offset = offsetof (Figure, confidence), .is_required = TRUE, .unit = "0 to 1",                \
    .about = "How sure the reading is: 1 if it needed no interpretation"                           \
  }
#define READING                                                                                    \
  FIELD_CODE (Figure, status, status_codes, TRUE, "Why there is no value, or ok"),                 \
      FIELD_TEXT (Figure, raw, "The cell as printed, on one line"), CONFIDENCE,                    \
      FIELD_CODE (Figure, origin, origin_codes, TRUE, "What the value was read from"),             \
      FIELDS_PLACE (Figure)

static const Column observation_columns[] = {
  WHOSE,
  MEASURE ("measure", OBSERVATIONS, "A period's figure, the year's so far, or a whole year's"),
  WHEN ("The period that the figure is about"),
  FIELD_CODE (Figure, component, component_codes, TRUE, "The value itself, or a part of it"),
  VALUE,
  UNIT,
  READING,
};

static const Column statistic_columns[] = {
  WHOSE,
  MEASURE ("measure", STATISTICS, "Which statistic it is"),
  WHEN ("The base that the heading names"),
  VALUE,
  UNIT,
  FIELD_CODE (Figure, direction, direction_codes, FALSE, "Where the printed arrow points"),
  READING,
};

static const Column benchmark_columns[] = {
  WHOSE,
  FIELD_CODE (Figure, comparator, comparator_codes, FALSE, "Whose figure it is"),
  FIELD_TEXT (Figure, label, "The column's heading as printed"),
  WHEN ("The period that the heading names"),
  VALUE,
  UNIT,
  READING,
};

static const Column target_columns[] = {
  WHOSE,
  MEASURE ("kind", TARGETS, "The target, or the range of a colour"),
  WHEN ("The period that it is for"),
  VALUE,
  DECIMAL (lower, "The lower bound that the text states, in the row's unit"),
  DECIMAL (upper, "The upper bound that the text states, in the row's unit"),
  UNIT,
  READING,
};

#define FIGURES(columns_, measures_)                                                               \
  TABLE_COLUMNS (columns_), .item = figure_at, .measures = (measures_),                            \
                            .links_to = &indicators_table

const Table observations_table = {
  .name = "observations",
  .about = "An indicator's own figures: a row for each period and component",
  FIGURES (observation_columns, OBSERVATIONS),
};

const Table statistics_table = {
  .name = "statistics",
  .about = "What a report computed of an indicator: a row for each change, average, arrow",
  FIGURES (statistic_columns, STATISTICS),
};

const Table benchmarks_table = {
  .name = "benchmarks",
  .about = "Others' figures that a report prints beside an indicator",
  FIGURES (benchmark_columns, BENCHMARKS),
};

const Table targets_table = {
  .name = "targets",
  .about = "Targets and tolerances that a report prints beside an indicator",
  FIGURES (target_columns, TARGETS),
};
