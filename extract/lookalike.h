/* extract/lookalike.h - characters that look alike, told by their size, place and neighbours.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "extract/letter.h"

G_BEGIN_DECLS

/* Puts right those of @letters (element-type Letter), of one strip on the baseline @base and of
 * that size of type, whose form alone does not tell them: points, commas, dashes and quotes by
 * their place; c and C, o and O, by their height; l, I and 1, O and 0, by the letters beside them.
 */
void lookalikes_tell (GArray *letters, int base, double size);

G_END_DECLS
