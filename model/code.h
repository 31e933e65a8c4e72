/* model/code.h - the closed vocabularies of the package, and their codes in the output.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each list stands once: the enumeration and the code that stands for it in CSV and JSON come
 * from the same line.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MEASURES(X)                                                                                \
  X (MEASURE_NONE, "")                                                                             \
  X (MEASURE_ACTUAL, "actual")                                                                     \
  X (MEASURE_YTD, "ytd")                                                                           \
  X (MEASURE_ANNUAL, "annual")                                                                     \
  X (MEASURE_CHANGE_PREV, "change_prev")                                                           \
  X (MEASURE_CHANGE_YEAR, "change_year")                                                           \
  X (MEASURE_MEAN_12M, "mean_12m")                                                                 \
  X (MEASURE_MAX_12M, "max_12m")                                                                   \
  X (MEASURE_DOT, "dot")                                                                           \
  X (MEASURE_RAG, "rag")                                                                           \
  X (MEASURE_BENCHMARK, "benchmark")                                                               \
  X (MEASURE_TARGET, "target")                                                                     \
  X (MEASURE_RED, "red")                                                                           \
  X (MEASURE_AMBER, "amber")                                                                       \
  X (MEASURE_GREEN, "green")

#define COMPARATORS(X)                                                                             \
  X (COMPARATOR_NONE, "")                                                                          \
  X (COMPARATOR_SN, "statistical_neighbours")                                                      \
  X (COMPARATOR_BEST_SN, "best_statistical_neighbour")                                             \
  X (COMPARATOR_NATIONAL, "national")                                                              \
  X (COMPARATOR_REGION, "region")                                                                  \
  X (COMPARATOR_TOP_QUARTILE, "national_top_quartile")

#define COMPONENTS(X)                                                                              \
  X (COMPONENT_VALUE, "value")                                                                     \
  X (COMPONENT_NUMERATOR, "numerator")                                                             \
  X (COMPONENT_DENOMINATOR, "denominator")

#define UNITS(X)                                                                                   \
  X (UNIT_NONE, "")                                                                                \
  X (UNIT_COUNT, "count")                                                                          \
  X (UNIT_PERCENT, "percent")                                                                      \
  X (UNIT_RATE_PER_10000, "rate_per_10000")                                                        \
  X (UNIT_DAYS, "days")                                                                            \
  X (UNIT_AVERAGE_COUNT, "average_count")                                                          \
  X (UNIT_OTHER, "other")

#define DIRECTIONS(X)                                                                              \
  X (DIRECTION_NONE, "")                                                                           \
  X (DIRECTION_UP, "up")                                                                           \
  X (DIRECTION_DOWN, "down")                                                                       \
  X (DIRECTION_FLAT, "flat")

#define STATUSES(X)                                                                                \
  X (STATUS_OK, "ok")                                                                              \
  X (STATUS_MISSING, "missing")                                                                    \
  X (STATUS_NOT_AVAILABLE, "not_available")                                                        \
  X (STATUS_NEW_MEASURE, "new_measure")                                                            \
  X (STATUS_REPLACED, "replaced")                                                                  \
  X (STATUS_WITHDRAWN, "withdrawn")                                                                \
  X (STATUS_LOCAL_MEASURE, "local_measure")                                                        \
  X (STATUS_NOT_APPLICABLE, "not_applicable")                                                      \
  X (STATUS_PENDING, "pending")                                                                    \
  X (STATUS_UNREADABLE, "unreadable")

#define ORIGINS(X)                                                                                 \
  X (ORIGIN_TEXT, "text")                                                                          \
  X (ORIGIN_OCR, "ocr")                                                                            \
  X (ORIGIN_REPAIRED, "repaired")                                                                  \
  X (ORIGIN_CORRECTED, "corrected")

#define TEXT_KINDS(X)                                                                              \
  X (TEXT_COMMENTARY, "commentary")                                                                \
  X (TEXT_DEFINITION, "definition")                                                                \
  X (TEXT_ANALYSIS, "analysis")                                                                    \
  X (TEXT_DATA_NOTE, "data_note")                                                                  \
  X (TEXT_NOTE, "note")

#define SEVERITIES(X)                                                                              \
  X (SEVERITY_CONTRADICTION, "contradiction")                                                      \
  X (SEVERITY_WARNING, "warning")                                                                  \
  X (SEVERITY_NOTE, "note")

/* Reports have figures by the thousand, of eight codes each: they take a byte.  CodeByte is what
 * those who walk tables of fields reach them as. */
#define CODE_PACKED __attribute__ ((packed))
typedef guint8 CodeByte;

#define CODE_ENUM(name, code) name,
typedef enum
{
  MEASURES (CODE_ENUM)
} CODE_PACKED Measure;
typedef enum
{
  COMPARATORS (CODE_ENUM)
} CODE_PACKED Comparator;
typedef enum
{
  COMPONENTS (CODE_ENUM)
} CODE_PACKED Component;
typedef enum
{
  UNITS (CODE_ENUM)
} CODE_PACKED Unit;
typedef enum
{
  DIRECTIONS (CODE_ENUM)
} CODE_PACKED Direction;
typedef enum
{
  STATUSES (CODE_ENUM)
} CODE_PACKED Status;
typedef enum
{
  ORIGINS (CODE_ENUM)
} CODE_PACKED Origin; /* text: printed as characters; ocr: read off an image;
                       * repaired: by the arithmetic, on request;
                       * corrected: by a person */
typedef enum
{
  TEXT_KINDS (CODE_ENUM)
} CODE_PACKED TextKind;
typedef enum
{
  SEVERITIES (CODE_ENUM)
} CODE_PACKED Severity;
#undef CODE_ENUM

/* A vocabulary as data, for those who walk tables: the codes by value, and what one of them is
 * called in a message ("measure"). */
typedef struct
{
  const char *name;
  const char *const *codes;
  int n_codes;
} CodeList;

extern const CodeList measure_codes, comparator_codes, component_codes, unit_codes, direction_codes,
    status_codes, origin_codes, text_kind_codes, severity_codes;

/* Returns: the code of @value, which must be of the list. */
const char *code_list_code (const CodeList *list, int value);

/* Returns: the value whose code is @code, or -1 if none has it. */
int code_list_value (const CodeList *list, const char *code);

/* Defines NOUN_codes, noun_code() and noun_from_code() of the enumeration Type from its list. */
#define CODE_TEXT(name, code) code,
#define DEFINE_CODES(noun, Type, LIST)                                                             \
  static const char *const noun##_texts[] = { LIST (CODE_TEXT) };                                  \
  const CodeList noun##_codes = { #noun, noun##_texts, G_N_ELEMENTS (noun##_texts) };              \
  const char *noun##_code (Type value) { return code_list_code (&noun##_codes, (int) value); }     \
  int noun##_from_code (const char *code) { return code_list_value (&noun##_codes, code); }

/* Return (transfer none): the code of a value, as the package prints it. */
const char *measure_code (Measure value);
const char *comparator_code (Comparator value);
const char *component_code (Component value);
const char *unit_code (Unit value);
const char *direction_code (Direction value);
const char *status_code (Status value);
const char *origin_code (Origin value);
const char *text_kind_code (TextKind value);
const char *severity_code (Severity value);

/* Return: the value whose code is @code, or -1 if none has it. */
int measure_from_code (const char *code);
int comparator_from_code (const char *code);
int component_from_code (const char *code);
int unit_from_code (const char *code);
int direction_from_code (const char *code);
int status_from_code (const char *code);
int origin_from_code (const char *code);
int text_kind_from_code (const char *code);
int severity_from_code (const char *code);

G_END_DECLS
