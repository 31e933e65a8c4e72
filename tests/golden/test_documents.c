/* tests/golden/test_documents.c - README.md and the manual say what the program does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/golden/scratch.h"

#define FENCE "\n```console\n"

/* README.md */

/* Appends what a user would see: each command of the block, behind its prompt, and what it prints.
 */
static void
play_block (Scratch *scratch, const char *block, GString *played)
{
  g_auto (GStrv) lines = g_strsplit (block, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    if (g_str_has_prefix (*line, "$ "))
      {
        scratch_must (scratch, "%s", *line + 2);
        g_string_append_printf (played, "%s\n%s", *line, scratch->out);
      }
}

/* Plays all blocks of a document, in a folder of their own.  Returns: how many there are. */
static guint
play_document (const char *name)
{
  g_autofree char *text = NULL;
  cr_assert (g_file_get_contents (name, &text, NULL, NULL));
  g_autoptr (Scratch) scratch = scratch_new ();
  guint n_blocks = 0;
  for (char *at = strstr (text, FENCE); at != NULL; at = strstr (at, FENCE), n_blocks++)
    {
      at += strlen (FENCE);
      char *end = strstr (at, "```\n");
      cr_assert_not_null (end);
      g_autofree char *block = g_strndup (at, (gsize) (end - at));
      g_autoptr (GString) played = g_string_new (NULL);
      play_block (scratch, block, played);
      cr_expect_str_eq (block, played->str);
    }
  return n_blocks;
}

Test (documents, readme_shows_what_the_program_prints)
{
  cr_expect (lt (uint, 3, play_document ("README.md")));
}

Test (documents, the_store_s_page_shows_what_the_program_prints)
{
  cr_expect (lt (uint, 1, play_document ("docs/store.md")));
}

/* Queries that analysts copy: those of the page's SQL blocks, on a store of the fixtures. */
Test (documents, the_store_s_queries_work)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, "recount run fixtures/*.txt --store sqlite:store.db");
  g_autofree char *root = g_get_current_dir ();
  scratch_must (scratch,
                "sed -n '/^```sql/,/^```/{/^```/d;p}' %s/docs/store.md > queries.sql && "
                "sqlite3 -bail store.db < queries.sql | wc -l",
                root);
  cr_expect (lt (int, 20, (int) g_ascii_strtoll (scratch->out, NULL, 10)));
}

Test (documents, readme_names_every_folder)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *root = g_get_current_dir ();
  scratch_must (scratch,
                "cd %s && for d in */; do case $d in build/) ;; *) "
                "grep -q \"^| .$d. |\" README.md || echo $d; esac; done",
                root);
  cr_expect_str_eq (scratch->out, "");
}

/* The manual */

/* Leaves `manual`, the manual as people read it, in the scratch folder. */
static void
render_manual (Scratch *scratch)
{
  g_autofree char *root = g_get_current_dir ();
  scratch_must (scratch,
                "MANWIDTH=200 MANPAGER=cat LC_ALL=C.UTF-8 man --warnings --no-hyphenation "
                "-l %s/docs/recount.1 > manual",
                root);
}

Test (documents, manual_has_no_mistake_of_layout)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  render_manual (scratch);
  cr_expect_str_eq (scratch->errors, "");
}

/* Its examples are lines that begin with a prompt.  1 is what --fail-on asks for. */
Test (documents, examples_of_the_manual_work)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  render_manual (scratch);
  scratch_must (scratch, "cp fixtures/southampton-2016-11.txt november.txt && "
                         "cp fixtures/southampton-2015-06.txt june.txt && "
                         "mkdir reports && cp june.txt reports");
  scratch_write_decisions (scratch, "");
  scratch_must (scratch, "mv d.csv decisions.csv");
  scratch_must (scratch, "sed -n 's/^ *\\$ //p' manual");
  g_auto (GStrv) commands = g_strsplit (scratch->out, "\n", -1);
  cr_expect (lt (uint, 4, g_strv_length (commands)));
  for (char **command = commands; **command != '\0'; command++)
    {
      scratch_run (scratch, "%s", *command);
      int wanted = strstr (*command, "--fail-on") != NULL ? 1 : 0;
      cr_expect_eq (scratch->code, wanted, "%s: %s", *command, scratch->errors);
    }
}

Test (documents, manual_names_every_command_and_option)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  render_manual (scratch);
  scratch_must (scratch, "recount help | sed -n 's/^  \\([a-z]*\\) .*/\\1/p' > commands && "
                         "for c in $(cat commands); do grep -q \"recount $c\" manual || echo $c; "
                         "for o in $(recount $c --help | grep -o -- '--[a-z-]*'); do "
                         "grep -qe \"$o\" manual || echo $c $o; done; done");
  cr_expect_str_eq (scratch->out, "");
  scratch_must (scratch, "wc -l < commands");
  cr_expect (lt (int, 5, (int) g_ascii_strtoll (scratch->out, NULL, 10)));
}

Test (documents, manual_and_program_have_one_version)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  render_manual (scratch);
  scratch_must (scratch, "grep -q \"$(recount --version)\" manual");
}
