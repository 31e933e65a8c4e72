/* cli/parse.c - `recount parse`: pages to reports, as a filter.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/parse.h"

#include "cli/command.h"
#include "cli/filter.h"

/* The document that is being read. */
typedef struct
{
  const Parser *parser;
  Draft *draft; /* owned */
} Work;

static void
take_page (Page *source, gpointer data)
{
  Work *work = data;
  g_autoptr (Page) page = source;
  draft_add_page (work->draft, page);
}

static gboolean
parse_item (StreamItem *item, gpointer data, GError **error)
{
  Work *work = data;
  if (item->document == NULL)
    return recount_fail (error, RECOUNT_ERROR_STREAM, NULL,
                         "parse: standard input holds a report where pages should be");
  g_autoptr (Draft) draft = g_steal_pointer (&work->draft);
  work->draft = draft_new (work->parser);
  g_autoptr (Report) report = draft_read (draft, item->document);
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
  if (parser == NULL)
    return EXIT_ALL_FAILED;

  Work work = { parser, draft_new (parser) };
  Filter filter = { parse_item, take_page, .hands_on = TRUE };
  int status = filter_run (&filter, &work, error);
  draft_free (work.draft);
  return status;
}
