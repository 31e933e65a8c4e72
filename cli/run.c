/* cli/run.c - `recount run`: inputs to a data package, a store, or both, all in one process.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <malloc.h>

#include "cli/command.h"
#include "cli/decide.h"
#include "cli/outcome.h"
#include "cli/pages.h"
#include "cli/shelf.h"
#include "extract/extract.h"
#include "parse/parse.h"

#define LONG_PAGES 10 /* of a document that takes more memory than the program itself */

typedef struct
{
  char *folder, *store, *data, *fail_on, *images; /* owned; NULL if not named */
  GStrv decisions;                                /* owned, (nullable) */
  gboolean guard_formulas, repairs;
  int n_jobs;
  ExtractLimits limits;
  char **inputs; /* borrowed from argv, NULL-terminated */
} RunOptions;

static void
run_options_clear (RunOptions *options)
{
  g_free (options->folder);
  g_free (options->store);
  g_free (options->data);
  g_free (options->fail_on);
  g_free (options->images);
  g_strfreev (options->decisions);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RunOptions, run_options_clear)

static gboolean
read_options (int argc, char **argv, RunOptions *options, GError **error)
{
  GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->folder,
      "The folder to write; it must be new, empty or an earlier package", "DIR" },
    { "store", 0, 0, G_OPTION_ARG_STRING, &options->store,
      "Add the reports to this store: sqlite:FILE or postgresql://...", "URI" },
    { "fail-on", 0, 0, G_OPTION_ARG_STRING, &options->fail_on,
      "Exit with 1 if there is a finding so severe: contradiction, warning or note", "SEVERITY" },
    { "guard-formulas", 0, 0, G_OPTION_ARG_NONE, &options->guard_formulas,
      "Put an apostrophe before text that a spreadsheet would run", NULL },
    { "images", 0, 0, G_OPTION_ARG_STRING, &options->images, PAGES_IMAGES_SUMMARY, "WHICH" },
    { "decisions", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->decisions, DECIDE_SUMMARY, "FILE" },
    { "repair", 0, 0, G_OPTION_ARG_NONE, &options->repairs, REPAIR_SUMMARY, NULL },
    { "jobs", 0, 0, G_OPTION_ARG_INT, &options->n_jobs, JOBS_SUMMARY, "N" },
    { "data", 0, 0, G_OPTION_ARG_FILENAME, &options->data,
      "The folder of lexicon, catalogue and families", "DIR" },
    G_OPTION_ENTRY_NULL,
  };
  if (!command_options (&argc, &argv, entries, "INPUT...",
                        "Reads published reports and writes their figures as a data package or "
                        "into a store.",
                        &options->limits, error)
      || !command_jobs (&options->n_jobs, error))
    return FALSE;
  options->limits.n_threads = &options->n_jobs;
  if (options->fail_on == NULL)
    options->fail_on = g_strdup ("none");
  options->inputs = argv + 1;
  if (argc < 2)
    return recount_fail (error, RECOUNT_ERROR_USAGE, NULL, "run: no input is named");
  if (options->folder == NULL && options->store == NULL)
    return recount_fail (error, RECOUNT_ERROR_USAGE, NULL,
                         "run: no output: add -o DIR or --store URI");
  if (!outcome_is_fail_on (options->fail_on))
    return recount_fail (error, RECOUNT_ERROR_USAGE, NULL, "run: --fail-on '%s' is no severity",
                         options->fail_on);
  return pages_check_images ("run", options->images, error);
}

static void
take_page (Page *source, gpointer data)
{
  g_autoptr (Page) page = source;
  draft_add_page (data, page);
}

/* What one stage took of a long document and freed goes back before the next takes its own: malloc
 * keeps it, in pieces between what is left. */
static void
end_stage (int n_pages)
{
  if (n_pages > LONG_PAGES)
    malloc_trim (0);
}

/* Returns (transfer full) (nullable): what an input reports; nothing else of it is kept. */
static Report *
read_report (const char *path, const ExtractLimits *limits, const Parser *parser, GError **error)
{
  g_autoptr (Draft) draft = draft_new (parser);
  g_autoptr (Document) document = extract_pages (path, limits, take_page, draft, error);
  if (document == NULL)
    return NULL;
  end_stage (document->n_pages);
  Report *report = draft_read (draft, document);
  if (document->n_pages > LONG_PAGES)
    parser_forget (parser);
  return report;
}

/* Returns: FALSE with @error set if the store cannot be written; that of an input is no error. */
static gboolean
read_input (const char *path, const ExtractLimits *limits, const Parser *parser,
            const Checking *checking, Store *store, Outcome *outcome, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (Report) report = read_report (path, limits, parser, &reason);
  if (report == NULL)
    {
      outcome_add_failure (outcome, reason->message);
      return TRUE;
    }
  end_stage (report->n_pages);
  decide_check (report, checking);
  end_stage (report->n_pages);
  if (store != NULL
      && !(store_add_report (store, report, FALSE, NULL, error)
           && store_add_name (store, &report->source, error)))
    return FALSE;
  outcome_take_report (outcome, g_steal_pointer (&report));
  return TRUE;
}

/* Adds what the store knows by other reports of those that were read. */
static gboolean
compare (const Outcome *outcome, Store *store, GError **error)
{
  for (guint i = 0; i < outcome->reports->len; i++)
    if (!store_add_findings (store, STORE_OF_SEVERAL, g_ptr_array_index (outcome->reports, i),
                             error))
      return FALSE;
  return TRUE;
}

int
command_run (int argc, char **argv, GError **error)
{
  g_auto (RunOptions) options = { .limits = extract_default_limits () };
  if (!read_options (argc, argv, &options, error))
    return EXIT_USAGE;

  g_autofree char *folder = command_data_folder (options.data);
  g_autoptr (Knowledge) knowledge = knowledge_load (folder, error);
  g_autoptr (Parser) parser = knowledge == NULL ? NULL : parser_new (knowledge, error);
  g_autoptr (Decisions) decisions = parser == NULL ? NULL : decide_load (options.decisions, error);
  if (decisions == NULL)
    return EXIT_ALL_FAILED;

  const Checking checking = { knowledge, decisions, options.repairs };
  g_autofree char *changes = decide_options (&checking, options.decisions, &options.limits);
  g_autoptr (Store) store = NULL;
  if (options.store != NULL
      && (store = shelf_open (options.store, changes, knowledge, error)) == NULL)
    return shelf_exit_code (*error);

  g_autoptr (Outcome) outcome = outcome_new ();
  for (char **input = options.inputs; *input != NULL; input++)
    if (!read_input (*input, &options.limits, parser, &checking, store, outcome, error))
      return EXIT_ALL_FAILED;
  if (store != NULL
      && !(shelf_settle (store, decisions, 1, NULL, error) && compare (outcome, store, error)))
    return EXIT_ALL_FAILED;
  decide_report_left (decisions);
  g_autoptr (Cropper) cropper = cropper_new (&options.limits);
  PackageOptions package = { .guard_formulas = options.guard_formulas,
                             .html = pages_options (options.images, cropper) };
  return outcome_finish (outcome, options.folder, &package, options.fail_on, error);
}
