/* check/coverage.h - how much of a report each rule could be held against.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A rule says so with check_held() (check/rule.h), once with 0 to begin with; one that does not is
 * noted as not counted.
 */
#pragma once

#include "check/rule.h"

G_BEGIN_DECLS

/* Runs @rule, and adds to the report's coverage what it was held against. */
void coverage_run (Check *check, const CheckRule *rule);

G_END_DECLS
