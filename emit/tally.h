/* emit/tally.h - what a report is summed up by: its values, and how many things are wrong.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Findings of one report that share a group have one cause: the slip of a pen that breaks three
 * relations.  It counts as severe as the worst of them.  A finding without a group is a cause of
 * its own.
 */
#pragma once

#include "model/report.h"

G_BEGIN_DECLS

typedef struct
{
  const Report *report;   /* borrowed, as `finding` */
  const Finding *finding; /* the first of its findings */
  guint n_findings;
} Cause;

/* Appends the causes of that severity to @causes (of Cause), in document order. */
void tally_append_causes (GArray *causes, const Report *report, Severity severity);

/* Return: how many causes, and how many findings, of that severity a report has. */
guint tally_causes (const Report *report, Severity severity);
guint tally_findings (const Report *report, Severity severity);

/* Returns: how many figures have a value. */
guint tally_values (const Report *report);

G_END_DECLS
