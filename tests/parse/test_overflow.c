/* tests/parse/test_overflow.c - rows that the end of a page cut off from their table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/overflow.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/desk.h"

#define ABOVE                                                                                      \
  "Ref   Measure             Oct-16   Nov-16   Target\n"                                           \
  "M1    Contacts made          294      310      300\n"                                           \
  "M2    Referrals               68       67       70\n"                                           \
  "M3    Assessments             51       50       55\n"                                           \
  "\f"

/* Expects the indicators of a document whose second page is @page, as "M1:3", the number of their
 * figures behind each. */
static void
assert_indicators (const char *page, const char *expected, guint n_unplaced)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autofree char *text = g_strconcat (ABOVE, page, NULL);
  g_autoptr (Report) report = desk_read (desk, text);
  g_autoptr (GString) found = g_string_new (NULL);
  for (guint i = 0; i < report->indicators->len; i++)
    {
      guint n = 0;
      for (guint k = 0; k < report->figures->len; k++)
        n += report_figure (report, k)->indicator == (int) i;
      g_string_append_printf (found, "%s%s:%u", i > 0 ? " " : "", report_indicator (report, i)->ref,
                              n);
    }
  cr_expect_str_eq (found->str, expected);
  cr_expect_eq (report->unplaced->len, n_unplaced);
}

/* Adds a row of cells with bars between, the first at @x, each 40 points wide and 10 from the next;
 * empty ones are not printed, but take their place if they are not `~`. */
static void
add_row (Grid *grid, int page, double x, const char *cells)
{
  GridRow *row = grid_add_row (grid, page);
  g_auto (GStrv) texts = g_strsplit (cells, "|", -1);
  guint column = 0;
  for (guint i = 0; texts[i] != NULL; i++)
    {
      double left = x + 50.0 * i;
      Word word = { .text = texts[i], .box = { left, 0, left + 40, 10 }, .confidence = 1 };
      if (g_str_equal (texts[i], "~"))
        continue;
      if (texts[i][0] != '\0')
        grid_row_add_word (row, column, &word);
      column++;
    }
}

Test (overflow, a_table_that_goes_on_has_the_columns_of_the_page_before)
{
  g_autoptr (Grid) above = grid_new (), grid = grid_new ();
  add_row (above, 1, 0, "Ref|Measure||Oct-16||Nov-16");
  add_row (above, 1, 0, "M1|Contacts||294||310");
  add_row (above, 1, 0, "M2|Referrals||68||67");
  add_row (grid, 2, 0, "M3|Visits|~|21|~|25");
  add_row (grid, 2, 0, "Front door|~|~|~|~|~");
  overflow_align (above, grid);
  g_autofree char *rows = desk_rows (grid);
  cr_expect_str_eq (rows, "M3|Visits||21||25\nFront door");
}

Test (overflow, a_table_of_other_places_keeps_its_columns)
{
  g_autoptr (Grid) above = grid_new (), grid = grid_new ();
  add_row (above, 1, 0, "M1|Contacts||294||310");
  add_row (above, 1, 0, "M2|Referrals||68||67");
  add_row (grid, 2, 25, "M3|Visits|~|21|~|25");
  overflow_align (above, grid);
  g_autofree char *rows = desk_rows (grid);
  cr_expect_str_eq (rows, "M3|Visits|21|25");
}

Test (overflow, headings_alone_on_the_page_before_are_those_of_the_rows)
{
  g_autoptr (Grid) above = grid_new (), grid = grid_new (), other = grid_new ();
  add_row (above, 1, 0, "Year|Apr|May|Jun");
  add_row (grid, 2, 0, "2015/16|294|310|298");
  cr_expect (overflow_is_headed (above, grid));
  add_row (other, 2, 0, "2015/16|294|310");
  cr_expect_not (overflow_is_headed (above, other));
  add_row (above, 1, 0, "2014/15|200|210|198");
  cr_expect_not (overflow_is_headed (above, grid));
}

Test (overflow, a_row_alone_on_the_next_page_is_of_the_table)
{
  assert_indicators ("M4    Visits                  21       25       20\n", "M1:3 M2:3 M3:3 M4:3",
                     0);
}

Test (overflow, the_head_of_the_page_may_stand_above_it)
{
  assert_indicators ("Monthly report\n\nM4    Visits                  21       25       20\n\n"
                     "Notes on the figures.\n",
                     "M1:3 M2:3 M3:3 M4:3", 0);
}

Test (overflow, figures_that_stand_below_no_column_are_no_row)
{
  assert_indicators ("The rest is      12          13          14          15 of them.\n",
                     "M1:3 M2:3 M3:3", 0);
}

Test (overflow, a_row_two_pages_on_is_none)
{
  assert_indicators ("Notes\n\n\fM4    Visits                  21       25       20\n",
                     "M1:3 M2:3 M3:3", 3);
}
