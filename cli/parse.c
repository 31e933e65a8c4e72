/* cli/parse.c - `recount parse`: pages to reports, as a filter.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/parse.h"

#include "cli/command.h"
#include "cli/filter.h"

static gboolean
parse_item (StreamItem *item, gpointer data, GError **error)
{
  if (item->document == NULL)
    return recount_fail (error, RECOUNT_ERROR_STREAM, NULL,
                         "parse: standard input holds a report where pages should be");
  g_autoptr (Report) report = parser_read (data, item->document);
  return stream_write_report (stdout, report, error);
}

int
command_parse (int argc, char **argv, GError **error)
{
  g_autofree char *data = NULL;
  GOptionEntry entries[] = {
    { "data", 0, 0, G_OPTION_ARG_FILENAME, &data, "The folder of lexicon, catalogue and families",
      "DIR" },
    G_OPTION_ENTRY_NULL,
  };
  if (!command_options (&argc, &argv, entries, NULL,
                        "Reads pages from standard input and writes reports.", NULL, error))
    return EXIT_USAGE;

  g_autofree char *folder = command_data_folder (data);
  g_autoptr (Knowledge) knowledge = knowledge_load (folder, error);
  g_autoptr (Parser) parser = knowledge == NULL ? NULL : parser_new (knowledge, error);
  return parser == NULL ? EXIT_ALL_FAILED : filter_run (parse_item, parser, TRUE, error);
}
