/* cli/emit.c - `recount emit`: checked reports to a data package.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/package.h"

#include "cli/command.h"
#include "cli/filter.h"
#include "cli/outcome.h"

static gboolean
collect_item (StreamItem *item, gpointer data, GError **error)
{
  Outcome *outcome = data;
  if (item->failure != NULL)
    outcome_add_failure (outcome, item->failure);
  else if (item->report != NULL)
    outcome_take_report (outcome, g_steal_pointer (&item->report));
  else
    return recount_fail (error, RECOUNT_ERROR_STREAM, NULL,
                         "emit: standard input holds pages where a report should be");
  return TRUE;
}

int
command_emit (int argc, char **argv, GError **error)
{
  g_autofree char *folder = NULL, *fail_on = NULL;
  PackageOptions options = { FALSE };
  GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &folder,
      "The folder to write; it must be new, empty or an earlier package", "DIR" },
    { "fail-on", 0, 0, G_OPTION_ARG_STRING, &fail_on,
      "Exit with 1 if there is a finding so severe: contradiction, warning or note", "SEVERITY" },
    { "guard-formulas", 0, 0, G_OPTION_ARG_NONE, &options.guard_formulas,
      "Put an apostrophe before text that a spreadsheet would run", NULL },
    G_OPTION_ENTRY_NULL,
  };
  if (!command_options (&argc, &argv, entries, NULL,
                        "Reads checked reports from standard input and writes the package.", NULL,
                        error))
    return EXIT_USAGE;
  if (folder == NULL || (fail_on != NULL && !outcome_is_fail_on (fail_on)))
    {
      recount_fail (error, RECOUNT_ERROR_USAGE, NULL, "emit: %s",
                    folder == NULL ? "no output: add -o DIR" : "--fail-on names no severity");
      return EXIT_USAGE;
    }

  g_autoptr (Outcome) outcome = outcome_new ();
  g_autoptr (GError) reason = NULL;
  Filter filter = { .handle = collect_item };
  filter_run (&filter, outcome, &reason);
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return EXIT_ALL_FAILED;
    }
  return outcome_finish (outcome, folder, &options, fail_on != NULL ? fail_on : "none", error);
}
