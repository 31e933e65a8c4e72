/* tests/golden/scratch.h - a folder for one test, and the program run in it as a user would.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Links to the built program and to the project's `data` and `fixtures` lie in it. */
typedef struct
{
  char *folder;
  int code;     /* exit code of the last command; -1 if a signal ended it */
  char *out;    /* its standard output */
  char *errors; /* its standard error */
} Scratch;

Scratch *scratch_new (void);
void scratch_free (Scratch *scratch); /* removes the folder */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Scratch, scratch_free)

/* Runs a shell's command in the folder, with `recount` on the PATH, and keeps what it gave. */
void scratch_run (Scratch *scratch, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* As scratch_run(), for what must succeed if the test is to mean anything. */
void scratch_must (Scratch *scratch, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Writes a file into the folder. */
void scratch_write (const Scratch *scratch, const char *name, const char *text);

/* Writes `d.csv`, decisions.csv with these rows, which a shell may fill: SHA_OF (FILE) in them is
 * the checksum of a file. */
void scratch_write_decisions (Scratch *scratch, const char *rows);
#define SHA_OF(file) "$(sha256sum < " file " | cut -c-64)"

/* Returns (transfer full): a file of the folder, which must be there. */
char *scratch_read (const Scratch *scratch, const char *name);

gboolean scratch_has (const Scratch *scratch, const char *name);

G_END_DECLS
