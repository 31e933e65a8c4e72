/* cli/main.c - the command line: finds the sub-command, runs it, prints its error.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <errno.h>
#include <locale.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <signal.h>
#include <stdio.h>

#include "cli/command.h"
#include "model/error.h"

#define LARGE_BYTES (1 << 20)

typedef struct
{
  const char *name;
  const char *operands; /* as help prints them */
  const char *summary;
  CommandRun run;
} Command;

static const Command commands[] = {
  { "run", "INPUT... -o DIR", "Read reports and write the data package", command_run },
  { "extract", "INPUT...", "Read inputs into pages (JSON Lines)", command_extract },
  { "parse", "", "Read pages into reports (filter)", command_parse },
  { "check", "", "Hold reports against themselves (filter)", command_check },
  { "emit", "-o DIR", "Write the data package of checked reports", command_emit },
  { "tables", "FILE...", "Print each table of any PDF as CSV", command_tables },
  { "backfill", "INPUT... --store URI", "Read many reports into a store, resumable",
    command_backfill },
  { "series", "--store URI REF", "Print an indicator through all reports of a store",
    command_series },
  { "revisions", "--store URI", "List what later reports of a store print otherwise",
    command_revisions },
  { "export", "--store URI -o DIR", "Write the data package of a whole store", command_export },
  { "explain", "[RULE]", "Say what a rule checks, or list the rules", command_explain },
};

static void
print_usage (FILE *out)
{
  fprintf (out, "usage: recount COMMAND [OPTIONS] [ARGUMENTS]\n\n");
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    fprintf (out, "  %-9s %-20s %s\n", commands[i].name, commands[i].operands, commands[i].summary);
  fprintf (out, "\n`recount COMMAND --help` tells the options; `recount --version` the version.\n");
}

static const Command *
find_command (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];
  return NULL;
}

/* A full disk shows only when stdout is flushed. */
static gboolean
flush_stdout (GError **error)
{
  Where where = WHERE_FILE ("standard output");
  if (fflush (stdout) == 0 && !ferror (stdout))
    return TRUE;
  return recount_fail (error, RECOUNT_ERROR_OUTPUT, &where, "%s", g_strerror (errno));
}

static int
run_command (const Command *command, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int code = command->run (argc, argv, &error);
  if (error == NULL && !flush_stdout (&error))
    code = EXIT_ALL_FAILED;
  g_assert (error == NULL || code != EXIT_DONE);
  if (error != NULL)
    fprintf (stderr, "recount: %s\n", error->message);
  return code;
}

/* What is large goes back to the system as soon as it is freed.  Left alone, glibc learns from the
 * first large block (an input) to carve the next ones out of its heap, whose holes stay. */
static void
keep_memory_whole (void)
{
#ifdef __GLIBC__
  mallopt (M_MMAP_THRESHOLD, LARGE_BYTES);
#endif
}

int
main (int argc, char **argv)
{
  keep_memory_whole ();
  signal (SIGXFSZ, SIG_IGN); /* a file that may not grow any more is an error like a full disk */
  setlocale (LC_CTYPE, "");  /* messages only: data never meets the locale */
  g_set_prgname ("recount");
  const char *name = argc > 1 ? argv[1] : "";
  if (g_str_equal (name, "--version"))
    {
      printf ("recount %s\n", RECOUNT_VERSION);
      return EXIT_DONE;
    }
  if (g_str_equal (name, "help") || g_str_equal (name, "--help"))
    {
      print_usage (stdout);
      return EXIT_DONE;
    }

  const Command *command = find_command (name);
  if (command != NULL)
    return run_command (command, argc - 1, argv + 1);
  if (name[0] != '\0')
    fprintf (stderr, "recount: '%s' is no command\n", name);
  print_usage (stderr);
  return EXIT_USAGE;
}
