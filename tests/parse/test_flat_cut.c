/* tests/parse/test_flat_cut.c - which words of flattened text are of which row and text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/flat_cut.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "parse/flat_word.h"
#include "tests/parse/desk.h"

/* Two rows, whose figures are on the first line and the last but one. */
#define ROW_1 "Number of contacts received 1535 1123 1219 They fell again in the month, as"
#define MORE_1 "schools were closed for most of it."
#define ROW_2 "Number of new referrals 523 346 427 They rose."

static const struct
{
  guint line;
  const char *name;
} rows_printed[] = { { 0, "Number of contacts received" }, { 2, "Number of new referrals" } };

/* Returns (transfer full): how each line is cut, as "ROW:LEAD-CUT". */
static char *
dup_cuts (const char *text, gboolean has_outcomes)
{
  g_autoptr (GPtrArray) printed = desk_lines (text);
  g_autoptr (GPtrArray) lines = flat_words_read (printed);
  g_autoptr (GHashTable) pairs = g_hash_table_new (NULL, NULL);
  FlatLayout layout = { .widths = { has_outcomes ? 20 : 0, 38 },
                        .is_usual = { has_outcomes, TRUE },
                        .pairs = pairs };
  FlatCutRow rows[G_N_ELEMENTS (rows_printed)];
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    rows[i] = (FlatCutRow){ rows_printed[i].line, 4, 7, flat_words_fold (rows_printed[i].name) };
  g_autoptr (GArray) cuts = flat_cut_lines (lines, rows, G_N_ELEMENTS (rows), &layout);
  GString *words = g_string_new (NULL);
  for (guint i = 0; i < cuts->len; i++)
    {
      const FlatCut *cut = &g_array_index (cuts, FlatCut, i);
      g_string_append_printf (words, "%s%u:%u-%u", i > 0 ? " " : "", cut->row, cut->lead, cut->cut);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_strfreev (rows[i].name);
  return g_string_free (words, FALSE);
}

Test (flat_cut, a_line_between_two_rows_is_of_the_one_whose_sentence_it_ends)
{
  g_autofree char *cuts = dup_cuts (ROW_1 "\n" MORE_1 "\n" ROW_2, FALSE);
  cr_expect_str_eq (cuts, "1:4-4 1:0-0 2:4-4");
}

Test (flat_cut, what_stands_between_name_and_figures_is_the_outcome)
{
  g_autofree char *cuts
      = dup_cuts (ROW_1 "\nWe shall see to it. schools were closed for it.\n" ROW_2, TRUE);
  g_auto (GStrv) lines = g_strsplit (cuts, " ", -1);
  cr_expect_str_eq (lines[1], "1:0-5", "%s", cuts);
}

Test (flat_cut, what_stands_above_all_rows_is_nobodys)
{
  g_autoptr (GPtrArray) printed = desk_lines ("Monthly dataset\nContacts 12 13 14 They fell.");
  g_autoptr (GPtrArray) lines = flat_words_read (printed);
  g_autoptr (GHashTable) pairs = g_hash_table_new (NULL, NULL);
  FlatLayout layout = { .widths = { 0, 10 }, .is_usual = { FALSE, TRUE }, .pairs = pairs };
  char contacts[] = "contacts";
  char *name[] = { contacts, NULL };
  FlatCutRow row = { 1, 1, 4, name };
  g_autoptr (GArray) cuts = flat_cut_lines (lines, &row, 1, &layout);
  cr_assert (eq (uint, cuts->len, 2));
  cr_expect (eq (uint, g_array_index (cuts, FlatCut, 0).row, 0));
  cr_expect (eq (uint, g_array_index (cuts, FlatCut, 1).row, 1));
}

Test (flat_cut, no_lines_have_no_cuts)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  g_autoptr (GHashTable) pairs = g_hash_table_new (NULL, NULL);
  FlatLayout layout = { .pairs = pairs };
  g_autoptr (GArray) cuts = flat_cut_lines (lines, NULL, 0, &layout);
  cr_expect (eq (uint, cuts->len, 0));
}

Test (flat_cut, a_name_goes_as_far_as_its_words_do)
{
  g_autoptr (GPtrArray) printed = desk_lines ("Number of |3 contacts hope for fewer");
  g_autoptr (GPtrArray) lines = flat_words_read (printed);
  const GArray *line = flat_line (lines, 0)->words;
  g_auto (GStrv) name = flat_words_fold ("Number of contacts received");
  g_auto (GStrv) other = flat_words_fold ("Referrals");
  cr_expect (eq (uint, flat_cut_name (line, line->len, name), 4), "debris within it counts");
  cr_expect (eq (uint, flat_cut_name (line, 2, name), 2), "not beyond the end");
  cr_expect (eq (uint, flat_cut_name (line, line->len, other), 0));
}

Test (flat_cut, a_pair_of_words_has_a_key_of_its_own)
{
  cr_expect_neq (flat_cut_pair (1, 2), flat_cut_pair (2, 1));
  cr_expect_eq (flat_cut_pair (1, 2), flat_cut_pair (1, 2));
}
