/* emit/bars.h - a series as one line of bars.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns (transfer full): a bar for each of @n values, from the lowest for the smallest of them to
 * the highest for the largest; a blank for one that is no number (NAN); in the middle if all are
 * alike.  UTF-8. */
char *bars_text (const double *values, guint n);

G_END_DECLS
