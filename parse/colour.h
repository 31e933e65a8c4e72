/* parse/colour.h - colours that tell a status.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns (nullable): "Red", "Amber" or "Green" if @rgb (0xRRGGBB) is what a reader calls so; NULL
 * for other colours, and for pale and grey ones. */
const char *colour_status (guint32 rgb);

G_END_DECLS
