/* check/ratio.h - the two figures that a percentage is said to be the quotient of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "check/rule.h"

G_BEGIN_DECLS

typedef struct
{
  const Figure *numerator, *denominator; /* borrowed; both have values */
} RatioParts;

/* Finds the one part of that kind that is printed in the row of @share, of the same period and
 * indicator, be it under a heading of its own.  Returns (nullable): it, if it can be judged. */
const Figure *ratio_find_part (const Check *check, const Figure *share, Component component);

/* Finds both parts so.  Returns: FALSE if one is not there. */
gboolean ratio_find_beside (const Check *check, const Figure *share, RatioParts *parts);

/* Finds what @share, a monthly or other percentage, is the quotient of: what is printed beside it,
 * else the first pair that a relation between single lines names.  Returns: FALSE if there is none.
 */
gboolean ratio_find_parts (const Check *check, const Figure *share, RatioParts *parts);

G_END_DECLS
