/* cli/command.c - what the sub-commands share: their options and where data/ lies.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/command.h"

#include <string.h>

#include "model/error.h"

/* A GOptionArgFunc. */
static gboolean
set_limit (const char *name, const char *value, gpointer data, GError **error)
{
  ExtractLimits *limits = data;
  guint64 most = 0;
  for (guint i = 0; i < N_LIMITS; i++)
    if (g_str_equal (name + strlen ("--"), limit_facts (i)->option))
      {
        if (!g_ascii_string_to_unsigned (value, 10, 0, G_MAXUINT, &most, NULL))
          return recount_fail (error, RECOUNT_ERROR_USAGE, NULL,
                               "%s: '%s' is no whole number from 0 to %u", name, value, G_MAXUINT);
        limits->most[i] = (guint) most;
      }
  return TRUE;
}

/* A GOptionArgFunc. */
static gboolean
set_ocr (const char *name, const char *value, gpointer data, GError **error)
{
  return ocr_mode_read (value, &((ExtractLimits *) data)->ocr)
         || recount_fail (error, RECOUNT_ERROR_USAGE, NULL, "%s: '%s' is not auto, never or always",
                          name, value);
}

/* Adds an option for each limit, and the one for pictures. */
static void
add_limits (GOptionContext *context)
{
  const union
  {
    GOptionArgFunc func;
    gpointer data; /* as GOptionEntry wants it */
  } setter = { set_limit }, ocr = { set_ocr };
  const GOptionEntry ocr_entries[] = {
    { "ocr", 0, 0, G_OPTION_ARG_CALLBACK, ocr.data,
      "Which pages are read off their pictures: auto (those that are pictures), never or always",
      "MODE" },
    G_OPTION_ENTRY_NULL,
  };
  g_option_context_add_main_entries (context, ocr_entries, NULL);
  for (guint i = 0; i < N_LIMITS; i++)
    {
      const GOptionEntry entries[] = {
        { limit_facts (i)->option, 0, 0, G_OPTION_ARG_CALLBACK, setter.data,
          limit_facts (i)->summary, "N" },
        G_OPTION_ENTRY_NULL,
      };
      g_option_context_add_main_entries (context, entries, NULL);
    }
}

gboolean
command_options (int *argc, char ***argv, const GOptionEntry *entries, const char *operands,
                 const char *summary, ExtractLimits *limits, GError **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (operands);
  g_autofree char *program = g_strconcat ("recount ", (*argv)[0], NULL);
  g_option_context_set_main_group (context, g_option_group_new ("main", NULL, NULL, limits, NULL));
  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, entries, NULL);
  if (limits != NULL)
    add_limits (context);
  g_set_prgname (program);
  g_autoptr (GError) reason = NULL;
  gboolean ok = g_option_context_parse (context, argc, argv, &reason);
  g_set_prgname ("recount");
  return ok || recount_fail (error, RECOUNT_ERROR_USAGE, NULL, "%s", reason->message);
}

gboolean
command_jobs (int *n_jobs, GError **error)
{
  if (*n_jobs < 0)
    return recount_fail (error, RECOUNT_ERROR_USAGE, NULL, "--jobs: %d is no number of jobs",
                         *n_jobs);
  if (*n_jobs == 0)
    *n_jobs = (int) g_get_num_processors ();
  return TRUE;
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
