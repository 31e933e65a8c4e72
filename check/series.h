/* check/series.h - an indicator's monthly figures, and which month each of them is of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rules ask a series for a month and get the one figure that can be relied on, or none.  A heading
 * that breaks an otherwise unbroken run of months (Feb, Feb, Apr) is a misprint of the heading, not
 * of all figures below it: the figure counts as of the month that the run needs there.
 */
#pragma once

#include "model/report.h"

G_BEGIN_DECLS

typedef struct
{
  int index;    /* of the month, from year 0 */
  int position; /* of the figure among its neighbours: a column, a row or a rank */
  guint figure; /* its index in the report */
} SeriesMonth;

/* It lies beside its report. */
typedef struct
{
  const Report *report; /* borrowed */
  guint n_figures;      /* all of the indicator */
  guint n_months;       /* those of them that are of months */
  guint *figures;       /* their indices in the report, in document order */
  SeriesMonth *months;  /* in document order */
  Period until;         /* the month that the row's statistics are of; PERIOD_NONE if it has none */
  Component
      component; /* that stands for the row: the numerator if it prints no values of its own */
  gboolean is_climbing; /* each month counts up from April (check/climb.h): none is of itself */
} Series;

/* Returns (transfer container) (element-type Series): one series an indicator of @report, by its
 * index. They borrow @report's figures: none may be added while they are in use. */
GPtrArray *series_of_report (const Report *report);

/* Return (transfer none): the figure of that index, of all and of those that are of months. */
const Figure *series_figure (const Series *series, guint i);
const Figure *series_month (const Series *series, guint i);

/* Returns (transfer none) (nullable): what the series prints for that month, a number or a mark;
 * NULL if it prints nothing, or several figures, or a reading of little confidence, or counts its
 * months up through the year. */
const Figure *series_find (const Series *series, Period month);

/* Returns (transfer none) (nullable): as above, but only a number. */
const Figure *series_find_value (const Series *series, Period month);

/* Returns (transfer none) (nullable): the first figure of that measure and component VALUE. */
const Figure *series_find_measure (const Series *series, Measure measure);

/* Returns: the month that @figure of the series counts as of; its own period if it is of another.
 */
Period series_month_of (const Series *series, const Figure *figure);

G_END_DECLS
