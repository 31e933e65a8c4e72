/* tests/batch/test_journal.c - tests of batch/journal.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "batch/journal.h"

#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

static void
add (Journal *journal, const char *path, Fate fate, const char *reason)
{
  const Source source = { (char *) path, NULL };
  const JournalEntry entry = { .source = &source,
                               .fate = fate,
                               .reason = reason,
                               .is_retryable = reason != NULL && strstr (reason, "again") != NULL,
                               .n_pages = 20 };
  journal_add (journal, &entry);
}

static Journal *
sample (FILE *log)
{
  Journal *journal = journal_new (log, NULL);
  add (journal, "b.pdf", FATE_READ, NULL);
  add (journal, "c.pdf", FATE_FAILED, "is locked");
  add (journal, "a.pdf", FATE_FAILED, "try again");
  add (journal, "d.pdf", FATE_DONE, NULL);
  add (journal, "e.html", FATE_LEFT_OUT, NULL);
  return journal;
}

Test (journal, counts_fates_and_keeps_failures_by_name)
{
  g_autoptr (Journal) journal = sample (NULL);
  journal_sort (journal);
  cr_expect (eq (uint, journal->n[FATE_FAILED], 2));
  cr_expect (eq (uint, journal->n_retryable, 1));
  cr_expect (eq (uint, journal_n_settled (journal), 4));
  cr_assert (eq (uint, journal->failures->len, 2));
  cr_expect_str_eq (((JournalFailure *) g_ptr_array_index (journal->failures, 0))->path, "a.pdf");
}

Test (journal, sums_up_for_people)
{
  g_autoptr (Journal) journal = sample (NULL);
  journal_sort (journal);
  g_autofree char *text = journal_summary (journal, 10);
  cr_expect_str_eq (text, "      1 read\n"
                          "      1 in the store already\n"
                          "      1 neither reports nor archives, left out\n"
                          "      2 cannot be read\n"
                          "20 pages in 10 s: 2.0 pages a second\n"
                          "  a.pdf: try again\n"
                          "  c.pdf: is locked\n");
}

Test (journal, shows_names_on_one_line_that_does_nothing_to_a_terminal)
{
  char *list = NULL;
  size_t n = 0;
  FILE *listing = open_memstream (&list, &n);
  g_autoptr (Journal) journal = journal_new (NULL, listing);
  add (journal, "a\nb\033[2J\xff\xc2\x9b.pdf", FATE_FAILED, "is\r bad");
  fclose (listing);
  cr_expect_not_null (strstr (list, " a\\x0ab\\x1b[2J\xef\xbf\xbd\\x9b.pdf\n"), "%s", list);
  g_autofree char *text = journal_summary (journal, 10);
  cr_expect_not_null (strstr (text, "  a\\x0ab\\x1b[2J\xef\xbf\xbd\\x9b.pdf: is\\x0d bad\n"), "%s",
                      text);
  free (list);
}

Test (journal, writes_a_line_of_json_an_input)
{
  char *text = NULL;
  size_t n = 0;
  FILE *log = open_memstream (&text, &n);
  g_autoptr (Journal) journal = sample (log);
  journal_note (journal, "stopped", "by a person");
  fclose (log);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  cr_assert (eq (uint, g_strv_length (lines), 7));
  cr_expect_not_null (strstr (lines[0], "\"event\":\"read\",\"path\":\"b.pdf\",\"pages\":20,"));
  cr_expect_not_null (strstr (lines[1], "\"reason\":\"is locked\",\"retry\":false}"));
  cr_expect_not_null (strstr (lines[2], "\"retry\":true}"));
  cr_expect_not_null (strstr (lines[5], "\"event\":\"stopped\",\"message\":\"by a person\"}"));
  free (text);
}
