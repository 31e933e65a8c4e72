/* parse/evidence.h - figures that a report prints in more than one table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row whose cells stand beside their columns is put right with the better conscience if the same
 * figure of the same indicator stands in another table too.
 */
#pragma once

#include "model/report.h"

G_BEGIN_DECLS

typedef struct _Evidence Evidence;

/* Returns (transfer full): the figures of @report by reference, measure and period. */
Evidence *evidence_new (const Report *report);
void evidence_free (Evidence *evidence);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Evidence, evidence_free)

/* What is asked for.  A benchmark is found by its comparator alone, as not every table says of
 * which year it is. */
typedef struct
{
  int table;       /* that asks: it does not speak for itself */
  const char *ref; /* as printed */
  Measure measure;
  Comparator comparator;
  Period period;
  Component component;
  Decimal value;
} EvidenceQuery;

/* Returns: whether another table prints that figure.  @evidence may be NULL: it knows nothing. */
gboolean evidence_supports (Evidence *evidence, const EvidenceQuery *query);

G_END_DECLS
