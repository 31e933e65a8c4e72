/* emit/grade.h - how far a report's figures can be relied upon, in one letter with its reasons.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * docs/validation-report.md defines the grades; they are counted, not judged.
 */
#pragma once

#include "model/report.h"

G_BEGIN_DECLS

typedef enum
{
  GRADE_A,    /* nothing found */
  GRADE_B,    /* nothing contradicts, but something is doubtful */
  GRADE_C,    /* something contradicts */
  GRADE_D,    /* more contradicts than GRADE_WIDESPREAD allows */
  GRADE_NONE, /* nothing could be checked */
} Grade;

#define GRADE_WIDESPREAD 50 /* contradictions in more than one of so many figures */

/* What is counted of a report. */
typedef struct
{
  guint n_values;     /* figures with a value */
  guint n_findings;   /* contradictions, each counted */
  guint n_causes;     /* of them */
  guint n_warnings;   /* causes */
  guint n_unplaced;   /* numbers in no cell */
  guint n_unreadable; /* cells whose text is no value and no known mark */
  guint n_doubtful;   /* values read with less confidence than CONFIDENCE_TRUSTED */
  guint n_held;       /* rules that were held against something */
  guint n_idle;       /* rules that found nothing to be held against */
} GradeCounts;

GradeCounts grade_count (const Report *report);
Grade grade_of (const GradeCounts *counts);

/* Return (transfer none): "A" to "D", "–" for none; what it means in a few words. */
const char *grade_letter (Grade grade);
const char *grade_meaning (Grade grade);

G_END_DECLS
