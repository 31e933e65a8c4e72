/* tests/model/test_knowledge.c - all that data/ holds, loaded once and lent to the stages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/knowledge.h"

#include <string.h>

#include <glib/gstdio.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

/* A folder as data/ is one, with its files in the order in which they are removed. */
typedef struct
{
  char *path;
  GPtrArray *names;
} Folder;

static void
put (Folder *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder->path, name, NULL);
  cr_assert (g_file_set_contents (path, text, -1, NULL));
  g_ptr_array_insert (folder->names, 0, g_strdup (name));
}

static void
put_family (Folder *folder, const char *name, const char *id)
{
  g_autofree char *text
      = g_strdup_printf ("id: %s\nauthority: A\nauthority_code: E0\nrecognised_by: [a]\n", id);
  put (folder, name, text);
}

static Folder
make_folder (void)
{
  Folder folder
      = { g_dir_make_tmp ("recount-XXXXXX", NULL), g_ptr_array_new_with_free_func (g_free) };
  g_autofree char *families = g_build_filename (folder.path, "families", NULL);
  cr_assert (eq (int, g_mkdir (families, 0700), 0));
  g_ptr_array_add (folder.names, g_strdup ("families"));
  put (&folder, "lexicon.yaml", "furniture: []\n");
  put (&folder, "catalogue.yaml", "indicators: []\n");
  return folder;
}

static void
folder_clear (Folder *folder)
{
  for (guint i = 0; i < folder->names->len; i++)
    {
      g_autofree char *path
          = g_build_filename (folder->path, g_ptr_array_index (folder->names, i), NULL);
      g_remove (path);
    }
  g_rmdir (folder->path);
  g_ptr_array_unref (folder->names);
  g_free (folder->path);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Folder, folder_clear)

static void
assert_fails (const char *path, const char *part_of_message)
{
  g_autoptr (GError) error = NULL;
  cr_assert_null (knowledge_load (path, &error));
  cr_expect (g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_DATA));
  cr_expect_not_null (strstr (error->message, part_of_message), "%s", error->message);
}

Test (knowledge, families_are_sorted_by_id)
{
  g_auto (Folder) folder = make_folder ();
  put_family (&folder, "families/1.yaml", "c");
  put_family (&folder, "families/2.yaml", "a");
  put_family (&folder, "families/3.yaml", "b");
  put (&folder, "families/README.md", "no YAML");
  g_autoptr (Knowledge) knowledge = knowledge_load (folder.path, NULL);
  cr_assert_not_null (knowledge);

  static const char *const ids[] = { "a", "b", "c" };
  cr_assert (eq (uint, knowledge->families->len, G_N_ELEMENTS (ids)));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const Family *family = g_ptr_array_index (knowledge->families, i);
      cr_expect_str_eq (family->id, ids[i]);
    }
}

Test (knowledge, there_may_be_no_families)
{
  g_auto (Folder) folder = make_folder ();
  g_autofree char *families = g_build_filename (folder.path, "families", NULL);
  g_rmdir (families);
  g_autoptr (Knowledge) knowledge = knowledge_load (folder.path, NULL);

  cr_assert_not_null (knowledge);
  cr_expect (eq (uint, knowledge->families->len, 0));
}

Test (knowledge, its_checksum_tells_a_change_of_any_file)
{
  g_auto (Folder) folder = make_folder ();
  put_family (&folder, "families/1.yaml", "a");
  g_autoptr (Knowledge) first = knowledge_load (folder.path, NULL);
  g_autoptr (Knowledge) same = knowledge_load (folder.path, NULL);
  cr_expect_str_eq (same->sha256, first->sha256);

  put_family (&folder, "families/1.yaml", "b");
  g_autoptr (Knowledge) other = knowledge_load (folder.path, NULL);
  cr_expect_str_neq (other->sha256, first->sha256);
}

Test (knowledge, two_families_of_one_id_are_an_error)
{
  g_auto (Folder) folder = make_folder ();
  put_family (&folder, "families/1.yaml", "a");
  put_family (&folder, "families/2.yaml", "a");

  assert_fails (folder.path, "key 'id': 'a' is that of ");
}

Test (knowledge, a_wrong_file_is_named)
{
  g_auto (Folder) folder = make_folder ();
  put (&folder, "families/1.yaml", "id: a\ncolour: red\n");
  assert_fails (folder.path, "families/1.yaml: line 2, key 'colour'");

  put (&folder, "catalogue.yaml", "indicators: 5\n");
  assert_fails (folder.path, "catalogue.yaml: line 1, key 'indicators'");

  put (&folder, "lexicon.yaml", "colours: []\n");
  assert_fails (folder.path, "lexicon.yaml: line 1, key 'colours'");
}

Test (knowledge, a_folder_without_a_lexicon_is_an_error)
{
  assert_fails ("/no/such/folder", "/no/such/folder/lexicon.yaml");
}

Test (knowledge, our_own_data_is_good)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Knowledge) knowledge = knowledge_load ("data", &error);

  cr_assert_not_null (knowledge, "%s", error->message);
  cr_expect (lt (uint, 0, knowledge->lexicon->headings->len));
  cr_expect (lt (uint, 0, knowledge->catalogue->entries->len));
}
