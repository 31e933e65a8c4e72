/* emit/folder.c - a folder that is there whole or not at all.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/folder.h"

#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#define FOLDER_MODE 0777 /* less the user's umask, as for any folder */

struct _Folder
{
  char *name;   /* as the user named it */
  char *target; /* its path from the root, without links to itself */
  char *draft;  /* NULL once published */
  FolderFile may_hold;
  gboolean replaces; /* an earlier package stands at `target` */
};

static gboolean
fail (GError **error, const char *name, const char *fact, int reason)
{
  Where where = WHERE_FILE (name);
  return recount_fail (error, RECOUNT_ERROR_OUTPUT, &where, "%s: %s", fact, g_strerror (reason));
}

static gboolean
is_plain_file (const char *folder, const char *file)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  GStatBuf info;
  return g_lstat (path, &info) == 0 && S_ISREG (info.st_mode);
}

/* Returns (transfer full) (nullable): the entry of the folder at @path that is in the way, the
 * first by name; NULL if there is none.  @n_entries gets how many entries there are. */
static char *
find_obstacle (const char *path, FolderFile may_hold, GDir *dir, guint *n_entries)
{
  g_autofree char *obstacle = NULL;
  const char *entry = NULL;
  *n_entries = 0;
  while ((entry = g_dir_read_name (dir)) != NULL)
    {
      ++*n_entries;
      if (may_hold (entry) && is_plain_file (path, entry))
        continue;
      if (obstacle != NULL && g_strcmp0 (obstacle, entry) < 0)
        continue;
      g_free (obstacle);
      obstacle = g_strdup (entry);
    }
  return g_steal_pointer (&obstacle);
}

/* Finds out whether the folder at the target may be replaced. */
static gboolean
inspect_folder (Folder *folder, FolderTest is_package, GError **error)
{
  errno = 0;
  g_autoptr (GDir) dir = g_dir_open (folder->target, 0, NULL);
  if (dir == NULL)
    return fail (error, folder->name, "cannot be looked into", errno);

  guint n_entries = 0;
  g_autofree char *obstacle = find_obstacle (folder->target, folder->may_hold, dir, &n_entries);
  Where where = WHERE_FILE (folder->name);
  if (obstacle != NULL)
    return recount_fail (error, RECOUNT_ERROR_OUTPUT, &where,
                         "'%s' stands in the way: only an empty folder or a package is replaced",
                         obstacle);
  if (n_entries > 0 && !is_package (folder->target))
    return recount_fail (error, RECOUNT_ERROR_OUTPUT, &where,
                         "is no package, for its datapackage.json is missing or another's: "
                         "only an empty folder or a package is replaced");
  folder->replaces = n_entries > 0;
  return TRUE;
}

static gboolean
inspect_target (Folder *folder, FolderTest is_package, GError **error)
{
  GStatBuf info;
  Where where = WHERE_FILE (folder->name);
  if (g_lstat (folder->target, &info) != 0)
    return errno == ENOENT || fail (error, folder->name, "cannot be made", errno);
  if (!S_ISDIR (info.st_mode))
    return recount_fail (error, RECOUNT_ERROR_OUTPUT, &where, "is there and is no folder");
  return inspect_folder (folder, is_package, error);
}

/* Returns (transfer full): the path of a new folder beside the target; NULL with @error set. */
static char *
make_beside (const Folder *folder, const char *purpose, GError **error)
{
  g_autofree char *path = g_strdup_printf ("%s.%s-XXXXXX", folder->target, purpose);
  if (g_mkdtemp_full (path, FOLDER_MODE) != NULL)
    return g_steal_pointer (&path);

  int reason = errno;
  g_autofree char *parent = g_path_get_dirname (folder->target);
  g_autofree char *fact = g_strdup_printf ("no folder can be made in '%s'", parent);
  fail (error, folder->name, fact, reason);
  return NULL;
}

Folder *
folder_begin (const char *name, FolderFile may_hold, FolderTest is_package, GError **error)
{
  g_autoptr (Folder) folder = g_new0 (Folder, 1);
  folder->name = g_strdup (name);
  folder->target = g_canonicalize_filename (name, NULL);
  folder->may_hold = may_hold;
  if (!inspect_target (folder, is_package, error))
    return NULL;

  folder->draft = make_beside (folder, "part", error);
  return folder->draft == NULL ? NULL : g_steal_pointer (&folder);
}

char *
folder_dup_path (const Folder *folder, const char *file)
{
  return g_build_filename (folder->draft, file, NULL);
}

char *
folder_dup_shown (const Folder *folder, const char *file)
{
  return g_build_filename (folder->name, file, NULL);
}

/* Removes the files of a package from the folder at @path, and the folder if nothing else is left
 * in it.  Returns: whether it is gone; errno says why not. */
static gboolean
remove_package (const char *path, FolderFile may_hold)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  const char *entry = NULL;
  while (dir != NULL && (entry = g_dir_read_name (dir)) != NULL)
    if (may_hold (entry) && is_plain_file (path, entry))
      g_ptr_array_add (files, g_build_filename (path, entry, NULL));
  for (guint i = 0; i < files->len; i++)
    g_unlink (
        g_ptr_array_index (files, i)); /* what cannot be removed keeps the folder from going */
  return g_rmdir (path) == 0;
}

/* A folder that is empty or not there is replaced in one step. */
static gboolean
rename_draft (Folder *folder, GError **error)
{
  if (g_rename (folder->draft, folder->target) != 0)
    return fail (error, folder->name, "cannot be made", errno);

  g_clear_pointer (&folder->draft, g_free);
  return TRUE;
}

static gboolean
replace_package (Folder *folder, GError **error)
{
  g_autofree char *aside = make_beside (folder, "old", error);
  if (aside == NULL)
    return FALSE;
  if (g_rename (folder->target, aside) != 0)
    {
      fail (error, folder->name, "cannot be replaced", errno);
      g_rmdir (aside);
      return FALSE;
    }
  if (!rename_draft (folder, error))
    {
      g_rename (aside, folder->target);
      return FALSE;
    }
  if (remove_package (aside, folder->may_hold))
    return TRUE;

  int reason = errno;
  g_autofree char *fact
      = g_strdup_printf ("is written, but the earlier package is still in '%s'", aside);
  return fail (error, folder->name, fact, reason);
}

gboolean
folder_publish (Folder *folder, GError **error)
{
  return folder->replaces ? replace_package (folder, error) : rename_draft (folder, error);
}

void
folder_free (Folder *folder)
{
  if (folder == NULL)
    return;

  if (folder->draft != NULL)
    remove_package (folder->draft, folder->may_hold);
  g_free (folder->name);
  g_free (folder->target);
  g_free (folder->draft);
  g_free (folder);
}
