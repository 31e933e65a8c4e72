/* cli/check.c - `recount check`: reports to reports with findings, as a filter.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "check/check.h"

#include "cli/command.h"
#include "cli/filter.h"

static gboolean
check_item (StreamItem *item, gpointer data, GError **error)
{
  if (item->report == NULL)
    return recount_fail (error, RECOUNT_ERROR_STREAM, NULL,
                         "check: standard input holds pages where a report should be");
  check_report (item->report, data);
  return stream_write_report (stdout, item->report, error);
}

int
command_check (int argc, char **argv, GError **error)
{
  g_autofree char *data = NULL;
  GOptionEntry entries[] = {
    { "data", 0, 0, G_OPTION_ARG_FILENAME, &data, "The folder of lexicon, catalogue and families",
      "DIR" },
    G_OPTION_ENTRY_NULL,
  };
  if (!command_options (&argc, &argv, entries, NULL,
                        "Reads reports from standard input and adds what contradicts what.", NULL,
                        error))
    return EXIT_USAGE;

  g_autofree char *folder = command_data_folder (data);
  g_autoptr (Knowledge) knowledge = knowledge_load (folder, error);
  Filter filter = { .handle = check_item, .hands_on = TRUE };
  return knowledge == NULL ? EXIT_ALL_FAILED : filter_run (&filter, knowledge, error);
}
