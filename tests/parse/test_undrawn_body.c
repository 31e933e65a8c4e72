/* tests/parse/test_undrawn_body.c - the body of a table of which a scanner left the headings' rules
 * alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/undrawn_body.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/paper.h"

#define HEADINGS "Ref|Measure|Apr|May|Jun"
#define ROWS "A1|Children|10|20|30\nA2|Adults|11|21|31\nA3|All|12|22|32"

/* Draws headings, and prints rows a line apart below. */
static Page *
page_with_rows (const char *rows)
{
  Page *page = paper_new ();
  g_auto (GStrv) lines = g_strsplit (rows, "\n", -1);
  paper_grid (page, 100, 1, 5);
  paper_row (page, 100, HEADINGS);
  for (guint i = 0; lines[i] != NULL; i++)
    paper_row (page, 124 + 24.0 * i, lines[i]);
  return page;
}

Test (undrawn_body, rows_below_drawn_headings_stand_in_their_columns)
{
  g_autoptr (Page) page = page_with_rows (ROWS);
  paper_expect_table (page, ORIGIN_OCR,
                      HEADINGS "\nA1|Children|10|20|30\nA2|Adults|11|21|31\nA3|All|12|22|32\n");
}

Test (undrawn_body, a_file_draws_what_it_means)
{
  g_autoptr (Page) page = page_with_rows (ROWS);
  paper_expect_table (page, ORIGIN_TEXT, HEADINGS "\n");
}

Test (undrawn_body, it_ends_where_text_stands_far_below)
{
  g_autoptr (Page) page = page_with_rows (ROWS "\n\nPrinted in May");
  paper_expect_table (page, ORIGIN_OCR,
                      HEADINGS "\nA1|Children|10|20|30\nA2|Adults|11|21|31\nA3|All|12|22|32\n");
}

Test (undrawn_body, what_lies_across_the_columns_is_another_table)
{
  g_autoptr (Page) page = page_with_rows (ROWS);
  for (guint i = 0; i < 3; i++)
    paper_text (page, 120, 124 + 24.0 * i, "one-and-the-other-of", FALSE);
  paper_expect_table (page, ORIGIN_OCR, HEADINGS "\n");
}

Test (undrawn_body, the_next_table_has_its_own_rows)
{
  g_autoptr (Page) page = page_with_rows (ROWS "\n\n" HEADINGS "\nB1|Boys|1|2|3\nB2|Girls|4|5|6");
  paper_grid (page, 124 + 24.0 * 4, 1, 5);
  paper_expect_table (page, ORIGIN_OCR,
                      HEADINGS "\nA1|Children|10|20|30\nA2|Adults|11|21|31\nA3|All|12|22|32\n");
}
