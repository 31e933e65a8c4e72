/* tests/parse/test_flat_twin.c - texts that several rows share, mended by each other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/flat_twin.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "parse/flat_word.h"

#define USUAL_COUNT 5

/* Asserts what becomes of the first of @texts, of which @usual tells the words that the document
 * prints often. */
static void
assert_mended (const char *const *texts, const char *usual, const char *mended)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) words = flat_words_fold (usual);
  for (char **word = words; *word != NULL; word++)
    g_hash_table_insert (counts, *word, GUINT_TO_POINTER (USUAL_COUNT));
  g_autoptr (GPtrArray) strings = g_ptr_array_new ();
  for (; *texts != NULL; texts++)
    g_ptr_array_add (strings, g_string_new (*texts));
  flat_twins_mend (strings, counts);
  cr_expect_str_eq (((GString *) g_ptr_array_index (strings, 0))->str, mended);
  for (guint i = 0; i < strings->len; i++)
    g_string_free (g_ptr_array_index (strings, i), TRUE);
}

static const char whole[] = "Children cared for by relatives can rely on good help when needed.";

Test (flat_twin, strange_words_give_way_to_the_usual_ones_of_a_twin)
{
  const char *const texts[]
      = { "Children cared for by relat1vss can rely on good help when needed.", whole, NULL };
  assert_mended (texts, whole, whole);
}

Test (flat_twin, words_that_the_document_prints_elsewhere_stay)
{
  const char *const texts[]
      = { "Children cared for by friends can rely on good help when needed.", whole, NULL };
  assert_mended (texts, texts[0], texts[0]);
}

Test (flat_twin, a_remnant_gets_the_beginning_of_its_twin)
{
  const char *const texts[] = { "on good help when needed.", whole, NULL };
  assert_mended (texts, whole, whole);
}

Test (flat_twin, a_text_without_an_end_gets_it_from_a_twin_that_has_one)
{
  const char *const texts[] = { "Children cared for by relatives can rely on", whole, NULL };
  assert_mended (texts, whole, whole);
}

Test (flat_twin, no_end_is_taken_from_a_twin_that_has_none)
{
  const char *const texts[] = { "Children cared for by relatives can rely on",
                                "Children cared for by relatives can rely on leave", NULL };
  assert_mended (texts, whole, texts[0]);
}

/* The first and the second share too little until the third has mended the second. */
Test (flat_twin, a_text_that_is_mended_mends_another)
{
  static const char mended[] = "Our work shows families how to overcome their troubles, and if a "
                               "child comes back, the causes are known.";
  const char *const texts[] = {
    "their troubles, and if a child comes back, the causes are known.",
    "Our work shows families how to overcome their troubles, if achi1d oomesback fhe causesaae "
    "kncwn.",
    "Our work shows families how to help themselves, if a child comes back, the causes are "
    "known.",
    NULL
  };
  assert_mended (texts, mended, mended);
}

Test (flat_twin, texts_that_share_little_stay_as_they_are)
{
  const char *const texts[] = { "visits were made on time.", whole, NULL };
  assert_mended (texts, whole, texts[0]);
}
