/* tests/parse/test_across.c - marks that stand across the columns of several months.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/across.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include <string.h>

#include "tests/parse/desk.h"

#define LETTER 5.0

/* Returns (transfer full): @cells, with bars between, as they stand after across_join(); each
 * begins
 * @blank behind the one before. */
static char *
join_cells (const char *cells, double blank, double line)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Grid) grid = grid_new ();
  GridRow *row = grid_add_row (grid, 1);
  g_auto (GStrv) texts = g_strsplit (cells, "|", -1);
  double x = 0;
  for (guint i = 0; texts[i] != NULL; i++)
    {
      double x1 = x + LETTER * (double) strlen (texts[i]);
      const Word word = { .text = texts[i], .box = { x, 0, x1, line }, .confidence = 1 };
      if (texts[i][0] != '\0')
        grid_row_add_word (row, i, &word);
      x = x1 + blank;
    }
  across_join (&desk->words, row);
  GString *joined = g_string_new (NULL);
  for (guint i = 0; i < grid_row_n_columns (row); i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? "|" : "", grid_row_text (row, i));
  return g_string_free (joined, FALSE);
}

static void
assert_joined (const char *cells, const char *expected)
{
  g_autofree char *joined = join_cells (cells, LETTER, 2 * LETTER);
  cr_expect_str_eq (joined, expected);
}

Test (across, a_mark_over_several_columns_stands_in_the_first_of_them)
{
  assert_joined ("M1|Not|updated pending|data work|12", "M1|Not updated pending data work|||12");
}

Test (across, the_year_of_a_mark_s_month_is_no_figure)
{
  assert_joined ("New measure|from Apr|22|79", "New measure from Apr 22|||79");
}

Test (across, words_that_are_no_mark_stay_in_their_cells)
{
  assert_joined ("Head of|Service|12", "Head of|Service|12");
}

Test (across, marks_beside_each_other_are_each_of_their_own_month)
{
  assert_joined ("New from Apr 22|New from Apr 22", "New from Apr 22|New from Apr 22");
  assert_joined ("Local|Local|n/a", "Local|Local|n/a");
}

Test (across, a_sentence_beside_a_mark_is_none_of_it)
{
  assert_joined ("Not available|November saw 20.", "Not available|November saw 20.");
}

Test (across, cells_that_stand_apart_are_not_joined)
{
  g_autofree char *joined = join_cells ("Not updated|pending work", 4 * LETTER, 2 * LETTER);
  cr_expect_str_eq (joined, "Not updated|pending work");
}

Test (across, cells_of_several_lines_are_not_joined)
{
  g_autofree char *joined = join_cells ("Not updated|pending work", LETTER, 5 * LETTER);
  cr_expect_str_eq (joined, "Not updated|pending work");
}

/* Returns (transfer full): the cells of a mark of two lines over three columns, the lower line
 * being @lower, as they stand after across_join(). */
static char *
join_two_lines (const char *lower)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Grid) grid = grid_new ();
  GridRow *row = grid_add_row (grid, 1);
  const Word words[] = { { .text = "New measure", .box = { 0, 0, 55, 8 } },
                         { .text = (char *) lower, .box = { 45, 8, 60, 16 } },
                         { .text = "from Aug", .box = { 60, 0, 100, 8 } },
                         { .text = "5", .box = { 130, 4, 135, 12 } } };
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    grid_row_add_word (row, i, &words[i]);
  across_join (&desk->words, row);
  return desk_rows (grid);
}

Test (across, a_mark_may_end_on_a_line_below_though_that_stands_in_a_column_between)
{
  g_autofree char *joined = join_two_lines ("21");
  cr_expect_str_eq (joined, "New measure from Aug 21|||5");
}

Test (across, a_figure_below_a_mark_that_is_no_year_stays_one)
{
  g_autofree char *joined = join_two_lines ("7.5%");
  cr_expect_str_eq (joined, "New measure|7.5%|from Aug|5");
}
