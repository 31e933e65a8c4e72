/* tests/batch/test_progress.c - tests of batch/progress.c and batch/duration.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "batch/progress.h"

#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "batch/duration.h"

static void
assert_says (double seconds, const char *expected)
{
  g_autofree char *text = duration_text (seconds);
  cr_expect_str_eq (text, expected);
}

Test (progress, says_times_as_people_do)
{
  assert_says (0, "0 s");
  assert_says (59.4, "59 s");
  assert_says (59.6, "1 min 0 s");
  assert_says (200, "3 min 20 s");
  assert_says (7500, "2 h 5 min");
}

Test (progress, tells_what_is_done_what_failed_and_what_is_left)
{
  g_autoptr (Journal) journal = journal_new (NULL, NULL);
  journal->n[FATE_READ] = 90;
  journal->n[FATE_FAILED] = 10;
  journal->n[FATE_DONE] = 50;
  journal->n_pages = 1800;
  g_autofree char *text = progress_text (journal, 200, 60, FALSE);
  cr_expect_str_eq (text, "150 of 350 inputs, 30.0 pages a second, 10 failed, 2 min 0 s left");
  g_autofree char *coloured = progress_text (journal, 200, 60, TRUE);
  cr_expect_not_null (strstr (coloured, "\033[31m10 failed\033[0m"));
}

Test (progress, is_silent_until_it_is_time)
{
  char *text = NULL;
  size_t n = 0;
  FILE *out = open_memstream (&text, &n);
  g_autoptr (Journal) journal = journal_new (NULL, NULL);
  g_autoptr (Progress) plain = progress_new (journal, out, FALSE, FALSE);
  g_autoptr (Progress) terminal = progress_new (journal, out, TRUE, FALSE);
  progress_show (plain, 1);
  progress_show (terminal, 1);
  g_usleep (250000);
  progress_show (plain, 1);
  progress_show (terminal, 1);
  fclose (out);
  cr_expect_str_eq (text, "\r\033[K0 of 1 inputs, 0.0 pages a second");
  free (text);
}
