/* tests/parse/test_flat_word.c - the words of flattened text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/flat_word.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

#include "tests/parse/desk.h"

/* Returns (transfer full): the words of a line that are none of debris. */
static char *
dup_words (const char *line)
{
  g_autoptr (GPtrArray) lines = desk_lines (line);
  g_autoptr (GPtrArray) words = flat_words_read (lines);
  const GArray *own = flat_line (words, 0)->words;
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < own->len; i++)
    if (!flat_word (words, 0, i)->is_debris)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                              flat_word (words, 0, i)->text);
  return g_string_free (text, FALSE);
}

typedef struct
{
  char line[64], words[64];
} LineCase;

static LineCase printed[] = {
  { "Number of new referrals", "Number of new referrals" },
  { "come to a single door", "come to a single door" },
  { "|3 |glve the right guidance,", "glve the right guidance," },
  { "£ |2 [help and a response.", "help and a response." },
  { "_ |Number of new referrals of", "Number of new referrals of" },
  { "kept safe 0 0 0 0", "kept safe" },
  { "in the MASH team", "in the MASH team" },
};

ParameterizedTestParameters (flat_word, what_rules_and_broken_letters_leave_is_no_word)
{
  return cr_make_param_array (LineCase, printed, G_N_ELEMENTS (printed));
}

ParameterizedTest (LineCase *expected, flat_word, what_rules_and_broken_letters_leave_is_no_word)
{
  g_autofree char *words = dup_words (expected->line);
  cr_expect_str_eq (words, expected->words);
}

Test (flat_word, pieces_that_fold_alike_share_their_id)
{
  g_autoptr (GPtrArray) lines = desk_lines ("Contacts fell\nthe contacts, again");
  g_autoptr (GPtrArray) words = flat_words_read (lines);
  cr_expect (eq (uint, flat_word (words, 0, 0)->id, flat_word (words, 1, 1)->id));
  cr_expect (ne (uint, flat_word (words, 0, 0)->id, flat_word (words, 0, 1)->id));
  cr_expect (eq (uint, flat_line (words, 1)->words->len, 3), "none is left out");
}

typedef struct
{
  char a[24], b[24];
  gboolean are_alike;
} LikeCase;

static LikeCase pairs[] = {
  { "contacts", "contacts", TRUE },
  { "enquiries", "enqu1rles", TRUE },
  { "received", "recieved", TRUE },
  { "assessments", "assessrnents", TRUE },
  { "10", "1o", TRUE },
  { "of", "on", FALSE },
  { "case", "care", FALSE },
  { "referrals", "contacts", FALSE },
  { "children", "care", FALSE },
  { "", "", TRUE },
};

ParameterizedTestParameters (flat_word, two_words_are_alike_but_for_a_slip_or_two)
{
  return cr_make_param_array (LikeCase, pairs, G_N_ELEMENTS (pairs));
}

ParameterizedTest (LikeCase *pair, flat_word, two_words_are_alike_but_for_a_slip_or_two)
{
  cr_expect (eq (int, flat_word_is_like (pair->a, pair->b), pair->are_alike), "%s, %s", pair->a,
             pair->b);
  cr_expect (eq (int, flat_word_is_like (pair->b, pair->a), pair->are_alike), "%s, %s", pair->b,
             pair->a);
}

Test (flat_word, folding_leaves_letters_and_digits)
{
  g_auto (GStrv) words = flat_words_fold ("Number of (S47) - É, 10%");
  g_autofree char *joined = g_strjoinv (" ", words);
  cr_expect_str_eq (joined, "number of s47 é 10");
}

Test (flat_word, a_sentence_ends_behind_a_full_stop)
{
  cr_expect (flat_word_ends_sentence ("month."));
  cr_expect (flat_word_ends_sentence ("month.\""));
  cr_expect_not (flat_word_ends_sentence ("month,"));
  cr_expect_not (flat_word_ends_sentence (""));
}
