/* cli/check.c - `recount check`: reports to reports with findings, as a filter.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/command.h"
#include "cli/decide.h"
#include "cli/filter.h"

static gboolean
check_item (StreamItem *item, gpointer data, GError **error)
{
  if (item->report == NULL)
    return recount_fail (error, RECOUNT_ERROR_STREAM, NULL,
                         "check: standard input holds pages where a report should be");
  decide_check (item->report, data);
  return stream_write_report (stdout, item->report, error);
}

int
command_check (int argc, char **argv, GError **error)
{
  g_autofree char *data = NULL;
  g_auto (GStrv) decided = NULL;
  Checking checking = { NULL };
  GOptionEntry entries[] = {
    { "repair", 0, 0, G_OPTION_ARG_NONE, &checking.repairs, REPAIR_SUMMARY, NULL },
    { "data", 0, 0, G_OPTION_ARG_FILENAME, &data, "The folder of lexicon, catalogue and families",
      "DIR" },
    { "decisions", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &decided, DECIDE_SUMMARY, "FILE" },
    G_OPTION_ENTRY_NULL,
  };
  if (!command_options (&argc, &argv, entries, NULL,
                        "Reads reports from standard input and adds what contradicts what.", NULL,
                        error))
    return EXIT_USAGE;

  g_autofree char *folder = command_data_folder (data);
  g_autoptr (Knowledge) knowledge = knowledge_load (folder, error);
  g_autoptr (Decisions) decisions = knowledge == NULL ? NULL : decide_load (decided, error);
  if (decisions == NULL)
    return EXIT_ALL_FAILED;

  checking.knowledge = knowledge;
  checking.decisions = decisions;
  Filter filter = { .handle = check_item, .hands_on = TRUE };
  int code = filter_run (&filter, &checking, error);
  decide_report_left (decisions);
  return code;
}
