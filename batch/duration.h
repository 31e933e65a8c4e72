/* batch/duration.h - a length of time as people say it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns (transfer full): "12 s", "3 min 20 s", "2 h 5 min". */
char *duration_text (double seconds);

G_END_DECLS
