/* cli/backfill.c - `recount backfill`: many reports into a store, each read by a worker.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "batch/batch.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#include "batch/interrupt.h"
#include "cli/command.h"
#include "cli/decide.h"
#include "cli/failures.h"
#include "cli/shelf.h"

#define N_PLAIN_OPTIONS 14

typedef struct
{
  char *store, *data, *shard, *log, *failures; /* owned; NULL if not named */
  GStrv decisions;                             /* owned; NULL if not named */
  int n_jobs;
  gboolean tries_failed, is_forced, is_dry, has_no_sandbox, repairs;
  int most[N_BATCH_LIMITS];
  ExtractLimits limits;
  guint shard_number, n_shards;
  char **inputs; /* borrowed from argv, NULL-terminated */
} BackfillOptions;

static void
backfill_options_clear (BackfillOptions *options)
{
  g_free (options->store);
  g_free (options->data);
  g_free (options->shard);
  g_free (options->log);
  g_free (options->failures);
  g_strfreev (options->decisions);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BackfillOptions, backfill_options_clear)

/* ---- options ---- */

/* Adds an option for each limit of a batch behind the @entries that are there. */
static void
add_limits (GOptionEntry *entries, BackfillOptions *options)
{
  for (guint i = 0; i < N_BATCH_LIMITS; i++)
    {
      const LimitFacts *facts = batch_limit_facts ((BatchLimit) i);
      options->most[i] = (int) facts->usual;
      entries[i] = (GOptionEntry){ facts->option,  0,  0, G_OPTION_ARG_INT, &options->most[i],
                                   facts->summary, "N" };
    }
}

static gboolean
parse_options (int *argc, char ***argv, BackfillOptions *options, GError **error)
{
  GOptionEntry entries[N_PLAIN_OPTIONS + N_BATCH_LIMITS + 1] = {
    { "store", 0, 0, G_OPTION_ARG_STRING, &options->store,
      "The store to add the reports to: sqlite:FILE or postgresql://...", "URI" },
    { "jobs", 0, 0, G_OPTION_ARG_INT, &options->n_jobs,
      "How many reports to read at once; as many as there are processors if not said", "N" },
    { "shard", 0, 0, G_OPTION_ARG_STRING, &options->shard,
      "Read only the K-th of N shares of the inputs, told by their bytes", "K/N" },
    { "retry-failed", 0, 0, G_OPTION_ARG_NONE, &options->tries_failed,
      "Try again what could not be read before", NULL },
    { "force", 0, 0, G_OPTION_ARG_NONE, &options->is_forced,
      "Read again what is in the store already", NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options->is_dry,
      "List what would be read, and read and write nothing", NULL },
    { "repair", 0, 0, G_OPTION_ARG_NONE, &options->repairs, REPAIR_SUMMARY, NULL },
    { "decisions", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->decisions, DECIDE_SUMMARY, "FILE" },
    { "no-sandbox", 0, 0, G_OPTION_ARG_NONE, &options->has_no_sandbox,
      "Read inputs without a sandbox, where the kernel has none", NULL },
    { "log", 0, 0, G_OPTION_ARG_FILENAME, &options->log,
      "Add what becomes of each input to this file, a JSON object a line", "FILE" },
    { "failures", 0, 0, G_OPTION_ARG_FILENAME, &options->failures,
      "Where to list what could not be read, as CSV (failures.csv)", "FILE" },
    { "data", 0, 0, G_OPTION_ARG_FILENAME, &options->data,
      "The folder of lexicon, catalogue and families", "DIR" },
  };
  guint n = 0;
  while (entries[n].long_name != NULL)
    n++;
  add_limits (entries + n, options);
  return command_options (
      argc, argv, entries, "INPUT...",
      "Reads reports, folders and archives of them into a store.  What is in it "
      "already is not read again, so that it can be stopped and started at "
      "will.",
      &options->limits, error);
}

/* "K/N", K from 1 to N. */
static gboolean
read_shard (BackfillOptions *options, GError **error)
{
  const char *text = options->shard != NULL ? options->shard : "1/1";
  g_auto (GStrv) parts = g_strsplit (text, "/", -1);
  guint64 number = 0, n_shards = 0;
  if (g_strv_length (parts) != 2
      || !g_ascii_string_to_unsigned (parts[1], 10, 1, G_MAXUINT16, &n_shards, NULL)
      || !g_ascii_string_to_unsigned (parts[0], 10, 1, n_shards, &number, NULL))
    return recount_fail (error, RECOUNT_ERROR_USAGE, NULL,
                         "--shard: '%s' is not K/N with K from 1 to N", text);
  options->shard_number = (guint) number;
  options->n_shards = (guint) n_shards;
  return TRUE;
}

static gboolean
check_numbers (BackfillOptions *options, GError **error)
{
  if (!command_jobs (&options->n_jobs, error))
    return FALSE;
  for (guint i = 0; i < N_BATCH_LIMITS; i++)
    if (options->most[i] < 0)
      return recount_fail (error, RECOUNT_ERROR_USAGE, NULL, "--%s: %d is no limit",
                           batch_limit_facts ((BatchLimit) i)->option, options->most[i]);
  return TRUE;
}

static gboolean
read_options (int argc, char **argv, BackfillOptions *options, GError **error)
{
  if (!parse_options (&argc, &argv, options, error) || !read_shard (options, error)
      || !check_numbers (options, error))
    return FALSE;
  if (options->failures == NULL)
    options->failures = g_strdup ("failures.csv");
  options->inputs = argv + 1;
  if (argc < 2)
    return recount_fail (error, RECOUNT_ERROR_USAGE, NULL, "backfill: no input is named");
  if (options->store == NULL)
    return recount_fail (error, RECOUNT_ERROR_USAGE, NULL, "backfill: no store: add --store URI");
  return TRUE;
}

/* ---- the batch ---- */

/* What a batch works with; all owned. */
typedef struct
{
  Knowledge *knowledge;
  Parser *parser;
  Decisions *decisions;
  Checking checking; /* with the two of them */
  Sandbox *sandbox;  /* NULL for none */
  Store *store;      /* NULL for a dry run where there is none yet */
  FILE *log;         /* NULL for none */
} Tools;

static void
tools_clear (Tools *tools)
{
  store_close (tools->store);
  sandbox_free (tools->sandbox);
  decisions_free (tools->decisions);
  parser_free (tools->parser);
  knowledge_free (tools->knowledge);
  if (tools->log != NULL)
    fclose (tools->log);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tools, tools_clear)

static gboolean
open_log (Tools *tools, const char *path, GError **error)
{
  tools->log = path == NULL ? NULL : fopen (path, "a");
  Where where = WHERE_FILE (path);
  return path == NULL || tools->log != NULL
         || recount_fail (error, RECOUNT_ERROR_OUTPUT, &where, "%s", g_strerror (errno));
}

/* Each shard applies what was decided about its own inputs. */
static void
leave_decisions (const BackfillOptions *options, Decisions *decisions)
{
  for (guint i = 0; i < decisions->decisions->len; i++)
    {
      Decision *decision = g_ptr_array_index (decisions->decisions, i);
      decision->is_elsewhere
          = batch_shard_of (decision->source_sha256, options->n_shards) != options->shard_number;
    }
}

/* What is read from files is read before the first worker starts, who then has it too. */
static gboolean
load_tools (Tools *tools, const BackfillOptions *options, GError **error)
{
  g_autofree char *folder = command_data_folder (options->data);
  parser_prepare ();
  tools->knowledge = knowledge_load (folder, error);
  tools->parser = tools->knowledge == NULL ? NULL : parser_new (tools->knowledge, error);
  tools->decisions = tools->parser == NULL ? NULL : decide_load (options->decisions, error);
  if (tools->decisions == NULL)
    return FALSE;
  leave_decisions (options, tools->decisions);
  tools->checking = (Checking){ tools->knowledge, tools->decisions, options->repairs };
  extract_prepare ((guint) options->n_jobs);
  g_auto (GStrv) folders = extract_folders ();
  tools->sandbox = options->has_no_sandbox ? NULL : sandbox_new (folders, error);
  return (options->has_no_sandbox || tools->sandbox != NULL)
         && open_log (tools, options->log, error);
}

/* A dry run of a store that is not there yet is none that fails. */
static gboolean
open_store (Tools *tools, const BackfillOptions *options, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *changes
      = decide_options (&tools->checking, options->decisions, &options->limits);
  tools->store = (options->is_dry ? shelf_open_reading : shelf_open) (options->store, changes,
                                                                      tools->knowledge, &reason);
  if (tools->store != NULL)
    return TRUE;
  if (options->is_dry && !g_error_matches (reason, RECOUNT_ERROR, RECOUNT_ERROR_USAGE))
    {
      fprintf (stderr, "recount: %s: so nothing counts as read before\n", reason->message);
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

static void
check_as_decided (Report *report, gconstpointer data)
{
  decide_check (report, data);
}

static BatchOptions
batch_options (const BackfillOptions *options, const Tools *tools)
{
  BatchOptions batch = { .parser = tools->parser,
                         .check = check_as_decided,
                         .check_data = &tools->checking,
                         .sandbox = tools->sandbox,
                         .limits = { .extract = options->limits },
                         .n_jobs = (guint) options->n_jobs,
                         .shard = options->shard_number,
                         .n_shards = options->n_shards,
                         .tries_failed = options->tries_failed,
                         .is_forced = options->is_forced,
                         .is_dry = options->is_dry };
  for (guint i = 0; i < N_BATCH_LIMITS; i++)
    batch.limits.most[i] = (guint) options->most[i];
  return batch;
}

/* ---- its end ---- */

/* Exit codes tell what is worth another try: EXIT_TRY_AGAIN alone. */
static int
exit_code (BatchEnd end, const Journal *journal)
{
  guint n_failed = journal->n[FATE_FAILED] + journal->n[FATE_FAILED_BEFORE];
  if (end != BATCH_DONE || journal->n_retryable > 0)
    return EXIT_TRY_AGAIN;
  if (n_failed == 0)
    return EXIT_DONE;
  return journal->n[FATE_READ] + journal->n[FATE_DONE] > 0 ? EXIT_SOME_FAILED : EXIT_ALL_FAILED;
}

/* Writes what lies beside the store: the list of failures; the log is written by now. */
static gboolean
write_beside (const BackfillOptions *options, const Tools *tools, Journal *journal, GError **error)
{
  if (!failures_write (options->failures, journal, error))
    return FALSE;
  if (journal->failures->len > 0)
    printf ("What could not be read is listed in %s\n", options->failures);
  Where where = WHERE_FILE (options->log);
  return tools->log == NULL || ferror (tools->log) == 0
         || recount_fail (error, RECOUNT_ERROR_OUTPUT, &where,
                          "does not have it all: it could not be written");
}

static void
print_summary (Journal *journal, const Progress *progress)
{
  journal_sort (journal);
  g_autofree char *summary = journal_summary (journal, progress_seconds (progress));
  fputs (summary, stdout);
}

/* Of a ShelfWatch, @data being a Progress. */
static gboolean
goes_on (guint n_left, gpointer data)
{
  progress_show_comparing (data, n_left);
  return interrupt_count () < 2;
}

/* What was wished to stop at once is compared next time. */
static gboolean
settle (const BackfillOptions *options, const Tools *tools, Progress *progress, GError **error)
{
  const ShelfWatch watch = { goes_on, progress };
  gboolean ok = interrupt_count () > 1
                || (decide_ask_store (tools->decisions, tools->store, error)
                    && shelf_settle (tools->store, tools->decisions, (guint) options->n_jobs,
                                     &watch, error));
  progress_end (progress);
  if (ok && interrupt_count () > 1)
    puts ("What only several reports show is found next time");
  return ok;
}

static int
finish (BatchEnd end, const BackfillOptions *options, Tools *tools, Journal *journal,
        Progress *progress, GError **error)
{
  if (!write_beside (options, tools, journal, error))
    return EXIT_ALL_FAILED;
  if (!settle (options, tools, progress, error) || interrupt_count () > 1)
    return EXIT_TRY_AGAIN;
  if (end == BATCH_DONE) /* else the next run may find what they are about */
    decide_report_left (tools->decisions);
  return exit_code (end, journal);
}

/* What failed beside a store that failed is the lesser trouble. */
static int
finish_without_store (const BackfillOptions *options, const Tools *tools, Journal *journal,
                      const char *trouble)
{
  g_autoptr (GError) error = NULL;
  journal_note (journal, "no-store", trouble);
  if (!options->is_dry && !write_beside (options, tools, journal, &error))
    fprintf (stderr, "recount: %s\n", error->message);
  return EXIT_TRY_AGAIN;
}

/* As no-color.org has it: a value that is empty says nothing. */
static gboolean
wants_colour (void)
{
  const char *no_colour = g_getenv ("NO_COLOR");
  return no_colour == NULL || no_colour[0] == '\0';
}

static int
fill_store (const BackfillOptions *options, Tools *tools, GError **error)
{
  const BatchOptions batch = batch_options (options, tools);
  g_autoptr (Walk) walk = walk_inputs (options->inputs);
  g_autoptr (Journal) journal = journal_new (tools->log, options->is_dry ? stdout : NULL);
  gboolean is_terminal = isatty (STDERR_FILENO) != 0;
  g_autoptr (Progress) progress
      = progress_new (journal, stderr, is_terminal, is_terminal && wants_colour ());
  interrupt_listen ();
  g_autoptr (GError) trouble = NULL;
  BatchEnd end = batch_run (&batch, walk, tools->store, journal, progress, &trouble);
  progress_end (progress);
  print_summary (journal, progress);
  if (end == BATCH_NO_STORE)
    {
      int code = finish_without_store (options, tools, journal, trouble->message);
      g_propagate_error (error, g_steal_pointer (&trouble));
      return code;
    }
  if (options->is_dry)
    return end == BATCH_DONE ? EXIT_DONE : EXIT_TRY_AGAIN;
  return finish (end, options, tools, journal, progress, error);
}

int
command_backfill (int argc, char **argv, GError **error)
{
  g_auto (BackfillOptions) options = { .limits = extract_default_limits () };
  if (!read_options (argc, argv, &options, error))
    return EXIT_USAGE;
  g_auto (Tools) tools = { 0 };
  if (!load_tools (&tools, &options, error))
    return g_error_matches (*error, RECOUNT_ERROR, RECOUNT_ERROR_USAGE) ? EXIT_USAGE
                                                                        : EXIT_ALL_FAILED;
  if (!open_store (&tools, &options, error))
    return g_error_matches (*error, RECOUNT_ERROR, RECOUNT_ERROR_USAGE) ? EXIT_USAGE
                                                                        : EXIT_TRY_AGAIN;
  return fill_store (&options, &tools, error);
}
