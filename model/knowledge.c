/* model/knowledge.c - all that data/ holds, loaded once and lent to the stages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/knowledge.h"

#include <string.h>

void
knowledge_free (Knowledge *knowledge)
{
  if (knowledge == NULL)
    return;

  lexicon_free (knowledge->lexicon);
  catalogue_free (knowledge->catalogue);
  g_ptr_array_unref (knowledge->families);
  g_free (knowledge->sha256);
  g_free (knowledge);
}

static gint
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Returns (transfer full): the names of the YAML files in @folder, sorted, so that messages do not
 * depend on the file system; none if there is no such folder, for families are no must. */
static GPtrArray *
list_yaml_files (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".yaml") && name[0] != '.')
      g_ptr_array_add (names, g_strdup (name));

  g_ptr_array_sort (names, compare_texts);
  return names;
}

static gint
compare_ids (gconstpointer a, gconstpointer b)
{
  const Family *const *first = a, *const *second = b;
  return strcmp ((*first)->id, (*second)->id);
}

/* The families are sorted: those of one id stand side by side. */
static gboolean
check_ids (const GPtrArray *families, GError **error)
{
  for (guint i = 1; i < families->len; i++)
    {
      const Family *before = g_ptr_array_index (families, i - 1);
      const Family *family = g_ptr_array_index (families, i);
      Where where = WHERE_FILE (family->path);
      if (compare_ids (&before, &family) == 0)
        return recount_fail (error, RECOUNT_ERROR_DATA, &where, "key 'id': '%s' is that of %s too",
                             family->id, before->path);
    }
  return TRUE;
}

static gboolean
load_families (GPtrArray *families, const char *folder, GError **error)
{
  g_autoptr (GPtrArray) names = list_yaml_files (folder);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);
      Family *family = family_load (path, error);
      if (family == NULL)
        return FALSE;
      g_ptr_array_add (families, family);
    }

  g_ptr_array_sort (families, compare_ids);
  return check_ids (families, error);
}

/* --- the checksum of all of it --- */

static gboolean
add_file (GChecksum *checksum, const char *path, GError **error)
{
  g_autofree char *text = NULL, *name = g_path_get_basename (path);
  gsize length = 0;
  g_autoptr (GError) reason = NULL;
  Where where = WHERE_FILE (path);
  if (!g_file_get_contents (path, &text, &length, &reason))
    return recount_fail (error, RECOUNT_ERROR_DATA, &where, "%s", reason->message);

  g_autofree char *head = g_strdup_printf ("%s %" G_GSIZE_FORMAT "\n", name, length);
  g_checksum_update (checksum, (const guchar *) head, -1);
  g_checksum_update (checksum, (const guchar *) text, (gssize) length);
  return TRUE;
}

/* Returns (transfer full): the checksum of the files that were loaded; NULL with @error set. */
static char *
sum_files (const Knowledge *knowledge, const char *lexicon, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  if (!add_file (checksum, lexicon, error)
      || !add_file (checksum, knowledge->catalogue->path, error))
    return NULL;
  for (guint i = 0; i < knowledge->families->len; i++)
    if (!add_file (checksum, ((Family *) g_ptr_array_index (knowledge->families, i))->path, error))
      return NULL;
  return g_strdup (g_checksum_get_string (checksum));
}

Knowledge *
knowledge_load (const char *folder, GError **error)
{
  g_autofree char *lexicon = g_build_filename (folder, "lexicon.yaml", NULL);
  g_autofree char *catalogue = g_build_filename (folder, "catalogue.yaml", NULL);
  g_autofree char *families = g_build_filename (folder, "families", NULL);

  g_autoptr (Knowledge) knowledge = g_new0 (Knowledge, 1);
  knowledge->families = g_ptr_array_new_with_free_func ((GDestroyNotify) family_free);
  knowledge->lexicon = lexicon_load (lexicon, error);
  if (knowledge->lexicon == NULL)
    return NULL;
  knowledge->catalogue = catalogue_load (catalogue, error);
  if (knowledge->catalogue == NULL || !load_families (knowledge->families, families, error))
    return NULL;
  knowledge->sha256 = sum_files (knowledge, lexicon, error);
  if (knowledge->sha256 == NULL)
    return NULL;
  return g_steal_pointer (&knowledge);
}
