/* tests/golden/scratch.c - a folder for one test, and the program run in it as a user would.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/golden/scratch.h"

#include <criterion/criterion.h>

/* The folder of the built program, which the tests' own program lies beside. */
static char *
program_folder (void)
{
  g_autofree char *tests = g_file_read_link ("/proc/self/exe", NULL);
  return g_path_get_dirname (tests);
}

Scratch *
scratch_new (void)
{
  Scratch *scratch = g_new0 (Scratch, 1);
  scratch->folder = g_dir_make_tmp ("recount-XXXXXX", NULL);
  cr_assert_not_null (scratch->folder, "no temporary folder");
  g_autofree char *root = g_get_current_dir ();
  g_autofree char *programs = program_folder ();
  scratch_must (scratch, "ln -s '%s/recount' '%s/data' '%s/fixtures' .", programs, root, root);
  return scratch;
}

void
scratch_free (Scratch *scratch)
{
  if (scratch == NULL)
    return;

  scratch_run (scratch, "chmod -R u+rwX . && rm -rf \"$PWD\"");
  g_free (scratch->folder);
  g_free (scratch->out);
  g_free (scratch->errors);
  g_free (scratch);
}

static char **
environment (void)
{
  g_autofree char *root = g_get_current_dir ();
  g_autofree char *data = g_build_filename (root, "data", NULL);
  g_autofree char *programs = program_folder ();
  g_autofree char *path = g_strconcat (programs, ":", g_getenv ("PATH"), NULL);
  char **variables = g_get_environ ();
  variables = g_environ_setenv (variables, "PATH", path, TRUE);
  return g_environ_setenv (variables, "RECOUNT_DATA", data, TRUE);
}

/* Returns: the exit code; -1 if a signal ended the command. */
static int
exit_code (int wait_status)
{
  g_autoptr (GError) reason = NULL;
  if (g_spawn_check_wait_status (wait_status, &reason))
    return 0;
  return reason->domain == G_SPAWN_EXIT_ERROR ? reason->code : -1;
}

static void
run (Scratch *scratch, char *command)
{
  g_clear_pointer (&scratch->out, g_free);
  g_clear_pointer (&scratch->errors, g_free);
  char *words[] = { "/bin/sh", "-c", command, NULL };
  g_auto (GStrv) variables = environment ();
  int status = -1;
  g_autoptr (GError) error = NULL;
  g_spawn_sync (scratch->folder, words, variables, G_SPAWN_DEFAULT, NULL, NULL, &scratch->out,
                &scratch->errors, &status, &error);
  cr_assert_null (error);
  scratch->code = exit_code (status);
}

void
scratch_run (Scratch *scratch, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *command = g_strdup_vprintf (format, args);
  va_end (args);
  run (scratch, command);
}

void
scratch_must (Scratch *scratch, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *command = g_strdup_vprintf (format, args);
  va_end (args);
  run (scratch, command);
  cr_assert_eq (scratch->code, 0, "exit code %d: %s\n%s%s", scratch->code, command, scratch->out,
                scratch->errors);
}

void
scratch_write (const Scratch *scratch, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (scratch->folder, name, NULL);
  cr_assert (g_file_set_contents (path, text, -1, NULL), "cannot write %s", path);
}

void
scratch_write_decisions (Scratch *scratch, const char *rows)
{
  scratch_must (scratch,
                "cat > d.csv << END\n"
                "source_sha256,about,decision,rule,indicator_no,ref,measure,comparator,period,"
                "component,page,x0,y0,x1,y1,printed,value,who,when,why\n%sEND\n",
                rows);
}

char *
scratch_read (const Scratch *scratch, const char *name)
{
  g_autofree char *path = g_build_filename (scratch->folder, name, NULL);
  char *text = NULL;
  cr_assert (g_file_get_contents (path, &text, NULL, NULL), "cannot read %s", path);
  return text;
}

gboolean
scratch_has (const Scratch *scratch, const char *name)
{
  g_autofree char *path = g_build_filename (scratch->folder, name, NULL);
  return g_file_test (path, G_FILE_TEST_EXISTS);
}
