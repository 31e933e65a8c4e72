/* tests/batch/nest.h - a folder for one test, with the files that it asks for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *folder; /* owned */
} Nest;

Nest *nest_new (void);
void nest_free (Nest *nest); /* removes the folder */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Nest, nest_free)

/* Returns (transfer full): the path of a name in the folder. */
char *nest_path (const Nest *nest, const char *name);

/* Writes a file, with the folders that it needs. */
void nest_write (const Nest *nest, const char *name, const char *text);

/* Runs a shell's command in the folder, which must succeed. */
void nest_run (const Nest *nest, const char *command);

G_END_DECLS
