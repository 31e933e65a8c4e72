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

/* Finds what @share, a monthly or other percentage, is the quotient of: what is printed beside it,
 * else the first pair that the catalogue's relations name.  Returns: FALSE if there is none. */
gboolean ratio_find_parts (const Check *check, const Figure *share, RatioParts *parts);

G_END_DECLS
