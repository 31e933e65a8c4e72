/* cli/command.h - the sub-commands, each in a file of its own name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "extract/limits.h"

G_BEGIN_DECLS

/* Exit codes, as README.md lists them. */
typedef enum
{
  EXIT_DONE = 0,
  EXIT_FINDINGS = 1, /* only with --fail-on */
  EXIT_USAGE = 2,
  EXIT_SOME_FAILED = 3,
  EXIT_ALL_FAILED = 4,
  EXIT_TRY_AGAIN = 75, /* as EX_TEMPFAIL of sysexits.h: the same command may do more later */
} ExitCode;

/* A sub-command: its arguments without the program's name, its own name first.  Returns the exit
 * code; with @error set, which main prints, for EXIT_USAGE or if nothing could be done. */
typedef int (*CommandRun) (int argc, char **argv, GError **error);

int command_run (int argc, char **argv, GError **error);
int command_extract (int argc, char **argv, GError **error);
int command_parse (int argc, char **argv, GError **error);
int command_check (int argc, char **argv, GError **error);
int command_emit (int argc, char **argv, GError **error);
int command_tables (int argc, char **argv, GError **error);
int command_backfill (int argc, char **argv, GError **error);
int command_series (int argc, char **argv, GError **error);
int command_revisions (int argc, char **argv, GError **error);
int command_export (int argc, char **argv, GError **error);
int command_explain (int argc, char **argv, GError **error);

/**
 * command_options:
 * @argc: (inout): how many arguments
 * @argv: (inout): the arguments; options are taken out, what is left are operands behind the name
 * @entries: the options
 * @operands: the operands as help shows them
 * @summary: what the command does
 * @limits: (inout) (nullable): the limits of inputs, for a command that reads any: it has an option
 *   for each, which sets it
 * @error: return location for a #GError
 *
 * Returns: %FALSE with @error set for an unknown option or a bad value; `--help` prints and exits
 */
gboolean command_options (int *argc, char ***argv, const GOptionEntry *entries,
                          const char *operands, const char *summary, ExtractLimits *limits,
                          GError **error);

/* What --help tells of the option of commands that read inputs one after the other. */
#define JOBS_SUMMARY                                                                               \
  "How many pages of a scan to read at once; as many as there are processors "                     \
  "if not said"

/* Checks the number that --jobs gave: 0, if nothing was said, becomes that of the processors. */
gboolean command_jobs (int *n_jobs, GError **error);

/* Returns (transfer full): the folder of lexicon, catalogue and families: @option if not NULL, else
 * $RECOUNT_DATA, else `data` beside the program, else where `make install` puts it. */
char *command_data_folder (const char *option);

G_END_DECLS
