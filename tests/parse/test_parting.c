/* tests/parse/test_parting.c - what is drawn around the lines of a table that stands by alignment
 * alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/parting.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "parse/page_lines.h"
#include "tests/parse/paper.h"

#define LEFT 50
#define RIGHT 450
#define ROWS "Contacts|106|107|108\nReferrals|17|18|19\nIn need\nVisits|5|6|7"
#define SECTION 2

/* Expects for each row of ROWS a 1 or a 0. */
static void
assert_apart (const Page *page, gboolean by_rules, const char *expected)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_autoptr (GArray) lines = page_lines_sorted (page->words, words);
  g_autoptr (GArray) columns = gutter_columns (lines, 0, lines->len);
  g_autofree gboolean *is_apart = by_rules
                                      ? parting_rules (lines, 0, lines->len, columns, page->rules)
                                      : parting_looks (page, lines, 0, lines->len, columns);
  g_autoptr (GString) found = g_string_new (NULL);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_c (found, is_apart[i] ? '1' : '0');
  cr_expect_str_eq (found->str, expected);
}

static Page *
page_of_rows (void)
{
  Page *page = paper_new ();
  paper_rows (page, 0, ROWS);
  return page;
}

Test (parting, a_wide_rule_parts_the_lines_above_and_below_it)
{
  g_autoptr (Page) page = page_of_rows ();
  paper_rule (page, LEFT, SECTION * PAPER_LINE - 1, RIGHT, SECTION * PAPER_LINE - 1);
  assert_apart (page, TRUE, "0010");
}

Test (parting, a_rule_below_one_column_parts_no_lines)
{
  g_autoptr (Page) page = page_of_rows ();
  paper_rule (page, LEFT, SECTION * PAPER_LINE - 1, LEFT + 90, SECTION * PAPER_LINE - 1);
  assert_apart (page, TRUE, "0000");
}

Test (parting, a_bold_line_among_plain_rows_looks_unlike_them)
{
  g_autoptr (Page) page = page_of_rows ();
  for (guint i = 0; i < page->words->len; i++)
    {
      Word *word = &g_array_index (page->words, Word, i);
      word->is_bold = g_str_equal (word->text, "In") || g_str_equal (word->text, "need");
    }
  assert_apart (page, FALSE, "0010");
}

Test (parting, a_bold_line_among_bold_rows_does_not)
{
  g_autoptr (Page) page = page_of_rows ();
  for (guint i = 0; i < page->words->len; i++)
    g_array_index (page->words, Word, i).is_bold = TRUE;
  assert_apart (page, FALSE, "0000");
}

Test (parting, a_line_on_a_ground_of_its_own_looks_unlike_rows)
{
  g_autoptr (Page) page = page_of_rows ();
  paper_fill (page, SECTION * PAPER_LINE, 1, 0xccddee);
  assert_apart (page, FALSE, "0010");
}

Test (parting, a_line_on_the_ground_of_every_other_row_does_not)
{
  g_autoptr (Page) page = page_of_rows ();
  paper_fill (page, 0, 1, 0xccddee);
  paper_fill (page, SECTION * PAPER_LINE, 1, 0xccddee);
  assert_apart (page, FALSE, "0000");
}

/* Expects how many rules part the rows of @page; 0 if they do not. */
static void
assert_bands (const Page *page, guint expected)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_autoptr (GArray) lines = page_lines_sorted (page->words, words);
  g_autoptr (GArray) columns = gutter_columns (lines, 0, lines->len);
  g_autoptr (GArray) bands = parting_bands (lines, 0, lines->len, columns, page->rules);
  cr_expect (eq (u32, bands != NULL ? bands->len : 0, expected));
}

/* Returns (transfer full): five rows, with a rule below each of those that @below has. */
static Page *
page_of_bands (const char *below)
{
  Page *page = paper_new ();
  paper_rows (page, 0, "A|1|2|3\nB|4|5|6\nC|7|8|9\nD|10|11|12\nE|13|14|15");
  for (const char *row = below; *row != '\0'; row++)
    {
      double y = (double) (*row - '0' + 1) * PAPER_LINE - 1;
      paper_rule (page, LEFT, y, RIGHT, y);
    }
  return page;
}

Test (parting, rules_below_each_row_part_bands)
{
  g_autoptr (Page) page = page_of_bands ("01234");
  assert_bands (page, 5);
}

Test (parting, rules_that_leave_two_rows_together_part_no_bands)
{
  g_autoptr (Page) page = page_of_bands ("0134");
  assert_bands (page, 0);
}

Test (parting, a_last_row_that_no_rule_ends_leaves_no_bands)
{
  g_autoptr (Page) page = page_of_bands ("0123");
  assert_bands (page, 0);
}
