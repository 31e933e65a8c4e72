/* cli/extract.c - `recount extract`: inputs to pages as JSON Lines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/extract.h"

#include <errno.h>

#include "cli/command.h"
#include "model/stream.h"

/* An input's pages while nobody knows whether there are more that cannot be read. */
typedef struct
{
  FILE *pages;   /* a file without a name; it takes less memory than the pages do */
  GError *error; /* that writing to it met */
} Spool;

static void
spool_clear (Spool *spool)
{
  g_clear_error (&spool->error);
  if (spool->pages != NULL)
    fclose (spool->pages);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Spool, spool_clear)

static void
take_page (Page *source, gpointer data)
{
  Spool *spool = data;
  g_autoptr (Page) page = source;
  if (spool->error == NULL)
    stream_write_page (spool->pages, page, &spool->error);
}

static gboolean
write_document (Spool *spool, const Document *document, GError **error)
{
  if (spool->error == NULL)
    return stream_write_document (stdout, document, spool->pages, error);
  g_propagate_prefixed_error (error, g_steal_pointer (&spool->error), "a temporary file: ");
  return FALSE;
}

/* Writes an input's pages, or why there are none; FALSE if stdout takes no more. */
static gboolean
extract_input (const char *path, const ExtractLimits *limits, guint *n_failed, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_auto (Spool) spool = { tmpfile (), NULL };
  if (spool.pages == NULL)
    return recount_fail (error, RECOUNT_ERROR_OUTPUT, NULL, "a temporary file: %s",
                         g_strerror (errno));
  g_autoptr (Document) document = extract_pages (path, limits, take_page, &spool, &reason);
  if (document != NULL)
    return write_document (&spool, document, error);

  (*n_failed)++;
  fprintf (stderr, "recount: %s\n", reason->message);
  return stream_write_failure (stdout, path, reason->message, error);
}

int
command_extract (int argc, char **argv, GError **error)
{
  int n_jobs = 0;
  GOptionEntry entries[] = {
    { "jobs", 0, 0, G_OPTION_ARG_INT, &n_jobs, JOBS_SUMMARY, "N" },
    G_OPTION_ENTRY_NULL,
  };
  ExtractLimits limits = extract_default_limits ();
  limits.n_threads = &n_jobs;
  if (!command_options (&argc, &argv, entries, "INPUT...",
                        "Reads inputs and writes their pages to standard output.", &limits, error)
      || !command_jobs (&n_jobs, error))
    return EXIT_USAGE;
  if (argc < 2)
    {
      recount_fail (error, RECOUNT_ERROR_USAGE, NULL, "extract: no input is named");
      return EXIT_USAGE;
    }

  guint n_failed = 0;
  for (int i = 1; i < argc; i++)
    if (!extract_input (argv[i], &limits, &n_failed, error))
      return EXIT_ALL_FAILED;
  return n_failed == 0                 ? EXIT_DONE
         : n_failed < (guint) argc - 1 ? EXIT_SOME_FAILED
                                       : EXIT_ALL_FAILED;
}
