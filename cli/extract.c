/* cli/extract.c - `recount extract`: inputs to pages as JSON Lines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/extract.h"

#include "cli/command.h"
#include "model/stream.h"

/* Writes an input's pages, or why there are none; FALSE if stdout takes no more. */
static gboolean
extract_input (const char *path, const ExtractLimits *limits, guint *n_failed, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (Document) document = extract_document (path, limits, &reason);
  if (document != NULL)
    return stream_write_document (stdout, document, error);

  (*n_failed)++;
  fprintf (stderr, "recount: %s\n", reason->message);
  return stream_write_failure (stdout, path, reason->message, error);
}

int
command_extract (int argc, char **argv, GError **error)
{
  GOptionEntry entries[] = { G_OPTION_ENTRY_NULL };
  ExtractLimits limits = extract_default_limits ();
  if (!command_options (&argc, &argv, entries, "INPUT...",
                        "Reads inputs and writes their pages to standard output.", &limits, error))
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
