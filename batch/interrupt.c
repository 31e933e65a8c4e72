/* batch/interrupt.c - a person's wish to stop, told by Ctrl-C or a signal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "batch/interrupt.h"

#include <signal.h>

/* A signal has no other way to leave word. */
static volatile sig_atomic_t n_interrupts;

static void
count (G_GNUC_UNUSED int signal)
{
  n_interrupts = n_interrupts + 1;
}

void
interrupt_listen (void)
{
  const struct sigaction action = { .sa_handler = count };
  n_interrupts = 0;
  sigaction (SIGINT, &action, NULL);
  sigaction (SIGTERM, &action, NULL);
}

guint
interrupt_count (void)
{
  return (guint) n_interrupts;
}
