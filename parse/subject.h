/* parse/subject.h - which indicator a sentence of a commentary or an analysis is about.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/report.h"
#include "parse/vocabulary.h"

G_BEGIN_DECLS

/* What a report's sentences may be about, made ready to be asked for each of them. */
typedef struct _SubjectIndex SubjectIndex;

/* Returns (transfer full): the indicators of @report, borrowed, by their names as sentences have
 * them, and their months; nothing may be added to the report while it is in use. */
SubjectIndex *subject_index_new (const Vocabulary *vocabulary, const Report *report);
void subject_index_free (SubjectIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SubjectIndex, subject_index_free)

/* Where a sentence stands; all borrowed. */
typedef struct
{
  const Vocabulary *vocabulary;
  const Report *report;
  const SubjectIndex *index;
  int row; /* the indicator that the text stands beside, or NO_INDICATOR */
  const char *section;
  int page;
} Subject;

/* A figure that a sentence states. */
typedef struct
{
  Period month;
  Decimal value;
} SubjectFigure;

/* Returns: the indicator that a number of @month, with % behind it or not, is of, where its
 * sentence begins with @before: the one that the words name, else the row that they stand beside;
 * where several places print it, one that prints the month.  NO_INDICATOR if it is not sure. */
int subject_find (const Subject *subject, const char *before, gboolean is_percent, Period month);

/* Returns: the one indicator of an analysis's own page and section that prints both @figures, or
 * one of them that is no number of every day (three digits at least); NO_INDICATOR if none or
 * several do, or the text stands beside a row. */
int subject_find_by_figures (const Subject *subject, const SubjectFigure figures[2],
                             gboolean is_percent);

G_END_DECLS
