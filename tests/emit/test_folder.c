/* tests/emit/test_folder.c - tests emit/folder.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/folder.h"

#include <criterion/criterion.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/emit/sample.h"

#define NOBODY 65534 /* the user that owns nothing */

static const char *const files[] = { "a.csv", "mark", NULL };

static gboolean
is_file (const char *name)
{
  return g_strv_contains (files, name);
}

/* A folder of those files is a package if `mark` is there. */
static gboolean
has_mark (const char *path)
{
  g_autofree char *mark = g_build_filename (path, "mark", NULL);
  return g_file_test (mark, G_FILE_TEST_EXISTS);
}

/* A folder for the test, and the one in it that is to be made. */
typedef struct
{
  char *parent, *target; /* owned */
} Place;

static Place
make_place (void)
{
  char *parent = sample_make_folder ();
  return (Place){ parent, g_build_filename (parent, "out", NULL) };
}

static void
remove_place (Place *place)
{
  sample_remove_folder (place->parent);
  g_free (place->parent);
  g_free (place->target);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, remove_place)

static void
put_file (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_mkdir_with_parents (folder, 0777);
  cr_assert (g_file_set_contents (path, text, -1, NULL));
}

static void
assert_file (const char *folder, const char *name, const char *expected)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  cr_assert (g_file_get_contents (path, &text, NULL, NULL), "no file '%s'", name);
  cr_expect_str_eq (text, expected);
}

/* Makes the target with a.csv of @text and mark. */
static gboolean
make_target (const char *target, const char *text, GError **error)
{
  g_autoptr (Folder) folder = folder_begin (target, is_file, has_mark, error);
  if (folder == NULL)
    return FALSE;

  const char *const texts[] = { text, "" };
  for (int i = 0; files[i] != NULL; i++)
    {
      g_autofree char *path = folder_dup_path (folder, files[i]);
      cr_assert (g_file_set_contents (path, texts[i], -1, NULL));
    }
  return folder_publish (folder, error);
}

/* Asserts that the target is refused with @reason in the message, and nothing left beside it. */
static void
assert_refused (const Place *place, const char *reason)
{
  g_autoptr (GError) error = NULL;
  int n_before = sample_count_entries (place->parent);
  cr_expect_not (make_target (place->target, "new", &error));
  cr_assert (g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_OUTPUT));
  cr_expect (g_str_has_prefix (error->message, place->target), "%s", error->message);
  cr_expect_not_null (g_strstr_len (error->message, -1, reason), "%s", error->message);
  cr_expect_eq (sample_count_entries (place->parent), n_before);
}

Test (folder, is_there_only_once_it_is_published)
{
  g_auto (Place) place = make_place ();
  g_autoptr (Folder) folder = folder_begin (place.target, is_file, has_mark, NULL);
  cr_expect_not (g_file_test (place.target, G_FILE_TEST_EXISTS));
  cr_expect (folder_publish (folder, NULL));
  cr_expect (g_file_test (place.target, G_FILE_TEST_IS_DIR));
  cr_expect_eq (sample_count_entries (place.parent), 1);
}

Test (folder, a_draft_that_is_given_up_leaves_nothing)
{
  g_auto (Place) place = make_place ();
  Folder *folder = folder_begin (place.target, is_file, has_mark, NULL);
  g_autofree char *path = folder_dup_path (folder, "a.csv");
  cr_assert (g_file_set_contents (path, "half", -1, NULL));
  folder_free (folder);
  cr_expect_eq (sample_count_entries (place.parent), 0);
}

Test (folder, has_the_mode_of_any_folder)
{
  g_auto (Place) place = make_place ();
  mode_t mask = umask (027);
  cr_assert (make_target (place.target, "a", NULL));
  umask (mask);
  GStatBuf info;
  cr_assert_eq (g_stat (place.target, &info), 0);
  cr_expect_eq (info.st_mode & 0777, 0750);
}

Test (folder, an_empty_folder_is_filled)
{
  g_auto (Place) place = make_place ();
  g_autofree char *with_slash = g_strconcat (place.target, "/", NULL);
  g_mkdir (place.target, 0777);
  cr_expect (make_target (with_slash, "a", NULL));
  assert_file (place.target, "a.csv", "a");
}

Test (folder, an_earlier_package_is_replaced)
{
  g_auto (Place) place = make_place ();
  cr_assert (make_target (place.target, "old", NULL));
  cr_expect (make_target (place.target, "new", NULL));
  assert_file (place.target, "a.csv", "new");
  cr_expect_eq (sample_count_entries (place.parent), 1);
}

Test (folder, a_foreign_file_is_named_and_untouched)
{
  g_auto (Place) place = make_place ();
  put_file (place.target, "notes.txt", "mine");
  put_file (place.target, "zebra.txt", "mine");
  assert_refused (&place, "'notes.txt' stands in the way");
  assert_file (place.target, "notes.txt", "mine");
}

Test (folder, a_package_with_a_foreign_file_in_it_is_untouched)
{
  g_auto (Place) place = make_place ();
  cr_assert (make_target (place.target, "old", NULL));
  put_file (place.target, "notes.txt", "mine");
  assert_refused (&place, "'notes.txt' stands in the way");
  assert_file (place.target, "a.csv", "old");
  assert_file (place.target, "notes.txt", "mine");
}

Test (folder, a_folder_that_only_looks_like_a_package_is_untouched)
{
  g_auto (Place) place = make_place ();
  put_file (place.target, "a.csv", "mine");
  assert_refused (&place, "is no package");
  assert_file (place.target, "a.csv", "mine");
}

Test (folder, a_folder_named_like_a_file_of_a_package_is_in_the_way)
{
  g_auto (Place) place = make_place ();
  g_autofree char *inner = g_build_filename (place.target, "a.csv", NULL);
  put_file (inner, "b.txt", "mine");
  put_file (place.target, "mark", "");
  assert_refused (&place, "'a.csv' stands in the way");
  assert_file (inner, "b.txt", "mine");
}

Test (folder, a_file_or_a_link_is_no_folder)
{
  g_auto (Place) place = make_place ();
  put_file (place.parent, "out", "mine");
  assert_refused (&place, "is no folder");
  assert_file (place.parent, "out", "mine");

  g_unlink (place.target);
  cr_assert_eq (symlink (place.parent, place.target), 0);
  assert_refused (&place, "is no folder");
}

Test (folder, a_missing_parent_is_named)
{
  g_auto (Place) place = make_place ();
  g_autofree char *below = g_build_filename (place.target, "deeper", NULL);
  g_autoptr (GError) error = NULL;
  cr_expect_not (make_target (below, "new", &error));
  cr_expect (g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_OUTPUT));
  g_autofree char *reason = g_strdup_printf ("no folder can be made in '%s'", place.target);
  cr_expect_not_null (g_strstr_len (error->message, -1, reason), "%s", error->message);
}

/* As a user whom permissions bind: they do not bind root. */
static void
become_nobody (void)
{
  if (geteuid () == 0)
    cr_assert_eq (seteuid (NOBODY), 0);
}

Test (folder, a_parent_that_cannot_be_written_is_named)
{
  g_auto (Place) place = make_place ();
  uid_t user = geteuid ();
  g_chmod (place.parent, 0555);
  become_nobody ();
  assert_refused (&place, "no folder can be made in '");
  cr_assert_eq (seteuid (user), 0);
  g_chmod (place.parent, 0777);
}

Test (folder, what_is_put_there_meanwhile_is_kept)
{
  g_auto (Place) place = make_place ();
  g_autoptr (GError) error = NULL;
  {
    g_autoptr (Folder) folder = folder_begin (place.target, is_file, has_mark, NULL);
    put_file (place.target, "notes.txt", "mine");
    cr_expect_not (folder_publish (folder, &error));
  }
  cr_expect (g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_OUTPUT));
  assert_file (place.target, "notes.txt", "mine");
  cr_expect_eq (sample_count_entries (place.parent), 1);
}

Test (folder, what_is_put_into_an_earlier_package_meanwhile_is_kept_and_its_place_told)
{
  g_auto (Place) place = make_place ();
  cr_assert (make_target (place.target, "old", NULL));
  g_autoptr (Folder) folder = folder_begin (place.target, is_file, has_mark, NULL);
  put_file (place.target, "notes.txt", "mine");

  g_autoptr (GError) error = NULL;
  cr_expect_not (folder_publish (folder, &error));
  g_auto (GStrv) parts = g_strsplit (error->message, "'", 3);
  cr_assert_eq (g_strv_length (parts), 3, "%s", error->message);
  assert_file (parts[1], "notes.txt", "mine");
}
