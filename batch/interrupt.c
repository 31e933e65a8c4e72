/* batch/interrupt.c - a person's wish to stop, told by Ctrl-C or a signal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "batch/interrupt.h"

#include <signal.h>
#include <time.h>

/* A signal has no other way to leave word. */
static volatile sig_atomic_t n_interrupts;
static volatile gint64 counted_ms; /* when the last one counted; of the handler alone */

static gint64
now_ms (void)
{
  struct timespec now = { 0 };
  clock_gettime (CLOCK_MONOTONIC, &now); /* which a handler may call */
  return (gint64) now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void
count (G_GNUC_UNUSED int signal)
{
  gint64 now = now_ms ();
  if (n_interrupts > 0 && now - counted_ms < INTERRUPT_MOMENT_MS)
    return;
  counted_ms = now;
  n_interrupts = n_interrupts + 1;
}

void
interrupt_listen (void)
{
  struct sigaction action = { .sa_handler = count };
  sigfillset (&action.sa_mask); /* one after the other */
  n_interrupts = 0;
  sigaction (SIGINT, &action, NULL);
  sigaction (SIGTERM, &action, NULL);
}

guint
interrupt_count (void)
{
  return (guint) n_interrupts;
}
