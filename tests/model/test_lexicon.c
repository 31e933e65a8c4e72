/* tests/model/test_lexicon.c - the words that reports use, as data/lexicon.yaml lists them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/lexicon.h"

#include <string.h>

#include <glib/gstdio.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

static Lexicon *
parse (const char *text, GError **error)
{
  return lexicon_parse ("lexicon.yaml", text, strlen (text), error);
}

static void
assert_entry (const GArray *list, guint index, int means, const char *pattern, int line)
{
  cr_assert (index < list->len);
  const LexiconEntry *entry = &g_array_index (list, LexiconEntry, index);
  cr_expect (eq (int, entry->means, means));
  cr_expect_str_eq (entry->pattern, pattern);
  cr_expect (eq (int, entry->line, line));
}

Test (lexicon, each_list_has_its_own_vocabulary)
{
  g_autoptr (Lexicon) lexicon = parse ("headings:\n"
                                       "- {means: rag, pattern: a, example: x}\n"
                                       "row_labels:\n"
                                       "- {means: target, pattern: b, example: x}\n"
                                       "marks:\n"
                                       "- {means: pending, pattern: c, example: x}\n"
                                       "arrows:\n"
                                       "- {means: down, pattern: d, example: x}\n"
                                       "noise:\n"
                                       "- {pattern: e, example: x}\n"
                                       "units:\n"
                                       "- {means: percent, pattern: f, example: x}\n"
                                       "prose:\n"
                                       "- {means: data_note, pattern: g, example: x}\n"
                                       "ratings:\n"
                                       "- {means: amber, pattern: h, example: x}\n"
                                       "furniture:\n"
                                       "- {pattern: i, example: x}\n"
                                       "year_notes:\n"
                                       "- {means: last, words: j}\n",
                                       NULL);
  cr_assert_not_null (lexicon);

  assert_entry (lexicon->headings, 0, ROLE_RAG, "a", 2);
  assert_entry (lexicon->row_labels, 0, ROLE_TARGET, "b", 4);
  assert_entry (lexicon->marks, 0, STATUS_PENDING, "c", 6);
  assert_entry (lexicon->arrows, 0, DIRECTION_DOWN, "d", 8);
  assert_entry (lexicon->noise, 0, DIRECTION_NONE, "e", 10);
  assert_entry (lexicon->units, 0, UNIT_PERCENT, "f", 12);
  assert_entry (lexicon->prose, 0, TEXT_DATA_NOTE, "g", 14);
  assert_entry (lexicon->ratings, 0, ROLE_AMBER, "h", 16);
  assert_entry (lexicon->furniture, 0, 0, "i", 18);
  assert_entry (lexicon->year_notes, 0, YEAR_NOTE_LAST, "j", 20);
}

Test (lexicon, entries_keep_their_order_and_line)
{
  g_autoptr (Lexicon) lexicon = parse ("headings:\n"
                                       "  - means: benchmark\n"
                                       "    comparator: national\n"
                                       "    pattern: '\\bnat\\.'\n"
                                       "    example: Nat.\n"
                                       "\n"
                                       "  - means: ref\n"
                                       "    pattern: '^ref$'\n"
                                       "    example: 'Ref'\n",
                                       NULL);
  cr_assert_not_null (lexicon);
  const LexiconEntry *first = &g_array_index (lexicon->headings, LexiconEntry, 0);

  assert_entry (lexicon->headings, 0, ROLE_BENCHMARK, "\\bnat\\.", 2);
  assert_entry (lexicon->headings, 1, ROLE_REF, "^ref$", 7);
  cr_expect (eq (int, first->comparator, COMPARATOR_NATIONAL));
  cr_expect_str_eq (first->example, "Nat.");
}

Test (lexicon, a_list_that_is_left_out_is_empty)
{
  g_autoptr (Lexicon) lexicon = parse ("furniture: []\n", NULL);

  cr_assert_not_null (lexicon);
  cr_expect (eq (uint, lexicon->headings->len, 0));
  cr_expect (eq (uint, lexicon->furniture->len, 0));
}

typedef struct
{
  char text[88];
  char message[80];
} WrongCase;

ParameterizedTestParameters (lexicon, a_wrong_entry_is_named_by_line_and_key)
{
  static WrongCase cases[] = {
    { "headings:\n- {means: colour, pattern: a, example: b}\n",
      "line 2, key 'means': 'colour' is none of the codes" },
    { "marks:\n- {means: rag, pattern: a, example: b}\n",
      "line 2, key 'means': 'rag' is none of the codes" },
    { "headings:\n- {pattern: a, example: b}\n", "line 2, key 'means': is missing" },
    { "headings:\n- means: ref\n  example: b\n", "line 2, key 'pattern': is missing" },
    { "headings:\n- means: ref\n  pattern: b\n", "line 2, key 'example': is missing" },
    { "headings:\n- means: ref\n  pattern: ''\n  example: b\n",
      "line 3, key 'pattern': must not be empty" },
    { "headings:\n- means: ref\n  comparator: europe\n",
      "line 3, key 'comparator': 'europe' is none of the codes" },
    { "furniture:\n- {means: note, pattern: a, example: b}\n",
      "line 2, key 'means': there is no such key" },
    { "heading: []\n", "line 1, key 'heading': there is no such key" },
  };
  return cr_make_param_array (WrongCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (WrongCase *wrong, lexicon, a_wrong_entry_is_named_by_line_and_key)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *message = g_strconcat ("lexicon.yaml: ", wrong->message, NULL);

  cr_assert_null (parse (wrong->text, &error));
  cr_expect (g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_DATA));
  cr_expect_str_eq (error->message, message);
}

Test (lexicon, a_file_is_read_and_named)
{
  g_autofree char *path = NULL;
  g_close (g_file_open_tmp ("recount-XXXXXX.yaml", &path, NULL), NULL);
  cr_assert (g_file_set_contents (path, "furniture: []\n", -1, NULL));
  g_autoptr (Lexicon) lexicon = lexicon_load (path, NULL);
  g_unlink (path);

  cr_assert_not_null (lexicon);
  cr_expect_str_eq (lexicon->path, path);
}

Test (lexicon, a_missing_file_is_an_error)
{
  g_autoptr (GError) error = NULL;
  cr_assert_null (lexicon_load ("/no/such/lexicon.yaml", &error));
  cr_expect (g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_DATA));
}

Test (lexicon, a_role_and_its_code_are_one_another)
{
  cr_expect_str_eq (role_code (ROLE_MEAN_12M), "mean_12m");
  cr_expect (eq (int, role_from_code ("group"), ROLE_GROUP));
  cr_expect (eq (int, role_from_code ("Group"), -1));
}
