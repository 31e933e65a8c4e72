/* tests/parse/test_vocabulary.c - the lexicon, compiled: what a heading, a mark or an arrow means.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/vocabulary.h"

#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

#include "tests/parse/desk.h"

static const GArray *
entries_of (const Lexicon *lexicon, WordList list)
{
  const GArray *lists[N_WORDS] = {
    [WORDS_HEADINGS] = lexicon->headings,     [WORDS_ROW_LABELS] = lexicon->row_labels,
    [WORDS_MARKS] = lexicon->marks,           [WORDS_ARROWS] = lexicon->arrows,
    [WORDS_NOISE] = lexicon->noise,           [WORDS_UNITS] = lexicon->units,
    [WORDS_PROSE] = lexicon->prose,           [WORDS_FURNITURE] = lexicon->furniture,
    [WORDS_RATINGS] = lexicon->ratings,       [WORDS_SUBJECTS] = lexicon->subjects,
    [WORDS_COUNTS] = lexicon->counts,         [WORDS_DOUBTS] = lexicon->doubts,
    [WORDS_STATEMENTS] = lexicon->statements,
  };
  return lists[list];
}

static WordList all_lists[]
    = { WORDS_HEADINGS, WORDS_ROW_LABELS, WORDS_MARKS,     WORDS_ARROWS,    WORDS_NOISE,
        WORDS_UNITS,    WORDS_PROSE,      WORDS_RATINGS,   WORDS_FURNITURE, WORDS_SUBJECTS,
        WORDS_COUNTS,   WORDS_DOUBTS,     WORDS_STATEMENTS };

ParameterizedTestParameters (vocabulary,
                             each_entry_of_data_reads_its_example_and_none_above_it_does)
{
  return cr_make_param_array (WordList, all_lists, G_N_ELEMENTS (all_lists));
}

ParameterizedTest (const WordList *list, vocabulary,
                   each_entry_of_data_reads_its_example_and_none_above_it_does)
{
  g_autoptr (Desk) desk = desk_new ();
  const GArray *entries = entries_of (desk->knowledge->lexicon, *list);
  cr_assert (entries->len > 0);
  for (guint i = 0; i < entries->len; i++)
    {
      const LexiconEntry *own = &g_array_index (entries, LexiconEntry, i);
      const LexiconEntry *found = vocabulary_find (desk->vocabulary, *list, own->example);
      cr_expect_eq (found, own, "line %d: '%s' is read by line %d", own->line, own->example,
                    found != NULL ? found->line : 0);
    }
}

static Vocabulary *
compile (Lexicon **lexicon, const char *text, GError **error)
{
  *lexicon = lexicon_parse ("my/lexicon.yaml", text, strlen (text), NULL);
  cr_assert_not_null (*lexicon);
  return vocabulary_new (*lexicon, error);
}

Test (vocabulary, a_bad_pattern_is_named_by_file_line_and_key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Lexicon) lexicon = NULL;
  Vocabulary *vocabulary = compile (&lexicon,
                                    "marks:\n"
                                    "- {means: pending, pattern: tbc, example: tbc}\n"
                                    "units:\n"
                                    "- {means: days, pattern: days, example: days}\n"
                                    "- {means: count, pattern: '(no', example: no}\n",
                                    &error);
  cr_assert_null (vocabulary);
  cr_expect (g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_DATA));
  cr_expect (g_str_has_prefix (error->message, "my/lexicon.yaml: line 5, key 'pattern': '(no' is "),
             "%s", error->message);
}

Test (vocabulary, the_first_entry_that_fits_decides)
{
  g_autoptr (Lexicon) lexicon = NULL;
  g_autoptr (Vocabulary) vocabulary
      = compile (&lexicon,
                 "units:\n"
                 "- {means: days, pattern: days, example: days}\n"
                 "- {means: count, pattern: 'number', example: number}\n",
                 NULL);
  cr_expect (
      eq (int, vocabulary_find (vocabulary, WORDS_UNITS, "Number of days")->means, UNIT_DAYS));
  cr_expect (eq (int, vocabulary_find (vocabulary, WORDS_UNITS, "NUMBER")->means, UNIT_COUNT));
  cr_expect_null (vocabulary_find (vocabulary, WORDS_UNITS, "rate"));
}

Test (vocabulary, a_list_without_entries_finds_nothing)
{
  g_autoptr (Lexicon) lexicon = NULL;
  g_autoptr (Vocabulary) vocabulary = compile (&lexicon, "units: []\n", NULL);
  cr_expect_null (vocabulary_find (vocabulary, WORDS_HEADINGS, "Ref"));
}

Test (vocabulary, tells_which_bytes_matched)
{
  g_autoptr (Desk) desk = desk_new ();
  gsize from = 0, to = 0;
  cr_assert_not_null (vocabulary_find_span (desk->vocabulary, WORDS_ARROWS, "-12% ▼", &from, &to));
  cr_expect (eq (sz, from, 5));
  cr_expect (eq (sz, to, 8));
}
