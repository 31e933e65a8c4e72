/* batch/worker.c - a process of its own for one piece of work on untrusted bytes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define _GNU_SOURCE /* pipe2(), syscall() and MAP_ANONYMOUS are no POSIX */
#include "batch/worker.h"

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define WORKER_OUT 3
#define N_FILES (WORKER_FILE + 1) /* that the process keeps */
#define PIPE_BYTES                                                                                 \
  (1024 * 1024)       /* what a worker can write while nobody reads; a report is less              \
                       */
#define MAX_SAYS 4096 /* bytes of what it says that are kept */
#define NO_CALL (-1)
#define ROOM_BYTES (64 * 1024 * 1024)

enum
{
  OUTPUT,
  SAYS,
  N_PIPES
};

struct _Worker
{
  WorkerPlan plan;
  pid_t pid;   /* 0 once it has ended */
  int process; /* a file descriptor that tells its end, which comes behind that of the pipes; -1 if
                * the kernel has none */
  int status;
  Stopped stopped;
  int pipes[N_PIPES];      /* -1 once they are at their end */
  volatile int *forbidden; /* shared with the process */
  gint64 deadline;         /* of the monotonic clock */
  GByteArray *output;
  GString *says;
};

/* ---- in the process ---- */

/* Moves what the process keeps to its numbers; what has other numbers is closed later. */
static gboolean
keep_files (const WorkerPlan *plan, const int *pipes)
{
  /* Numbers beyond those that they get, so that none is overwritten before it is moved. */
  int out = fcntl (pipes[OUTPUT], F_DUPFD, N_FILES);
  int says = fcntl (pipes[SAYS], F_DUPFD, N_FILES);
  int nothing = open ("/dev/null", O_RDONLY);
  int file = fcntl (plan->file < 0 ? nothing : plan->file, F_DUPFD, N_FILES);
  return dup2 (nothing, STDIN_FILENO) >= 0 && dup2 (says, STDOUT_FILENO) >= 0
         && dup2 (says, STDERR_FILENO) >= 0 && dup2 (out, WORKER_OUT) >= 0
         && dup2 (file, WORKER_FILE) >= 0;
}

/* A person's Ctrl-C goes to all processes of a terminal, but what runs is finished; a parent that
 * is killed leaves nothing behind. */
static gboolean
follow_parent (pid_t parent)
{
  const struct sigaction ignore = { .sa_handler = SIG_IGN }, usual = { .sa_handler = SIG_DFL };
  return sigaction (SIGINT, &ignore, NULL) == 0 && sigaction (SIGTERM, &usual, NULL) == 0
         && prctl (PR_SET_PDEATHSIG, SIGKILL) == 0 && getppid () == parent;
}

/* A copy begins with next to no memory of its own, and each page that it takes is a fault.  Room
 * for what most reports need is set aside for huge pages, of which the kernel gives those that are
 * used; without them it just is slower. */
static void
set_room_aside (void)
{
  mallopt (M_TRIM_THRESHOLD, ROOM_BYTES * 2);
  mallopt (M_MMAP_THRESHOLD, ROOM_BYTES * 2);
  char *room = malloc (ROOM_BYTES);
  gsize page = (gsize) sysconf (_SC_PAGESIZE);
  /* cppcheck-suppress uninitdata ; its address alone is asked for */
  gsize before = page - (guintptr) room % page;
  if (room != NULL)
    madvise (room + before, (ROOM_BYTES - before) / page * page, MADV_HUGEPAGE);
  free (room);
}

static gboolean
shut_in (const WorkerPlan *plan, const int *pipes, volatile int *forbidden, pid_t parent)
{
  return follow_parent (parent) && keep_files (plan, pipes) && sandbox_limit (&plan->limits)
         && (plan->sandbox == NULL ? sandbox_close_files (N_FILES)
                                   : sandbox_enter (plan->sandbox, N_FILES, forbidden));
}

G_NORETURN static void
be_worker (const WorkerPlan *plan, const int *pipes, volatile int *forbidden, pid_t parent,
           WorkerFunc func, gpointer data)
{
  set_room_aside ();
  if (!shut_in (plan, pipes, forbidden, parent))
    {
      static const char trouble[] = "the machine will not make a sandbox\n";
      _exit (write (STDERR_FILENO, trouble, sizeof trouble - 1) < 0 ? EXIT_FAILURE : SANDBOX_EXIT);
    }
  FILE *out = fdopen (WORKER_OUT, "w");
  if (out == NULL)
    _exit (EXIT_FAILURE);
  func (out, data);
  /* No atexit(): what the parent has open is the parent's to close. */
  _exit (fclose (out) == 0 ? EXIT_SUCCESS : EXIT_FAILURE);
}

/* ---- its parent ---- */

static void
close_file (int *file)
{
  if (*file >= 0)
    close (*file);
  *file = -1;
}

/* Opens both pipes: @ends are the worker's. */
static gboolean
open_pipes (Worker *worker, int *ends)
{
  for (int i = 0; i < N_PIPES; i++)
    {
      int pair[2];
      if (pipe2 (pair, O_CLOEXEC) != 0)
        return FALSE;
      worker->pipes[i] = pair[0];
      ends[i] = pair[1];
      fcntl (pair[0], F_SETFL, O_NONBLOCK);
    }
  fcntl (ends[OUTPUT], F_SETPIPE_SZ, PIPE_BYTES); /* if it may not be so much, it is just slower */
  return TRUE;
}

static gboolean
fork_worker (Worker *worker, WorkerFunc func, gpointer data)
{
  int ends[N_PIPES] = { -1, -1 };
  pid_t parent = getpid ();
  gboolean is_ready = open_pipes (worker, ends);
  worker->pid = is_ready ? fork () : -1;
  if (worker->pid == 0)
    be_worker (&worker->plan, ends, worker->forbidden, parent, func, data);
  int reason = errno;
  for (int i = 0; i < N_PIPES; i++)
    close_file (&ends[i]);
  if (worker->pid > 0)
    worker->process = (int) syscall (SYS_pidfd_open, worker->pid, 0);
  errno = reason;
  return worker->pid > 0;
}

static gint64
deadline_of (const Worker *worker)
{
  return g_get_monotonic_time () + (gint64) worker->plan.wall_seconds * G_USEC_PER_SEC;
}

Worker *
worker_start (const WorkerPlan *plan, WorkerFunc func, gpointer data, GError **error)
{
  g_autoptr (Worker) worker = g_new0 (Worker, 1);
  worker->plan = *plan;
  worker->process = worker->pipes[OUTPUT] = worker->pipes[SAYS] = -1;
  worker->output = g_byte_array_new ();
  worker->says = g_string_new (NULL);
  worker->deadline = deadline_of (worker);
  worker->forbidden = mmap (NULL, sizeof *worker->forbidden, PROT_READ | PROT_WRITE,
                            MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (worker->forbidden != MAP_FAILED)
    *worker->forbidden = NO_CALL;
  if (worker->forbidden != MAP_FAILED && fork_worker (worker, func, data))
    return g_steal_pointer (&worker);
  worker->pid = 0;
  recount_fail (error, RECOUNT_ERROR_OUTPUT, NULL, "no process to read it in: %s",
                g_strerror (errno));
  return NULL;
}

void
worker_free (Worker *worker)
{
  if (worker == NULL)
    return;

  worker_stop (worker);
  if (worker->pid > 0)
    waitpid (worker->pid, &worker->status, 0);
  close_file (&worker->process);
  for (int i = 0; i < N_PIPES; i++)
    close_file (&worker->pipes[i]);
  if (worker->forbidden != MAP_FAILED)
    munmap ((gpointer) worker->forbidden, sizeof *worker->forbidden);
  g_byte_array_unref (worker->output);
  g_string_free (worker->says, TRUE);
  g_free (worker);
}

void
worker_fill_poll (const Worker *worker, GPollFD *polls)
{
  const int files[WORKER_POLLS] = { worker->pipes[OUTPUT], worker->pipes[SAYS], worker->process };
  for (gsize i = 0; i < WORKER_POLLS; i++)
    polls[i] = (GPollFD){ .fd = files[i], .events = G_IO_IN | G_IO_HUP };
}

static void
end_worker (Worker *worker, Stopped why)
{
  if (worker->pid <= 0 || worker->stopped != STOPPED_NOT)
    return;
  worker->stopped = why;
  kill (worker->pid, SIGKILL);
}

static void
keep (Worker *worker, int which, const char *bytes, gsize n_bytes)
{
  if (which == SAYS)
    {
      gsize room = MAX_SAYS - MIN (MAX_SAYS, worker->says->len);
      g_string_append_len (worker->says, bytes, (gssize) MIN (n_bytes, room));
      return;
    }
  if (worker->output->len + n_bytes > worker->plan.output_bytes)
    end_worker (worker, STOPPED_TOO_MUCH);
  else
    g_byte_array_append (worker->output, (const guint8 *) bytes, (guint) n_bytes);
}

/* Takes what is in a pipe, and not for ever what is written meanwhile. */
static void
drain (Worker *worker, int which)
{
  static char bytes[65536];
  for (guint i = 0; i <= PIPE_BYTES / sizeof bytes && worker->pipes[which] >= 0
                    && worker->stopped == STOPPED_NOT;
       i++)
    {
      ssize_t n = read (worker->pipes[which], bytes, sizeof bytes);
      if (n > 0)
        keep (worker, which, bytes, (gsize) n);
      else if (n < 0 && errno == EAGAIN)
        return;
      else if (n == 0 || errno != EINTR)
        close_file (&worker->pipes[which]);
    }
}

/* Whether the process is no more.  Both its pipes are looked at once again then: what it wrote last
 * may still be in them. */
static gboolean
reap (Worker *worker)
{
  int status = 0;
  if (waitpid (worker->pid, &status, WNOHANG) != worker->pid)
    return FALSE;
  worker->pid = 0;
  worker->status = status;
  close_file (&worker->process);
  drain (worker, OUTPUT);
  drain (worker, SAYS);
  return TRUE;
}

gboolean
worker_step (Worker *worker)
{
  if (worker->pid <= 0)
    return TRUE;
  drain (worker, OUTPUT);
  drain (worker, SAYS);
  if (g_get_monotonic_time () > worker->deadline)
    end_worker (worker, STOPPED_TOO_LONG);
  return reap (worker);
}

void
worker_pause (Worker *worker)
{
  worker->deadline = deadline_of (worker);
}

void
worker_stop (Worker *worker)
{
  end_worker (worker, STOPPED_BY_PERSON);
}

GByteArray *
worker_output (Worker *worker)
{
  return worker->output;
}

char *
worker_reason (const Worker *worker, gboolean *is_retryable)
{
  const Ending ending = {
    .status = worker->status,
    .stopped = worker->stopped,
    .forbidden_call = *worker->forbidden,
    .says = worker->says->str,
    .seconds = worker->plan.limits.seconds,
    .wall_seconds = worker->plan.wall_seconds,
    .memory_bytes = worker->plan.limits.memory,
    .output_bytes = worker->plan.output_bytes,
  };
  return ending_reason (&ending, is_retryable);
}

gboolean
worker_was_killed (const Worker *worker)
{
  return worker->stopped == STOPPED_NOT && WIFSIGNALED (worker->status)
         && (WTERMSIG (worker->status) == SIGKILL || WTERMSIG (worker->status) == SIGTERM);
}

GPid
worker_pid (const Worker *worker)
{
  return worker->pid;
}
