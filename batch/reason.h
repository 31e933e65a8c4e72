/* batch/reason.h - why an input cannot be read, in the words of who found out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns (transfer full): @message, as UTF-8, without the "PATH: " that it begins with, if it
 * does.
 */
char *reason_without_path (const char *message, const char *path);

G_END_DECLS
