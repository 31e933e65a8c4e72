/* batch/sandbox.c - what a process that reads untrusted bytes can still do: next to nothing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define _GNU_SOURCE /* syscall(), close-on-exec of pipes and the like are no POSIX */
#include "batch/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/sched.h>
#include <linux/seccomp.h>
#include <seccomp.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "batch/landlock.h"
#include "model/shelf.h"

struct _Sandbox
{
  GByteArray *program; /* of struct sock_filter */
  int ruleset;         /* of Landlock, a file descriptor; -1 if the kernel has none */
};

/* Beyond the files that a process keeps. */
#define FIRST_FREE_FILE 16

/* ---- the list ---- */

/* What may be called with any arguments. */
static const char *const calls[] = {
  /* what is open already */
  "read",
  "readv",
  "pread64",
  "write",
  "writev",
  "close",
  "lseek",
  "fstat",
  "fcntl",
  "getdents64",
  "fstatfs",
  /* what there is on disk, but not what is in it */
  "stat",
  "lstat",
  "newfstatat",
  "statx",
  "statfs",
  "access",
  "faccessat",
  "faccessat2",
  "readlink",
  "readlinkat",
  "getcwd",
  /* memory */
  "brk",
  "mmap",
  "munmap",
  "mremap",
  "mprotect",
  "madvise",
  /* clock, chance, itself */
  "clock_gettime",
  "clock_getres",
  "gettimeofday",
  "time",
  "times",
  "getrusage",
  "getrandom",
  "getpid",
  "gettid",
  "getuid",
  "geteuid",
  "getgid",
  "getegid",
  "uname",
  "sysinfo",
  "sched_getaffinity",
  "sched_yield",
  "futex",
  "set_robust_list",
  "rseq",
  /* signals that it gets */
  "rt_sigaction",
  "rt_sigprocmask",
  "rt_sigreturn",
  "sigaltstack",
  "restart_syscall",
  /* the end */
  "exit",
  "exit_group",
};

/* The flags of open() that do more than read. */
#define WRITING (O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY))

/* What the C library asks for a thread with; a process is asked for with less. */
#define THREAD                                                                                     \
  (CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SYSVSEM | CLONE_SIGHAND | CLONE_THREAD | CLONE_SETTLS \
   | CLONE_PARENT_SETTID | CLONE_CHILD_CLEARTID)

/* What may be called with one argument of one value only. */
static const struct
{
  const char *name;
  struct scmp_arg_cmp argument;
} bound_calls[] = {
  { "open", { 1, SCMP_CMP_MASKED_EQ, WRITING, 0 } },
  { "openat", { 2, SCMP_CMP_MASKED_EQ, WRITING, 0 } },
  { "prlimit64", { 2, SCMP_CMP_EQ, 0, 0 } }, /* which asks, and sets nothing */
  { "clone", { 0, SCMP_CMP_EQ, THREAD, 0 } },
};

/* What libraries take no for an answer to. */
static const struct
{
  const char *name;
  int answer;
} refused_calls[] = {
  { "ioctl", ENOTTY },         /* is it a terminal? */
  { "getpeername", ENOTSOCK }, /* is it the machine's journal? */
  { "clone3", ENOSYS },        /* a thread or a process, in a block that no list can look into:
                                * clone() is asked then */
};

/* A call that this machine does not have is no error: the list is of all. */
static gboolean
allow (scmp_filter_ctx filter, const char *name, guint n_arguments,
       const struct scmp_arg_cmp *argument)
{
  int number = seccomp_syscall_resolve_name (name);
  return number == __NR_SCMP_ERROR
         || seccomp_rule_add_array (filter, SCMP_ACT_ALLOW, number, n_arguments, argument) == 0;
}

static gboolean
allow_all (scmp_filter_ctx filter)
{
  for (gsize i = 0; i < G_N_ELEMENTS (calls); i++)
    if (!allow (filter, calls[i], 0, NULL))
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (bound_calls); i++)
    if (!allow (filter, bound_calls[i].name, 1, &bound_calls[i].argument))
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (refused_calls); i++)
    if (seccomp_rule_add (filter, SCMP_ACT_ERRNO ((guint) refused_calls[i].answer),
                          seccomp_syscall_resolve_name (refused_calls[i].name), 0)
        != 0)
      return FALSE;
  return TRUE;
}

/* ---- made once ---- */

/* Returns (transfer full) (nullable): the list as the kernel wants it. */
static GByteArray *
compile_list (void)
{
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_TRAP);
  int file = memfd_create ("seccomp", MFD_CLOEXEC);
  g_autoptr (GByteArray) program = NULL;
  if (filter != NULL && file >= 0 && allow_all (filter) && seccomp_export_bpf (filter, file) == 0)
    {
      program = g_byte_array_new ();
      g_byte_array_set_size (program, (guint) lseek (file, 0, SEEK_END));
      if (pread (file, program->data, program->len, 0) != (gssize) program->len)
        g_clear_pointer (&program, g_byte_array_unref);
    }
  if (file >= 0)
    close (file);
  seccomp_release (filter);
  return g_steal_pointer (&program);
}

static gboolean
kernel_has_seccomp (void)
{
  guint32 action = SECCOMP_RET_TRAP;
  return syscall (SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
}

/* Returns: the file at a number that processes do not use for files of their own. */
static int
move_up (int file)
{
  if (file < 0)
    return -1;
  int moved = fcntl (file, F_DUPFD_CLOEXEC, FIRST_FREE_FILE);
  close (file);
  return moved;
}

Sandbox *
sandbox_new (char *const *folders, GError **error)
{
  g_autoptr (GByteArray) program = kernel_has_seccomp () ? compile_list () : NULL;
  if (program == NULL)
    {
      recount_fail (
          error, RECOUNT_ERROR_USAGE, NULL,
          "this kernel filters no system calls (seccomp), so that inputs cannot be read in "
          "a sandbox; --no-sandbox reads them without one");
      return NULL;
    }
  Sandbox *sandbox = g_new0 (Sandbox, 1);
  sandbox->program = g_steal_pointer (&program);
  sandbox->ruleset = move_up (landlock_new (folders));
  return sandbox;
}

void
sandbox_free (Sandbox *sandbox)
{
  if (sandbox == NULL)
    return;

  g_byte_array_unref (sandbox->program);
  if (sandbox->ruleset >= 0)
    close (sandbox->ruleset);
  g_free (sandbox);
}

gboolean
sandbox_has_landlock (const Sandbox *sandbox)
{
  return sandbox->ruleset >= 0;
}

/* ---- entered by each process ---- */

/* Where the handler of SIGSYS leaves the number: a handler gets no argument of ours. */
static volatile int *forbidden_call;

static void
note_forbidden (G_GNUC_UNUSED int signal, siginfo_t *info, G_GNUC_UNUSED void *context)
{
  *forbidden_call = info->si_syscall;
  _exit (SANDBOX_EXIT);
}

static gboolean
set_limit (int resource, rlim_t soft, rlim_t hard)
{
  const struct rlimit limit = { soft, hard };
  return setrlimit ((__rlimit_resource_t) resource, &limit) == 0;
}

/* Returns: the bytes of address space that the process has; 0 if nobody knows. */
static rlim_t
address_space (void)
{
  g_autofree char *pages = NULL;
  if (!g_file_get_contents ("/proc/self/statm", &pages, NULL, NULL))
    return 0;
  return (rlim_t) g_ascii_strtoull (pages, NULL, 10) * (rlim_t) sysconf (_SC_PAGESIZE);
}

gboolean
sandbox_limit (const SandboxLimits *limits)
{
  rlim_t space = address_space () + limits->memory;
  shelf_stay_in_memory (); /* no file may be written */
  return set_limit (RLIMIT_CPU, limits->seconds, limits->seconds + 1)
         && set_limit (RLIMIT_AS, space, space) && set_limit (RLIMIT_FSIZE, 0, 0)
         && set_limit (RLIMIT_CORE, 0, 0);
}

gboolean
sandbox_close_files (guint n_files)
{
  return close_range (n_files, ~0u, 0) == 0;
}

gboolean
sandbox_enter (const Sandbox *sandbox, guint n_files, volatile int *forbidden)
{
  forbidden_call = forbidden;
  struct sigaction action = { .sa_sigaction = note_forbidden, .sa_flags = SA_SIGINFO };
  const struct sock_fprog program
      = { (unsigned short) (sandbox->program->len / sizeof (struct sock_filter)),
          (struct sock_filter *) (gpointer) sandbox->program->data };
  return sigaction (SIGSYS, &action, NULL) == 0 && prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
         && landlock_enter (sandbox->ruleset) && sandbox_close_files (n_files)
         && syscall (SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) == 0;
}

char *
sandbox_call_name (int number)
{
  char *name = seccomp_syscall_resolve_num_arch (SCMP_ARCH_NATIVE, number);
  char *copy = name != NULL ? g_strdup (name) : g_strdup_printf ("number %d", number);
  free (name); /* NOLINT: the library allocates it */
  return copy;
}
