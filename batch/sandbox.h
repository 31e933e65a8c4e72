/* batch/sandbox.h - what a process that reads untrusted bytes can still do: next to nothing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list of system calls (seccomp) leaves it memory, the clock, threads, what it has open, and
 * opening files to read: no socket, no program, no process, no file written, no signal sent.
 * Landlock, where the kernel has it, leaves of the files those of a few folders.  Limits bound its
 * computing, its memory and the length of files.  There is no way back.
 */
#pragma once

#include "model/error.h"

G_BEGIN_DECLS

typedef struct _Sandbox Sandbox;

/**
 * sandbox_new:
 * @folders: (element-type filename): what it may read, NULL-terminated; those that are not there do
 *   not matter
 * @error: return location for a #RecountError
 *
 * Returns: (transfer full): what sandbox_enter() of many processes needs; %NULL with
 *   %RECOUNT_ERROR_USAGE if the kernel filters no system calls
 */
Sandbox *sandbox_new (char *const *folders, GError **error);
void sandbox_free (Sandbox *sandbox);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sandbox, sandbox_free)

/* Returns: whether Landlock keeps files outside of the folders from being read. */
gboolean sandbox_has_landlock (const Sandbox *sandbox);

typedef struct
{
  guint seconds;  /* of computing; the process ends by SIGXCPU */
  guint64 memory; /* bytes, beside what it has already */
} SandboxLimits;

/* Sets the limits alone, which need nothing of the kernel's that could be missing; files cannot be
 * written any more. */
gboolean sandbox_limit (const SandboxLimits *limits);

/* Shuts the calling process in, with the first @n_files of its files; the others are closed.  A
 * system call that is not on the list is not made: its number is stored in @forbidden, and
 * the process ends with SANDBOX_EXIT.  Returns: FALSE if the kernel will not, and the process must
 * then do nothing. */
gboolean sandbox_enter (const Sandbox *sandbox, guint n_files, volatile int *forbidden);

/* Closes all but the first @n_files files of the process. */
gboolean sandbox_close_files (guint n_files);

#define SANDBOX_EXIT 70

/* Returns (transfer full): the name of a system call. */
char *sandbox_call_name (int number);

G_END_DECLS
