/* tests/batch/test_worker.c - tests of batch/worker.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define _GNU_SOURCE /* syscall() */
#include "batch/worker.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#define MEGABYTE (1024 * 1024)

/* What became of a worker. */
typedef struct
{
  char *output, *reason; /* owned */
  gboolean is_retryable;
} Result;

static void
result_clear (Result *result)
{
  g_free (result->output);
  g_free (result->reason);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Result, result_clear)

static void
wait_for (Worker *worker)
{
  while (!worker_step (worker))
    {
      GPollFD polls[WORKER_POLLS];
      worker_fill_poll (worker, polls);
      g_poll (polls, WORKER_POLLS, 20);
    }
}

static Result
finish (Worker *source)
{
  g_autoptr (Worker) worker = source;
  wait_for (worker);
  Result result = { .output = g_strndup ((const char *) worker_output (worker)->data,
                                         worker_output (worker)->len) };
  result.reason = worker_reason (worker, &result.is_retryable);
  return result;
}

static WorkerPlan
usual_plan (void)
{
  return (WorkerPlan){ .limits = { .seconds = 20, .memory = 256 * MEGABYTE },
                       .wall_seconds = 20,
                       .output_bytes = MEGABYTE,
                       .file = -1 };
}

static Result
run (const WorkerPlan *plan, WorkerFunc func)
{
  g_autoptr (GError) error = NULL;
  Worker *worker = worker_start (plan, func, NULL, &error);
  cr_assert_null (error);
  return finish (worker);
}

/* The same in a sandbox that lets it read nothing but `fixtures`. */
static Result
run_shut_in (WorkerFunc func)
{
  g_autofree char *root = g_get_current_dir ();
  g_autofree char *fixtures = g_build_filename (root, "fixtures", NULL);
  char *const folders[] = { fixtures, NULL };
  g_autoptr (Sandbox) sandbox = sandbox_new (folders, NULL);
  cr_assert_not_null (sandbox);
  WorkerPlan plan = usual_plan ();
  plan.sandbox = sandbox;
  return run (&plan, func);
}

static void
assert_says (const Result *result, const char *part)
{
  cr_assert_not_null (result->reason, "it ended well: %s", result->output);
  cr_expect_not_null (strstr (result->reason, part), "'%s' lacks '%s'", result->reason, part);
}

/* What it writes */

static void
greet (FILE *out, G_GNUC_UNUSED gpointer data)
{
  printf ("this is not its output\n");
  fputs ("hello", out);
}

Test (worker, hands_its_output_to_its_parent)
{
  WorkerPlan plan = usual_plan ();
  g_auto (Result) result = run (&plan, greet);
  cr_expect_str_eq (result.output, "hello");
  cr_expect_null (result.reason);

  g_auto (Result) shut_in = run_shut_in (greet);
  cr_expect_str_eq (shut_in.output, "hello");
  cr_expect_null (shut_in.reason, "%s", shut_in.reason);
}

/* Its pipes are at their end a while before it is. */
static void
close_all_and_linger (G_GNUC_UNUSED FILE *out, G_GNUC_UNUSED gpointer data)
{
  for (int file = 0; file <= WORKER_FILE; file++)
    close (file);
  g_usleep (G_USEC_PER_SEC / 5);
}

Test (worker, wakes_its_parent_when_it_ends)
{
  WorkerPlan plan = usual_plan ();
  gint64 begun = g_get_monotonic_time ();
  g_autoptr (Worker) worker = worker_start (&plan, close_all_and_linger, NULL, NULL);
  while (!worker_step (worker))
    {
      GPollFD polls[WORKER_POLLS];
      worker_fill_poll (worker, polls);
      g_poll (polls, WORKER_POLLS, 15000);
    }
  cr_expect (lt (i64, g_get_monotonic_time () - begun, (gint64) 10 * G_USEC_PER_SEC));
}

static void
write_without_end (FILE *out, G_GNUC_UNUSED gpointer data)
{
  for (;;)
    fputs ("more and more ", out);
}

Test (worker, is_ended_if_it_writes_too_much)
{
  WorkerPlan plan = usual_plan ();
  g_auto (Result) result = run (&plan, write_without_end);
  assert_says (&result, "gave more than 1 MB of output; --max-output=N");
  cr_expect (zero (int, result.is_retryable));
}

static void
copy_file (FILE *out, G_GNUC_UNUSED gpointer data)
{
  char bytes[8] = "";
  ssize_t n = read (WORKER_FILE, bytes, sizeof bytes - 1);
  fprintf (out, "%s%s", bytes, n > 0 && fcntl (WORKER_FILE + 1, F_GETFD) < 0 ? "" : "!");
}

Test (worker, has_the_file_that_it_is_given_and_no_other)
{
  int other = open ("fixtures", O_RDONLY), file = open ("fixtures/layout-2015.pdf", O_RDONLY);
  WorkerPlan plan = usual_plan ();
  plan.file = file;
  g_auto (Result) result = run (&plan, copy_file);
  cr_expect_str_eq (result.output, "%PDF-1.");
  close (file);
  close (other);
}

/* How it ends */

static void
spin (G_GNUC_UNUSED FILE *out, G_GNUC_UNUSED gpointer data)
{
  for (volatile guint i = 0;; i++)
    ;
}

Test (worker, may_compute_for_so_long)
{
  WorkerPlan plan = usual_plan ();
  plan.limits.seconds = 1;
  g_auto (Result) result = run (&plan, spin);
  assert_says (&result, "took more than 1 seconds of computing to read; --max-seconds=N");
  cr_expect (zero (int, result.is_retryable));
}

static void
sleep_on (G_GNUC_UNUSED FILE *out, G_GNUC_UNUSED gpointer data)
{
  g_usleep (G_USEC_PER_SEC * 1000);
}

Test (worker, may_wait_for_so_long)
{
  WorkerPlan plan = usual_plan ();
  plan.wall_seconds = 1;
  g_auto (Result) result = run (&plan, sleep_on);
  assert_says (&result, "was not read after 1 seconds");
  cr_expect (result.is_retryable);
}

static void
fill_memory (FILE *out, G_GNUC_UNUSED gpointer data)
{
  for (gsize n = 0; n < 1024; n++)
    {
      char *megabyte = g_malloc (MEGABYTE);
      memset (megabyte, (int) n, MEGABYTE);
    }
  fputs ("a gigabyte was there", out);
}

#ifdef __SANITIZE_ADDRESS__ /* whose own report of it no worker can write */
#define KEEPS_MALLOC FALSE
#else
#define KEEPS_MALLOC TRUE
#endif

Test (worker, may_allocate_so_much, .disabled = !KEEPS_MALLOC)
{
  WorkerPlan plan = usual_plan ();
  g_auto (Result) result = run (&plan, fill_memory);
  assert_says (&result, "needed more than 256 MB of memory to read; --max-memory=N");
  g_auto (Result) shut_in = run_shut_in (fill_memory);
  assert_says (&shut_in, "needed more than 256 MB of memory to read");
}

static void
crash (G_GNUC_UNUSED FILE *out, G_GNUC_UNUSED gpointer data)
{
  signal (SIGSEGV, SIG_DFL); /* no sanitizer's report */
  raise (SIGSEGV);
}

/* A GThreadFunc. */
static gpointer
crash_apart (gpointer data)
{
  crash (data, NULL);
  return NULL;
}

static void
crash_in_a_thread (FILE *out, G_GNUC_UNUSED gpointer data)
{
  g_thread_join (g_thread_new (NULL, crash_apart, out));
}

static void
give_up (G_GNUC_UNUSED FILE *out, G_GNUC_UNUSED gpointer data)
{
  fprintf (stderr, "first\nthe table is bent\n");
  abort ();
}

Test (worker, that_crashes_says_how)
{
  WorkerPlan plan = usual_plan ();
  g_auto (Result) result = run (&plan, crash);
  assert_says (&result, "its reader crashed: Segmentation fault (SIGSEGV)");
  cr_expect (zero (int, result.is_retryable));

  g_auto (Result) apart = run (&plan, crash_in_a_thread);
  assert_says (&apart, "its reader crashed: Segmentation fault (SIGSEGV)");

  g_auto (Result) shut_in = run_shut_in (give_up);
  assert_says (&shut_in, "its reader gave up: the table is bent");
}

static void
die (G_GNUC_UNUSED FILE *out, G_GNUC_UNUSED gpointer data)
{
  raise (SIGKILL);
}

Test (worker, that_is_killed_from_outside_can_be_tried_again)
{
  WorkerPlan plan = usual_plan ();
  g_auto (Result) result = run (&plan, die);
  assert_says (&result, "killed from outside");
  cr_expect (result.is_retryable);
}

static void
fail (G_GNUC_UNUSED FILE *out, G_GNUC_UNUSED gpointer data)
{
  _exit (9);
}

Test (worker, that_gives_up_says_its_code)
{
  WorkerPlan plan = usual_plan ();
  g_auto (Result) result = run (&plan, fail);
  assert_says (&result, "gave up with code 9");
}

Test (worker, stops_when_it_is_told_to)
{
  WorkerPlan plan = usual_plan ();
  Worker *worker = worker_start (&plan, sleep_on, NULL, NULL);
  worker_stop (worker);
  g_auto (Result) result = finish (worker);
  assert_says (&result, "when the batch was stopped");
  cr_expect (result.is_retryable);
}

/* What it cannot do in a sandbox */

static void
write_file (FILE *out, G_GNUC_UNUSED gpointer data)
{
  fprintf (out, "%d", open ("/tmp/recount-should-not-be", O_WRONLY | O_CREAT, 0600));
}

static void
change_file (FILE *out, G_GNUC_UNUSED gpointer data)
{
  fprintf (out, "%d", open ("fixtures/layout-2015.pdf", O_RDWR));
}

static void
cut_file (FILE *out, G_GNUC_UNUSED gpointer data)
{
  fprintf (out, "%d", truncate ("/tmp/recount-should-not-be", 0));
}

static void
remove_file (FILE *out, G_GNUC_UNUSED gpointer data)
{
  fprintf (out, "%d", unlink ("/tmp/recount-should-not-be"));
}

static void
call_out (FILE *out, G_GNUC_UNUSED gpointer data)
{
  struct sockaddr_in address
      = { .sin_family = AF_INET, .sin_port = htons (9), .sin_addr = { htonl (INADDR_LOOPBACK) } };
  int line = socket (AF_INET, SOCK_STREAM, 0);
  fprintf (out, "%d", connect (line, (struct sockaddr *) &address, sizeof address));
}

static void
multiply (FILE *out, G_GNUC_UNUSED gpointer data)
{
  fprintf (out, "%d", (int) fork ());
}

static void
become (FILE *out, G_GNUC_UNUSED gpointer data)
{
  fprintf (out, "%d", execl ("/bin/true", "true", NULL));
}

static void
send_signal (FILE *out, G_GNUC_UNUSED gpointer data)
{
  fprintf (out, "%d", kill (getpid (), SIGWINCH));
}

static void
lift_limit (FILE *out, G_GNUC_UNUSED gpointer data)
{
  const struct rlimit limit = { RLIM_INFINITY, RLIM_INFINITY };
  fprintf (out, "%d", setrlimit (RLIMIT_AS, &limit));
}

static void
assert_forbids (WorkerFunc func, const char *call)
{
  g_auto (Result) result = run_shut_in (func);
  g_autofree char *reason
      = g_strconcat ("was stopped by the sandbox, for it tried the system call ", call, NULL);
  assert_says (&result, reason);
  cr_expect (zero (int, result.is_retryable));
}

Test (worker, in_a_sandbox_writes_no_file)
{
  assert_forbids (write_file, "openat");
  assert_forbids (change_file, "openat");
  assert_forbids (cut_file, "truncate");
  assert_forbids (remove_file, "unlink");
  cr_expect_neq (access ("/tmp/recount-should-not-be", F_OK), 0);
}

Test (worker, in_a_sandbox_reaches_no_network) { assert_forbids (call_out, "socket"); }

Test (worker, in_a_sandbox_starts_no_process_and_no_program)
{
  assert_forbids (multiply, "clone");
  assert_forbids (become, "execve");
}

/* A GThreadFunc. */
static gpointer
say_that_it_runs (gpointer data)
{
  fprintf (data, "it runs");
  return data;
}

static void
work_in_two_threads (FILE *out, G_GNUC_UNUSED gpointer data)
{
  GThread *thread = g_thread_new (NULL, say_that_it_runs, out);
  fprintf (out, "%s", g_thread_join (thread) == out ? " and ends" : "");
}

/* A GThreadFunc. */
static gpointer
call_out_of_a_thread (gpointer data)
{
  call_out (data, NULL);
  return NULL;
}

static void
call_out_in_two_threads (FILE *out, G_GNUC_UNUSED gpointer data)
{
  g_thread_join (g_thread_new (NULL, call_out_of_a_thread, out));
}

Test (worker, in_a_sandbox_has_threads_which_are_in_it_too)
{
  g_auto (Result) result = run_shut_in (work_in_two_threads);
  cr_expect_null (result.reason, "%s", result.reason);
  cr_expect_str_eq (result.output, "it runs and ends");
  assert_forbids (call_out_in_two_threads, "socket");
}

/* Asks for a process in a block that the list cannot look into. */
static void
multiply_unseen (FILE *out, G_GNUC_UNUSED gpointer data)
{
  struct clone_args arguments = { .exit_signal = SIGCHLD };
  errno = 0;
  long child = syscall (SYS_clone3, &arguments, sizeof arguments);
  fprintf (out, "%ld %s", child, errno == ENOSYS ? "no such call" : "");
}

Test (worker, in_a_sandbox_gets_no_process_by_asking_otherwise)
{
  g_auto (Result) result = run_shut_in (multiply_unseen);
  cr_expect_str_eq (result.output, "-1 no such call");
}

Test (worker, in_a_sandbox_sends_no_signal_and_lifts_no_limit)
{
  assert_forbids (send_signal, "kill");
  assert_forbids (lift_limit, "prlimit64");
}

static void
read_files (FILE *out, G_GNUC_UNUSED gpointer data)
{
  fprintf (out, "%s %s", open ("fixtures/layout-2015.pdf", O_RDONLY) >= 0 ? "read" : "denied",
           open ("README.md", O_RDONLY) >= 0 ? "read" : "denied");
}

Test (worker, in_a_sandbox_reads_files_of_its_folders_alone)
{
  g_auto (Result) result = run_shut_in (read_files);
  cr_expect_str_eq (result.output, "read denied");
}
