/* cli/export.c - `recount export`: the package of a whole store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>

#include "cli/command.h"
#include "cli/shelf.h"
#include "model/error.h"

int
command_export (int argc, char **argv, GError **error)
{
  g_autofree char *uri = NULL, *folder = NULL;
  PackageOptions options = { FALSE };
  GOptionEntry entries[] = {
    { "store", 0, 0, G_OPTION_ARG_STRING, &uri,
      "The store to export: sqlite:FILE or postgresql://...", "URI" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &folder,
      "The folder to write; it must be new, empty or an earlier package", "DIR" },
    { "guard-formulas", 0, 0, G_OPTION_ARG_NONE, &options.guard_formulas,
      "Put an apostrophe before text that a spreadsheet would run", NULL },
    G_OPTION_ENTRY_NULL,
  };
  if (!command_options (&argc, &argv, entries, NULL,
                        "Writes the data package of all reports in a store.", NULL, error))
    return EXIT_USAGE;
  if (uri == NULL || folder == NULL || argc > 1)
    {
      recount_fail (error, RECOUNT_ERROR_USAGE, NULL, "export: %s",
                    uri == NULL      ? "no store: add --store URI"
                    : folder == NULL ? "no output: add -o DIR"
                                     : "takes no operands");
      return EXIT_USAGE;
    }

  g_autoptr (Store) store = shelf_open_settled (uri, error);
  if (store == NULL)
    return shelf_exit_code (*error);
  if (!store_export (store, folder, &options, error))
    return EXIT_ALL_FAILED;
  printf ("The package is in %s\n", folder);
  return EXIT_DONE;
}
