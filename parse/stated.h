/* parse/stated.h - the month that a report says it is of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/report.h"
#include "parse/month.h"
#include "parse/vocabulary.h"

G_BEGIN_DECLS

/* Holds the report's period, which is that of its last columns, to what the first of @lines that
 * states its month says ("As at month end: January 2017", as the lexicon's statements begin);
 * another month is a warning, as a report may be of older figures.  A NULL ends @lines. */
void stated_hold (const Vocabulary *vocabulary, MonthReader *months, const char *const *lines,
                  Report *report);

G_END_DECLS
