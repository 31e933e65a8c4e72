/* check/check.h - holds a report against itself.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Third stage.  In: a report (model/report.h).  Out: the same report with findings added.  Only
 * check/ calls GMP.  The rules are a table in check/rules.c, each in a file of its own name.
 */
#pragma once

#include "model/knowledge.h"
#include "model/report.h"

G_BEGIN_DECLS

/* Appends to @report's findings what its figures prove, in an order that depends on the report
 * alone. */
void check_report (Report *report, const Knowledge *knowledge);

/* What the reports of one authority have printed so far. */
typedef struct _Ledger Ledger;

Ledger *ledger_new (void);
void ledger_free (Ledger *ledger);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ledger, ledger_free)

/* Appends to @report's findings what only the reports before it show, and enters what it prints.
 * Reports of one authority come from the first vintage to the last. */
void ledger_compare (Ledger *ledger, Report *report);

G_END_DECLS
