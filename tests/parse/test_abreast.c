/* tests/parse/test_abreast.c - parts of a page that stand side by side.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/abreast.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "parse/block.h"
#include "tests/parse/desk.h"
#include "tests/parse/paper.h"

/* Adds a table of that box to @tables. */
static void
add_table (GPtrArray *tables, double x0, double y0, double x1, double y1)
{
  Table *table = table_new (1, 1, 1);
  table->box = (Box){ x0, y0, x1, y1 };
  g_ptr_array_add (tables, table);
}

/* Returns (transfer full): two tables side by side. */
static GPtrArray *
two_tables (void)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) table_free);
  add_table (tables, 50, 200, 250, 300);
  add_table (tables, 300, 210, 500, 300);
  return tables;
}

Test (abreast, tables_side_by_side_part_the_page_up_to_a_line_over_both)
{
  g_autoptr (Page) page = paper_new ();
  g_autoptr (GPtrArray) tables = two_tables ();
  paper_text (page, 50, 100, "A heading that goes over both of them and is of the whole page here",
              FALSE);
  paper_text (page, 50, 180, "The left title", FALSE);
  paper_text (page, 300, 180, "The right title", FALSE);
  Abreast part;
  cr_assert (abreast_find (tables, page->words, &part));
  cr_expect (gt (dbl, part.x, 250));
  cr_expect (lt (dbl, part.x, 300));
  cr_expect (epsilon_eq (dbl, part.y0, 110, 0.1));
}

Test (abreast, a_title_wider_than_its_table_belongs_to_it)
{
  g_autoptr (Page) page = paper_new ();
  g_autoptr (GPtrArray) tables = two_tables ();
  paper_text (page, 50, 180, "A title of the left one as wide as that: visits", FALSE); /* to 285 */
  paper_text (page, 300, 180, "The right title", FALSE);
  Abreast part;
  cr_assert (abreast_find (tables, page->words, &part));
  cr_expect (lt (dbl, part.y0, 180));
  cr_expect (gt (dbl, part.x, 285));
}

Test (abreast, tables_below_each_other_part_nothing)
{
  g_autoptr (Page) page = paper_new ();
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) table_free);
  Abreast part;
  add_table (tables, 50, 200, 250, 300);
  add_table (tables, 300, 310, 500, 400);
  cr_expect_not (abreast_find (tables, page->words, &part));
}

Test (abreast, what_stands_around_the_left_table_is_read_before_the_right_one)
{
  g_autoptr (Page) page = paper_new ();
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (GPtrArray) blocks = blocks_new ();
  g_autoptr (GString) found = g_string_new (NULL);
  paper_text (page, 50, 80, "Left", FALSE);
  paper_text (page, 350, 80, "Right", FALSE);
  paper_rows (page, 100, "A|1||D|4\nB|2||E|5\nC|3||F|6");
  for (guint k = 0; k < 2; k++)
    for (guint i = 0; i < 4; i++)
      {
        double x = 45 + 300 * k;
        paper_rule (page, x, 99 + 12 * i, x + 200, 99.5 + 12 * i);
        if (i < 3)
          paper_rule (page, x + 100 * i, 99, x + 100 * i + 0.5, 135.5);
      }
  blocks_add_page (blocks, &desk->words, page);
  for (guint i = 0; i < blocks->len; i++)
    {
      const Block *block = g_ptr_array_index (blocks, i);
      const char *text = block->grid != NULL ? grid_row_text (grid_row (block->grid, 0), 0)
                                             : block->lines[0]->text;
      g_string_append_printf (found, "%s%s", i > 0 ? " " : "", text);
    }
  cr_expect_str_eq (found->str, "Left A Right D");
}
