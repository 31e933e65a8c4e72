/* model/report.h - what a report says: indicators, figures, texts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Built by parse/, held against itself by check/, written by emit/.  A report is flat: figures
 * and texts name their indicator by its index, all in document order.  Texts that are owned, here
 * and in finding.h and claim.h, are phrases (model/phrase.h): report_set_text() replaces them.
 */
#pragma once

#include "model/claim.h"
#include "model/code.h"
#include "model/decimal.h"
#include "model/finding.h"
#include "model/page.h"
#include "model/period.h"
#include "model/roll.h"

G_BEGIN_DECLS

#define NO_INDICATOR (-1)

/* A figure of less confidence is doubtful: it is flagged, and no proof rests on it. */
#define CONFIDENCE_TRUSTED 0.8

/* An indicator in a table of a report. */
typedef struct
{
  int table;         /* from 1 */
  char *ref;         /* owned; the reference that is meant; never NULL, "" if none */
  char *ref_printed; /* owned; as printed, noise included */
  char *name;        /* owned; on one line */
  char *section;     /* owned */
  Unit unit;
  char *good_performance; /* owned; these and the next: as printed, "" if not */
  char *owner;
  char *reporter;
  char *outcome;
  char *data_note;
  char *canonical_id; /* owned; of the catalogue, "" if not known there */
  int page;
  gboolean
      is_aligned; /* whether its table stands by alignment alone: a text may be of a row beside */
} Indicator;

/* A printed cell that says something of an indicator.  Its fields stand by their size, for this is
 * what a long report takes memory for. */
typedef struct
{
  int indicator; /* index into Report.indicators */
  Measure measure;
  Comparator comparator; /* of a benchmark, else COMPARATOR_NONE */
  Component component;
  Unit unit;
  Direction direction;
  Measure rating; /* of a RAG: MEASURE_RED, MEASURE_AMBER or MEASURE_GREEN if it is one of them */
  Status status;
  Origin origin;
  bool has_value, has_lower, has_upper;
  Period period;                /* of a change: the base that the heading names */
  Period since;                 /* of a new measure: the month that the cell says it is new from */
  int page, table, row, column; /* page and table from 1, row and column from 0; -1: unknown */
  Decimal value;                /* as printed, without %, separators and signs of tolerance */
  Decimal lower, upper;         /* bounds that a target's text states */
  char *raw;                    /* owned; the characters as printed, on one line; never edited */
  char *label;                  /* owned; the heading as printed, on one line */
  double confidence;
  Box box;
} Figure;

/* Prose, with whom it belongs to. */
typedef struct
{
  int indicator; /* or NO_INDICATOR: of the section or of the whole report */
  char *section; /* owned; "" for the whole report */
  TextKind kind;
  char *text; /* owned; on one line */
  int page;
} Text;

/* A number of a recognised table that reached no cell. */
typedef struct
{
  char *text; /* owned */
  int page, table;
  int indicator; /* whose row it stands in; NO_INDICATOR if that is not known */
  Box box;
} Unplaced;

/* How much of a report a rule could be held against. */
typedef struct
{
  char *rule;    /* owned */
  int n_checked; /* figures, rows or claims; -1 if the rule does not count them */
  char *needs;   /* owned; if there were none: what the rule needs and the report does not print */
} Coverage;

typedef struct
{
  Source source;
  char *authority;      /* owned; "" if not known, as all texts here */
  char *authority_code; /* GSS code */
  char *title;
  Period period;      /* the month that the report is about */
  char *family;       /* its id, "" for the lexicon alone */
  char *tool_version; /* of the Recount that read it; "" for this one */
  int n_pages;
  int n_tables;
  /* The report's own key to its arrows: a change of at least so many per cent is up or down, a
   * smaller one is flat.  In whole per cent; 0 if the report has no such key. */
  int arrow_threshold;
  Shelf *shelf;     /* owned; what all below lies on, and what others keep beside it */
  Roll *indicators; /* of Indicator */
  Roll *figures;    /* of Figure */
  Roll *texts;      /* of Text */
  Roll *claims;     /* of Claim: what the texts state of figures */
  Roll *unplaced;   /* of Unplaced */
  Roll *coverage;   /* of Coverage, one for each rule that ran */
  Roll *findings;   /* of Finding: parse/ adds what it had to decide, check/ what it proves */
} Report;

/* Returns (transfer full): a report without content; copies @source. */
Report *report_new (const Source *source);
void report_free (Report *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Report, report_free)

/* Append an element with empty texts ("") and nothing known (confidence 1, places -1), and return
 * it; it stays where it is as long as the report. */
Indicator *report_add_indicator (Report *report);
Figure *report_add_figure (Report *report);
Text *report_add_text (Report *report);
Claim *report_add_claim (Report *report);
Unplaced *report_add_unplaced (Report *report);
Coverage *report_add_coverage (Report *report, const char *rule);
Finding *report_add_finding (Report *report, const char *rule, Severity severity);

/* What a report has many of, in the order in which it is written. */
typedef enum
{
  REPORT_INDICATORS,
  REPORT_FIGURES,
  REPORT_TEXTS,
  REPORT_CLAIMS,
  REPORT_UNPLACED,
  REPORT_COVERAGE,
  REPORT_FINDINGS,
  N_REPORT_PARTS,
} ReportPart;

/* Return the element of that index, which must be there, and a new one, with empty texts. */
gpointer report_element (const Report *report, ReportPart part, guint index);
gpointer report_add_element (Report *report, ReportPart part);
guint report_n_elements (const Report *report, ReportPart part);

/* Drops the elements from index @len on. */
void report_cut (Report *report, ReportPart part, guint len);

/* Puts two elements in each other's place. */
void report_swap_elements (Report *report, ReportPart part, guint a, guint b);

/* The elements by index. */
Indicator *report_indicator (const Report *report, guint index);
Figure *report_figure (const Report *report, guint index);
Text *report_text (const Report *report, guint index);
Claim *report_claim (const Report *report, guint index);
Unplaced *report_unplaced (const Report *report, guint index);
Coverage *report_coverage (const Report *report, guint index);
Finding *report_finding (const Report *report, guint index);

/* Returns: the index of a figure; ROLL_NONE if it is a copy, and none of the report's. */
guint report_figure_index (const Report *report, const Figure *figure);

/* Returns (transfer full): the first 12 digits of the source's SHA-256. */
char *report_dup_id (const Report *report);

/* Returns (transfer full): what the indicator is known by in all reports of its publisher: its name
 * in the catalogue, else its reference, else its name in small letters; "" if it has none. */
char *indicator_dup_series (const Indicator *indicator);

/* Returns (transfer full): the last day of @period, "" if it has none; of a year to date that of
 * the report's month, if that is of the same financial year. */
char *report_last_day (const Report *report, Period period);

/* Returns: the indicator's figure of that measure, period and component (COMPONENT_VALUE for most),
 * the first in document order; NULL if it prints none.  PERIOD_NONE matches any period. */
Figure *report_find_figure (const Report *report, int indicator, Measure measure, Period period,
                            Component component);

/* Returns: ORIGIN_TEXT or ORIGIN_OCR if all figures share it; @is_mixed tells when they do not. */
Origin report_origin (const Report *report, gboolean *is_mixed);

/* Replaces a text of the types above, which is a phrase (model/phrase.h); NULL counts as "". */
void report_set_text (char **field, const char *value);

G_END_DECLS
