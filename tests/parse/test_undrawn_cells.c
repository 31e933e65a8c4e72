/* tests/parse/test_undrawn_cells.c - cells below each other whose rule a scanner lost in part.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/undrawn_cells.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "parse/lattice.h"
#include "tests/parse/paper.h"

/* Draws a table of two rows and four columns but for the piece of rule between the rows of the
 * third, and prints words in them. */
static Page *
page_without_piece (Origin origin, const char *above, const char *below)
{
  Page *page = paper_new ();
  for (guint i = 0; i <= 4; i++)
    paper_rule (page, 45 + i * 100.0, 99, 45 + i * 100.0, 159);
  paper_rule (page, 45, 99, 445, 99);
  paper_rule (page, 45, 129, 245, 129);
  paper_rule (page, 345, 129, 445, 129);
  paper_rule (page, 45, 159, 445, 159);
  paper_row (page, 110, above);
  paper_row (page, 140, below);
  for (guint i = 0; i < page->words->len; i++)
    g_array_index (page->words, Word, i).origin = origin;
  return page;
}

static void
expect_table (const Page *page, const char *expected)
{
  g_autoptr (GPtrArray) tables = lattice_find (page);
  cr_assert_eq (tables->len, 1);
  g_autofree char *table = paper_describe (tables->pdata[0]);
  cr_expect_str_eq (table, expected);
}

Test (undrawn_cells, figures_of_two_rows_are_of_two_cells)
{
  g_autoptr (Page) page = page_without_piece (ORIGIN_OCR, "A|1|10|20", "B|2|11|21");
  expect_table (page, "A|1|10|20\nB|2|11|21\n");
}

Test (undrawn_cells, a_file_draws_what_it_means)
{
  g_autoptr (Page) page = page_without_piece (ORIGIN_TEXT, "A|1|10|20", "B|2|11|21");
  expect_table (page, "A|1|10 11<2,1>|20\nB|2|~|21\n");
}

Test (undrawn_cells, words_may_go_on_below)
{
  g_autoptr (Page) page = page_without_piece (ORIGIN_OCR, "A|1|not|20", "B|2|known|21");
  expect_table (page, "A|1|not known<2,1>|20\nB|2|~|21\n");
}

Test (undrawn_cells, a_figure_in_the_middle_is_of_both_rows)
{
  g_autoptr (Page) page = page_without_piece (ORIGIN_OCR, "A|1||20", "B|2|11|21");
  paper_word (page, 260, 124, "10")->origin = ORIGIN_OCR;
  expect_table (page, "A|1|11 10<2,1>|20\nB|2|~|21\n");
}
