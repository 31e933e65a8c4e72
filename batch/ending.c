/* batch/ending.c - how a worker ended, and what that says of its input.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define _GNU_SOURCE /* sigabbrev_np() and SIGXCPU are no POSIX */
#include "batch/ending.h"

#include <signal.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include "batch/sandbox.h"

#define MEGABYTE (1024 * 1024)

/* What libraries say when they get no memory. */
static const char *const memory_marks[]
    = { "bad_alloc", "failed to allocate", "ut of memory", "annot allocate memory" };

static gboolean
lacks_memory (const char *says)
{
  for (gsize i = 0; i < G_N_ELEMENTS (memory_marks); i++)
    if (strstr (says, memory_marks[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Returns (transfer full): the last line of what it said, behind a colon; "" if it said nothing. */
static char *
last_words (const char *says)
{
  g_autofree char *text = g_strchomp (g_utf8_make_valid (says, -1));
  const char *line = strrchr (text, '\n');
  line = line != NULL ? line + 1 : text;
  return line[0] == '\0' ? g_strdup ("") : g_strconcat (": ", line, NULL);
}

static char *
too_much_memory (const Ending *ending)
{
  return g_strdup_printf ("needed more than %" G_GUINT64_FORMAT
                          " MB of memory to read; --max-memory=N sets another limit",
                          ending->memory_bytes / MEGABYTE);
}

static char *
too_much_computing (const Ending *ending)
{
  return g_strdup_printf ("took more than %u seconds of computing to read; --max-seconds=N sets "
                          "another limit",
                          ending->seconds);
}

static char *
stopped_reason (const Ending *ending, gboolean *is_retryable)
{
  *is_retryable = ending->stopped != STOPPED_TOO_MUCH;
  if (ending->stopped == STOPPED_BY_PERSON)
    return g_strdup ("was being read when the batch was stopped");
  if (ending->stopped == STOPPED_TOO_MUCH)
    return g_strdup_printf ("gave more than %" G_GUINT64_FORMAT
                            " MB of output; --max-output=N sets another limit",
                            ending->output_bytes / MEGABYTE);
  return g_strdup_printf ("was not read after %u seconds; --max-seconds=N sets another limit",
                          ending->wall_seconds);
}

/* The C library ends a process by sending itself a signal, which the sandbox does not let it. */
static gboolean
is_abort (const Ending *ending)
{
  return ending->forbidden_call == SYS_tgkill;
}

static char *
signal_reason (const Ending *ending, gboolean *is_retryable)
{
  int signal = WTERMSIG (ending->status);
  g_autofree char *words = last_words (ending->says);
  *is_retryable = signal == SIGKILL || signal == SIGTERM;
  if (signal == SIGXCPU)
    return too_much_computing (ending);
  if (*is_retryable)
    return g_strdup_printf ("its reader was killed from outside (SIG%s), which a machine short of "
                            "memory does, too",
                            sigabbrev_np (signal));
  return g_strdup_printf ("its reader crashed: %s (SIG%s)%s", strsignal (signal),
                          sigabbrev_np (signal), words);
}

static char *
exit_reason (const Ending *ending)
{
  g_autofree char *words = last_words (ending->says);
  if (ending->forbidden_call < 0)
    return g_strdup_printf ("its reader gave up with code %d%s", WEXITSTATUS (ending->status),
                            words);
  if (is_abort (ending))
    return g_strdup_printf ("its reader gave up%s", words);
  g_autofree char *call = sandbox_call_name (ending->forbidden_call);
  return g_strdup_printf ("its reader was stopped by the sandbox, for it tried the system call %s",
                          call);
}

char *
ending_reason (const Ending *ending, gboolean *is_retryable)
{
  *is_retryable = FALSE;
  if (ending->stopped != STOPPED_NOT)
    return stopped_reason (ending, is_retryable);
  if (WIFEXITED (ending->status) && WEXITSTATUS (ending->status) == 0)
    return NULL;
  if (lacks_memory (ending->says)
      && !(WIFSIGNALED (ending->status) && WTERMSIG (ending->status) == SIGKILL))
    return too_much_memory (ending);
  return WIFSIGNALED (ending->status) ? signal_reason (ending, is_retryable) : exit_reason (ending);
}
