/* tests/batch/nest.c - a folder for one test, with the files that it asks for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/batch/nest.h"

#include <criterion/criterion.h>
#include <glib/gstdio.h>

Nest *
nest_new (void)
{
  Nest *nest = g_new0 (Nest, 1);
  nest->folder = g_dir_make_tmp ("recount-XXXXXX", NULL);
  cr_assert_not_null (nest->folder, "no temporary folder");
  return nest;
}

void
nest_free (Nest *nest)
{
  if (nest == NULL)
    return;

  nest_run (nest, "chmod -R u+rwX . && rm -rf \"$PWD\"");
  g_free (nest->folder);
  g_free (nest);
}

char *
nest_path (const Nest *nest, const char *name)
{
  return g_build_filename (nest->folder, name, NULL);
}

void
nest_write (const Nest *nest, const char *name, const char *text)
{
  g_autofree char *path = nest_path (nest, name);
  g_autofree char *folder = g_path_get_dirname (path);
  cr_assert_eq (g_mkdir_with_parents (folder, 0777), 0);
  cr_assert (g_file_set_contents (path, text, -1, NULL), "cannot write %s", path);
}

void
nest_run (const Nest *nest, const char *command)
{
  char *words[] = { "/bin/sh", "-c", (char *) command, NULL };
  int status = -1;
  g_autofree char *errors = NULL;
  cr_assert (g_spawn_sync (nest->folder, words, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &errors,
                           &status, NULL));
  cr_assert_eq (status, 0, "%s: %s", command, errors);
}
