/* tests/model/test_phrase.c - tests model/phrase.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/phrase.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

Test (phrase, the_same_text_is_kept_once)
{
  char *first = phrase_new ("12-month average"), *again = phrase_new ("12-month average");
  cr_expect (eq (ptr, first, again));
  phrase_free (first);
  cr_expect_str_eq (again, "12-month average");
  phrase_free (again);
}

Test (phrase, nothing_is_the_empty_one)
{
  char *phrase = phrase_new (NULL);
  cr_expect_str_eq (phrase, "");
  phrase_free (phrase);
  phrase_free (NULL);
}

Test (phrase, a_part_of_itself_may_take_its_place)
{
  char *phrase = phrase_new ("CP3-QL (val)");
  phrase_set (&phrase, phrase + 4);
  cr_expect_str_eq (phrase, "QL (val)");
  phrase_set (&phrase, phrase);
  cr_expect_str_eq (phrase, "QL (val)");
  phrase_free (phrase);
}

Test (phrase, what_holds_none_yet_can_be_set)
{
  char *phrase = NULL;
  phrase_set (&phrase, "n/a");
  cr_expect_str_eq (phrase, "n/a");
  phrase_free (phrase);
}

#define N_TURNS 200000

/* A GThreadFunc: takes a phrase that nobody else may hold, and lets go of it. */
static gpointer
take_and_let_go (G_GNUC_UNUSED gpointer data)
{
  for (guint i = 0; i < N_TURNS; i++)
    {
      char *phrase = phrase_new ("12-month average");
      cr_assert_str_eq (phrase, "12-month average");
      phrase_free (phrase);
    }
  return NULL;
}

Test (phrase, threads_let_go_of_one_at_once)
{
  GThread *threads[4];
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_ERROR);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("phrase", take_and_let_go, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}
