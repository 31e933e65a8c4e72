/* model/review.h - applies what people decided to a report.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cells are corrected before the report is checked, so that it is checked as corrected; what was
 * decided about findings is applied once they are there.  Each decision that is applied leaves a
 * note among the findings, of rule `accepted`, `corrected` or `rejected`, that says who decided
 * what, when and why.
 */
#pragma once

#include "model/decision.h"

G_BEGIN_DECLS

/* Before the checks.  A corrected cell has the value that was decided and ORIGIN_CORRECTED, a cell
 * whose reading was rejected has none; what is printed stays. */
void review_cells (Decisions *decisions, Report *report);

/* After the checks.  A rejected finding becomes a note. */
void review_findings (Decisions *decisions, Report *report);

/* Finds out by the notes which of the decisions were applied to @report, a report that was reviewed
 * before: only its checksum and its findings are looked at. */
void review_recognise (Decisions *decisions, const Report *report);

/* Returns (transfer container) (element-type utf8): the checksums of the inputs that decisions are
 * left of, each once. */
GPtrArray *review_inputs_left (const Decisions *decisions);

/* Returns (transfer full) (element-type utf8): for each decision that is left, "FILE: line N: " and
 * that it no longer applies, and why as far as it is known. */
GPtrArray *review_left (const Decisions *decisions);

G_END_DECLS
