/* emit/tableau.h - a recovered table as the report has it: rows of indicators, columns of periods,
 * statistics, benchmarks and targets.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A tableau holds the indicators that follow each other in one section of one table.  Its columns
 * are what these rows print, in the order in which the page has them.
 */
#pragma once

#include "model/report.h"

G_BEGIN_DECLS

typedef enum
{
  TABLEAU_PERIODS, /* the indicator's own figures */
  TABLEAU_STATISTICS,
  TABLEAU_BENCHMARKS,
  TABLEAU_TARGETS,
} TableauGroup;

typedef struct
{
  Measure measure;
  Comparator comparator;
  Component component;
  Period period;
  const char *label;    /* borrowed: the heading as printed, of the first figure */
  double along, across; /* where its figures stand on the whole, as the periods run */
  guint n_figures;
} TableauColumn;

typedef struct
{
  const Report *report; /* borrowed */
  guint first, n_rows;  /* the indicators */
  GArray *columns;      /* of TableauColumn */
  GPtrArray *cells;     /* of const Figure *, borrowed, n_rows * columns: the first that stands
                         * there, NULL if none does */
} Tableau;

void tableau_free (Tableau *tableau);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Tableau, tableau_free)

/* Returns (transfer full) (element-type Tableau): the tableaux of @report, in document order; NULL
 * in the place of those without an indicator from @from to before @to. */
GPtrArray *tableaux_of (const Report *report, guint from, guint to);

TableauGroup tableau_column_group (const TableauColumn *column);

/* Returns (nullable): the figure in that row and column, each from 0. */
const Figure *tableau_cell (const Tableau *tableau, guint row, guint column);

G_END_DECLS
