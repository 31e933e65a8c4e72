/* batch/walk.c - the files that a command line means, in one order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "batch/walk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/error.h"

typedef struct
{
  Walk *walk;
  GHashTable *folders; /* "device:inode" of those that were looked at */
} Walker;

static void
failure_free (WalkFailure *failure)
{
  g_free (failure->path);
  g_free (failure->reason);
  g_free (failure);
}

/* @number: an errno. */
static void
add_failure (Walker *walker, const char *path, int number)
{
  WalkFailure *failure = g_new (WalkFailure, 1);
  *failure
      = (WalkFailure){ g_strdup (path), g_strdup (g_strerror (number)), recount_may_pass (number) };
  g_ptr_array_add (walker->walk->failures, failure);
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static int
compare_failures (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(WalkFailure *const *) a)->path, (*(WalkFailure *const *) b)->path);
}

/* Returns: what a file in a folder is; its bytes are looked at if its name says nothing. */
static Kind
kind_of_file (const char *path)
{
  Kind kind = kind_of (path, NULL, 0);
  int file = kind != KIND_OTHER ? -1 : open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  if (file < 0)
    return kind;
  char bytes[KIND_BYTES];
  ssize_t n = read (file, bytes, sizeof bytes);
  close (file);
  return kind_of (path, bytes, n > 0 ? (gsize) n : 0);
}

static void walk_folder (Walker *walker, const char *path, const struct stat *status);

/* Takes what a folder holds, or what is @named by a person, who means it whatever it is. */
static void
walk_path (Walker *walker, const char *path, gboolean named)
{
  struct stat status;
  if (stat (path, &status) != 0)
    add_failure (walker, path, errno);
  else if (S_ISDIR (status.st_mode))
    walk_folder (walker, path, &status);
  else if (named || (S_ISREG (status.st_mode) && kind_of_file (path) != KIND_OTHER))
    g_ptr_array_add (walker->walk->files, g_strdup (path));
  else
    g_ptr_array_add (walker->walk->left_out, g_strdup (path));
}

/* Returns (transfer full): the names in a folder, sorted; with errno set if there may be more. */
static GPtrArray *
list_folder (const char *path)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  errno = 0;
  DIR *folder = opendir (path);
  const struct dirent *entry = NULL;
  while (folder != NULL && (errno = 0, entry = readdir (folder)) != NULL)
    if (!g_str_equal (entry->d_name, ".") && !g_str_equal (entry->d_name, ".."))
      g_ptr_array_add (names, g_strdup (entry->d_name));
  int trouble = errno;
  if (folder != NULL)
    closedir (folder);
  g_ptr_array_sort (names, compare_paths);
  errno = trouble;
  return names;
}

static void
walk_folder (Walker *walker, const char *path, const struct stat *status)
{
  char *identity = g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT,
                                    (guint64) status->st_dev, (guint64) status->st_ino);
  if (!g_hash_table_add (walker->folders, identity))
    return;
  g_autoptr (GPtrArray) names = list_folder (path);
  if (errno != 0)
    add_failure (walker, path, errno);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *inner = g_build_filename (path, g_ptr_array_index (names, i), NULL);
      walk_path (walker, inner, FALSE);
    }
}

/* A file may be named, and its folder too. */
static void
drop_repeated (GPtrArray *paths)
{
  for (guint i = paths->len; i-- > 1;)
    if (g_str_equal (g_ptr_array_index (paths, i), g_ptr_array_index (paths, i - 1)))
      g_ptr_array_remove_index (paths, i);
}

Walk *
walk_inputs (char *const *inputs)
{
  Walk *walk = g_new0 (Walk, 1);
  walk->files = g_ptr_array_new_with_free_func (g_free);
  walk->left_out = g_ptr_array_new_with_free_func (g_free);
  walk->failures = g_ptr_array_new_with_free_func ((GDestroyNotify) failure_free);
  Walker walker = { walk, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };

  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  for (char *const *input = inputs; *input != NULL; input++)
    g_ptr_array_add (sorted, *input);
  g_ptr_array_sort (sorted, compare_paths);
  for (guint i = 0; i < sorted->len; i++)
    walk_path (&walker, g_ptr_array_index (sorted, i), TRUE);

  g_hash_table_unref (walker.folders);
  g_ptr_array_sort (walk->files, compare_paths);
  drop_repeated (walk->files);
  g_ptr_array_sort (walk->left_out, compare_paths);
  g_ptr_array_sort (walk->failures, compare_failures);
  return walk;
}

void
walk_free (Walk *walk)
{
  if (walk == NULL)
    return;

  g_ptr_array_unref (walk->files);
  g_ptr_array_unref (walk->left_out);
  g_ptr_array_unref (walk->failures);
  g_free (walk);
}
