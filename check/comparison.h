/* check/comparison.h - do comparison values keep the relations of what they are compared with?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "check/rule.h"

G_BEGIN_DECLS

/* Warns once a relation of comparison values of one comparator and year that break a sum, shares of
 * one whole or a complement which the report's own months keep.  These hold for averages over the
 * same authorities as they do for each of them; an average of quotients is no quotient of averages.
 */
void comparison_hold (Check *check);

G_END_DECLS
