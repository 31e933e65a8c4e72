/* parse/heading_match.h - the same columns in the headings of two parts of a table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *     Ref   Measure   Jun 21    Jul 21   Aug 21   Sep 21     on one page
 *     Ref   Measure   Jun 21 Jul 21      Aug 21   Sep 21     on the next, where two have run
 * together
 */
#pragma once

#include "parse/heading.h"

G_BEGIN_DECLS

/* Returns (transfer full): for each column of @own the column of @other that it is: one that says
 * the same, so that as many as may be do and all stay in order (the longest common subsequence);
 * one that says nothing stands right behind the one before it. */
int *heading_match (const Heading *own, const Heading *other);

G_END_DECLS
