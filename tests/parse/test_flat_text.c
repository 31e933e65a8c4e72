/* tests/parse/test_flat_text.c - the outcomes and commentaries of flattened text, taken apart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/flat_text.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "parse/flat_word.h"
#include "tests/parse/desk.h"

#define N_ROWS 3

static const char lines[] = "Number of contacts received 1535 1123 1219 They fell again.\n"
                            "Number of new referrals 523 346 427 They rose in the month, as\n"
                            "schools were open again.\n"
                            "|3 Number of visits 17 18 19 All were made on time.\n";

static const FlatTextRow rows_of_lines[N_ROWS] = {
  { .line = 0, .name = "Number of contacts received", .figures = 4, .figures_end = 7 },
  { .line = 1, .name = "Number of new referrals", .figures = 4, .figures_end = 7 },
  { .line = 3, .name = "Number of visits", .figures = 4, .figures_end = 7 },
};

static void
assert_dealt (guint row, const char *outcome, const char *commentary)
{
  g_autoptr (GPtrArray) printed = desk_lines (lines);
  g_autoptr (GPtrArray) words = flat_words_read (printed);
  FlatTextRow rows[N_ROWS];
  for (guint i = 0; i < N_ROWS; i++)
    {
      rows[i] = rows_of_lines[i];
      for (guint k = 0; k < FLAT_N_TEXTS; k++)
        rows[i].texts[k].text = g_string_new (NULL);
    }
  flat_text_deal (words, rows, N_ROWS);
  cr_expect_str_eq (rows[row].texts[FLAT_OUTCOME].text->str, outcome);
  cr_expect_str_eq (rows[row].texts[FLAT_COMMENTARY].text->str, commentary);
  for (guint i = 0; i < N_ROWS; i++)
    for (guint k = 0; k < FLAT_N_TEXTS; k++)
      {
        g_string_free (rows[i].texts[k].text, TRUE);
        g_free (rows[i].texts[k].printed);
      }
}

Test (flat_text, what_stands_behind_the_figures_is_commentary)
{
  assert_dealt (0, "", "They fell again.");
}

Test (flat_text, a_commentary_goes_on_in_the_next_line)
{
  assert_dealt (1, "", "They rose in the month, as schools were open again.");
}

Test (flat_text, names_figures_and_debris_go_to_nobody)
{
  assert_dealt (2, "", "All were made on time.");
}

Test (flat_text, without_rows_there_is_nothing_to_deal)
{
  g_autoptr (GPtrArray) printed = desk_lines (lines);
  g_autoptr (GPtrArray) words = flat_words_read (printed);
  flat_text_deal (words, NULL, 0);
}
