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
