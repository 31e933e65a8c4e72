/* tests/golden/likeness.h - how alike two texts are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns: the F1 of the words of both, in any order: twice those shared over those of both; words
 * are runs of letters, digits, % and +, capitals do not matter.  1 for two texts without words. */
double likeness (const char *a, const char *b);

G_END_DECLS
