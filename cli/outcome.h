/* cli/outcome.h - what became of each input of a run.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cli/command.h"
#include "emit/package.h"
#include "model/report.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *reports;  /* of Report, owned */
  GPtrArray *failures; /* of char *, owned: "PLACE: REASON" */
  GPtrArray *remarks;  /* of char *, owned: inputs that were left out without harm */
} Outcome;

Outcome *outcome_new (void);
void outcome_free (Outcome *outcome);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Outcome, outcome_free)

/* Takes a report over; one whose input has the same bytes as an earlier one's is left out, with a
 * remark. */
void outcome_take_report (Outcome *outcome, Report *report);

void outcome_add_failure (Outcome *outcome, const char *message);

/* Writes the package into @folder, if not NULL, if there is any report, and prints the summary on
 * stdout and failures on stderr.  Returns: the exit code; @error is set if the package could not be
 * written.
 */
int outcome_finish (const Outcome *outcome, const char *folder, const PackageOptions *options,
                    const char *fail_on, GError **error);

/* Returns: whether @text is a value of --fail-on: none, contradiction, warning, note. */
gboolean outcome_is_fail_on (const char *text);

G_END_DECLS
