/* batch/interrupt.h - a person's wish to stop, told by Ctrl-C or a signal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What tells a process and its group to stop, as `timeout` and batch systems do, sends two signals
 * for one wish: those within a moment count once.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How long that moment is, from the signal that counted on. */
#define INTERRUPT_MOMENT_MS 300

/* Counts SIGINT and SIGTERM from now on; neither ends the process. */
void interrupt_listen (void);

/* Returns: how often it was wished. */
guint interrupt_count (void);

G_END_DECLS
