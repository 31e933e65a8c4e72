/* parse/card.h - what a row of a scorecard says of its indicator.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "parse/aligned.h"
#include "parse/heading.h"

G_BEGIN_DECLS

/* The columns that rows are read with. */
typedef struct
{
  int table;              /* from 1 */
  gboolean is_aligned;    /* as in Grid */
  const Heading *heading; /* borrowed */
  guint shift;            /* how many columns stand before the first that the headings count */
  guint n_front;          /* how many columns without a heading stand before the first with one */
  guint n_columns;        /* the last one has a heading */
  Period last_month;      /* of the headings */
} CardColumns;

/* Returns: what a column is for; one without a heading in front names sections. */
const Column *card_column (const CardColumns *columns, guint number);

/* Returns: what the figures of a column measure, MEASURE_NONE if it holds none; @period gets what
 * they are about: of a change its base, of other statistics the last month. */
Measure card_measure (const CardColumns *columns, const Column *column, Period *period);

/* Adds the indicator of @row, with its figures and texts, to the report.  @number is the row's
 * within its table, @section the section that the row before stands in; replaced by its own.
 * Returns: the indicator. */
int card_read (const Reader *reader, const CardColumns *columns, const AlignedRow *row, int number,
               char **section);

G_END_DECLS
