/* cli/check.c - `recount check`: reports to reports with findings, as a filter.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "check/check.h"

#include "cli/command.h"
#include "cli/filter.h"

typedef struct
{
  const Knowledge *knowledge; /* borrowed */
  gboolean repairs;
} CheckOptions;

static gboolean
check_item (StreamItem *item, gpointer data, GError **error)
{
  const CheckOptions *options = data;
  if (item->report == NULL)
    return recount_fail (error, RECOUNT_ERROR_STREAM, NULL,
                         "check: standard input holds pages where a report should be");
  (options->repairs ? check_repair_report : check_report) (item->report, options->knowledge);
  return stream_write_report (stdout, item->report, error);
}

int
command_check (int argc, char **argv, GError **error)
{
  g_autofree char *data = NULL;
  CheckOptions options = { NULL };
  GOptionEntry entries[] = {
    { "repair", 0, 0, G_OPTION_ARG_NONE, &options.repairs,
      "Replace misread figures of scans where the arithmetic leaves one reading", NULL },
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
  options.knowledge = knowledge;
  Filter filter = { .handle = check_item, .hands_on = TRUE };
  return knowledge == NULL ? EXIT_ALL_FAILED : filter_run (&filter, &options, error);
}
