/* tests/parse/test_block.c - a document's pages as a sequence of tables and paragraphs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/block.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/desk.h"

static void
add_grid (GString *text, const Grid *grid)
{
  for (guint i = 0; i < grid_n_rows (grid); i++)
    {
      const GridRow *row = grid_row (grid, i);
      g_string_append (text, i > 0 ? " / " : "grid: ");
      for (guint c = 0; c < grid_row_n_columns (row); c++)
        g_string_append_printf (text, "%s%s", c > 0 ? "|" : "", grid_row_text (row, c));
    }
}

static void
add_lines (GString *text, const Block *block)
{
  for (guint i = 0; i < block->n_lines; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " / " : "lines: ", block->lines[i]->text);
}

/* Returns (transfer full): the blocks, one a line. */
static char *
describe (const GPtrArray *blocks)
{
  GString *found = g_string_new (NULL);
  for (guint i = 0; i < blocks->len; i++)
    {
      const Block *block = g_ptr_array_index (blocks, i);
      g_string_append (found, i > 0 ? "\n" : "");
      if (block->grid != NULL)
        add_grid (found, block->grid);
      else
        add_lines (found, block);
    }
  return g_string_free (found, FALSE);
}

/* Expects the blocks of @text, and the same once they lie on a shelf. */
static void
assert_blocks (const char *text, const char *expected)
{
  g_autoptr (Shelf) shelf = shelf_new ();
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Document) document = desk_document (text);
  g_autoptr (GPtrArray) blocks = desk_blocks (desk, document);
  g_autofree char *found = describe (blocks);
  cr_expect_str_eq (found, expected);

  blocks_keep (blocks, 0, blocks->len, shelf, shelf);
  g_autofree char *kept = describe (blocks);
  cr_expect_str_eq (kept, expected);
}

Test (block, lines_with_lanes_make_a_grid_and_lines_without_a_text)
{
  assert_blocks ("They fell in\nthe month.\nRef\tNov 16\nM1\t109\nIt is so.",
                 "lines: They fell in / the month.\ngrid: Ref|Nov 16 / M1|109\nlines: It is so.");
}

Test (block, a_blank_line_ends_a_block)
{
  assert_blocks ("One.\n\nTwo.\n\nM1\t109\n\nM2\t5",
                 "lines: One.\nlines: Two.\ngrid: M1|109\ngrid: M2|5");
}

Test (block, a_drawn_line_is_not_blank)
{
  assert_blocks ("| Ref | Nov 16 |\n|---|---|\n| M1 | 109 |", "grid: Ref|Nov 16 / M1|109");
}

Test (block, a_page_ends_a_block) { assert_blocks ("One.\fTwo.", "lines: One.\nlines: Two."); }

Test (block, an_empty_document_has_none)
{
  assert_blocks ("", "");
  assert_blocks ("\n \n\f\n", "");
}

Test (block, a_table_by_alignment_stands_between_its_texts)
{
  assert_blocks ("Scorecard of the quarter\n\n"
                 "Ref     Measure       Q1 2016/17   Q2 2016/17   Target\n\n"
                 "CS 01   Contacts           1,204        1,139    1,300\n\n"
                 "CS 02   Referrals            508          545      500\n\n"
                 "All figures are of the quarter's end and are provisional.\n",
                 "lines: Scorecard of the quarter\n"
                 "grid: Ref|Measure|Q1 2016/17|Q2 2016/17|Target / CS 01|Contacts|1,204|1,139|1,300"
                 " / CS 02|Referrals|508|545|500\n"
                 "lines: All figures are of the quarter's end and are provisional.");
}

Test (block, a_line_knows_how_much_of_its_beginning_is_bold)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Document) document = desk_document ("**Status so far:** done\n**All of it**\nnone");
  g_autoptr (GPtrArray) blocks = desk_blocks (desk, document);
  TextLine *const *lines = ((const Block *) g_ptr_array_index (blocks, 0))->lines;
  cr_expect (eq (sz, lines[0]->n_bold, 14));
  cr_expect (eq (sz, lines[1]->n_bold, 9));
  cr_expect (zero (sz, lines[2]->n_bold));
}

Test (block, a_cell_knows_its_place)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Document) document = desk_document ("Ref\tNov 16\nM1\t1,204 or so");
  g_autoptr (GPtrArray) blocks = desk_blocks (desk, document);
  const Grid *grid = ((const Block *) g_ptr_array_index (blocks, 0))->grid;
  const GridCell *cell = grid_row_cell (grid_row (grid, 1), 1);
  cr_expect (eq (dbl, cell->box.x0, 3));
  cr_expect (eq (dbl, cell->box.x1, 14));
  cr_expect (eq (dbl, cell->box.y0, 1));
}
