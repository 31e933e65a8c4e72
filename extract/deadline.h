/* extract/deadline.h - the time that reading an input may take.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It is counted as the process's computing, in whichever of its threads, so that what else a
 * machine does makes no input fail.
 */
#pragma once

#include <gio/gio.h>

#include "extract/input.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 end;       /* nanoseconds of the process's computing */
  gboolean is_over; /* it has once been asked and was over: it stays so */
} Deadline;

/* Returns: the deadline that is over after so many seconds of computing from now on; 0 is over at
 * once. */
Deadline deadline_in (guint seconds);

gboolean deadline_is_over (Deadline *deadline);

/* Returns: how long the process has computed so far, nanoseconds. */
gint64 deadline_clock (void);

/* Returns (transfer full): a stream of @input that can be read until the deadline is over; both
 * must outlive it.  What was read some while ago takes no memory any more.  A library that reads
 * its input as it goes, and cannot be told to stop, ends soon after that. */
GInputStream *deadline_stream (const Input *input, Deadline *deadline);

G_END_DECLS
