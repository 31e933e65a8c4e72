/* tests/batch/test_walk.c - tests of batch/walk.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "batch/walk.h"

#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/batch/nest.h"

/* The paths without the folder's, blanks between. */
static char *
names (const Nest *nest, const GPtrArray *paths)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < paths->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            (const char *) g_ptr_array_index (paths, i) + strlen (nest->folder)
                                + 1);
  return g_strdup (text->str);
}

static Walk *
walk (const Nest *nest, const char *first, const char *second)
{
  g_autofree char *one = nest_path (nest, first);
  g_autofree char *two = second != NULL ? nest_path (nest, second) : NULL;
  char *const inputs[] = { one, two, NULL };
  return walk_inputs (inputs);
}

Test (walk, finds_reports_and_archives_below_a_folder_in_order)
{
  g_autoptr (Nest) nest = nest_new ();
  nest_write (nest, "in/b/2.txt", "x");
  nest_write (nest, "in/a.zip", "x");
  nest_write (nest, "in/b-1.PDF", "x");
  nest_write (nest, "in/b/1/c.md", "x");
  nest_write (nest, "in/without-ending", "%PDF-1.4\n");
  nest_write (nest, "in/notes.docx", "x");
  nest_write (nest, "in/empty", "");
  g_autoptr (Walk) found = walk (nest, "in", NULL);
  g_autofree char *files = names (nest, found->files);
  cr_expect_str_eq (files, "in/a.zip in/b-1.PDF in/b/1/c.md in/b/2.txt in/without-ending");
  g_autofree char *left_out = names (nest, found->left_out);
  cr_expect_str_eq (left_out, "in/empty in/notes.docx");
  cr_expect (zero (uint, found->failures->len));
}

Test (walk, takes_what_a_person_names_whatever_it_is_and_once)
{
  g_autoptr (Nest) nest = nest_new ();
  nest_write (nest, "in/notes.docx", "x");
  nest_write (nest, "in/a.txt", "x");
  g_autoptr (Walk) found = walk (nest, "in/notes.docx", "in");
  g_autofree char *files = names (nest, found->files);
  cr_expect_str_eq (files, "in/a.txt in/notes.docx");
  g_autoptr (Walk) twice = walk (nest, "in/a.txt", "in");
  g_autofree char *once = names (nest, twice->files);
  cr_expect_str_eq (once, "in/a.txt");
}

Test (walk, gives_one_order_whatever_that_of_the_inputs)
{
  g_autoptr (Nest) nest = nest_new ();
  nest_write (nest, "b/1.txt", "x");
  nest_write (nest, "a/2.txt", "x");
  nest_run (nest, "ln -s ../a b/0-link");
  g_autoptr (Walk) one = walk (nest, "a", "b");
  g_autoptr (Walk) other = walk (nest, "b", "a");
  g_autofree char *files = names (nest, one->files), *again = names (nest, other->files);
  cr_expect_str_eq (files, "a/2.txt b/1.txt");
  cr_expect_str_eq (again, files);
}

Test (walk, ends_where_links_lead_in_a_circle)
{
  g_autoptr (Nest) nest = nest_new ();
  nest_write (nest, "in/deep/a.txt", "x");
  nest_run (nest, "ln -s .. in/deep/up && ln -s deep in/again && ln -s self in/self");
  g_autoptr (Walk) found = walk (nest, "in", NULL);
  g_autofree char *files = names (nest, found->files);
  cr_expect_str_eq (files, "in/again/a.txt");
  cr_assert (eq (uint, found->failures->len, 1));
  const WalkFailure *failure = g_ptr_array_index (found->failures, 0);
  cr_expect (g_str_has_suffix (failure->path, "in/self"));
  cr_expect_not_null (strstr (failure->reason, "symbolic links"), "%s", failure->reason);
}

Test (walk, says_what_is_not_there)
{
  g_autoptr (Nest) nest = nest_new ();
  nest_run (nest, "mkdir in && ln -s nowhere in/gone.pdf && mkfifo in/pipe.txt");
  g_autoptr (Walk) found = walk (nest, "in", "missing.txt");
  cr_assert (eq (uint, found->failures->len, 2));
  const WalkFailure *gone = g_ptr_array_index (found->failures, 0);
  cr_expect (g_str_has_suffix (gone->path, "in/gone.pdf"));
  cr_expect_str_eq (gone->reason, "No such file or directory");
  g_autofree char *left_out = names (nest, found->left_out);
  cr_expect_str_eq (left_out, "in/pipe.txt");
}
