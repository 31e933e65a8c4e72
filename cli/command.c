/* cli/command.c - what the sub-commands share: their options and where data/ lies.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/command.h"

#include "model/error.h"

gboolean
command_options (int *argc, char ***argv, const GOptionEntry *entries, const char *operands,
                 const char *summary, GError **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (operands);
  g_autofree char *program = g_strconcat ("recount ", (*argv)[0], NULL);
  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, entries, NULL);
  g_set_prgname (program);
  g_autoptr (GError) reason = NULL;
  gboolean ok = g_option_context_parse (context, argc, argv, &reason);
  g_set_prgname ("recount");
  return ok || recount_fail (error, RECOUNT_ERROR_USAGE, NULL, "%s", reason->message);
}

char *
command_data_folder (const char *option)
{
  const char *environment = g_getenv ("RECOUNT_DATA");
  if (option != NULL || environment != NULL)
    return g_strdup (option != NULL ? option : environment);

  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  if (program != NULL)
    {
      g_autofree char *folder = g_path_get_dirname (program);
      g_autofree char *beside = g_build_filename (folder, "data", NULL);
      g_autofree char *lexicon = g_build_filename (beside, "lexicon.yaml", NULL);
      if (g_file_test (lexicon, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&beside);
    }
  return g_strdup (RECOUNT_DATADIR);
}
