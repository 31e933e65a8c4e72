/* batch/interrupt.h - a person's wish to stop, told by Ctrl-C or a signal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Counts SIGINT and SIGTERM from now on; neither ends the process. */
void interrupt_listen (void);

/* Returns: how often it was wished. */
guint interrupt_count (void);

G_END_DECLS
