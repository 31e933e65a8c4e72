/* tests/parse/test_sheet.c - the places of a table while its cells are being found.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/sheet.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/paper.h"

/* A drawn sheet of two rows and three columns. */
typedef struct
{
  Page *page;
  Region *region;
  Sheet sheet;
} Desk;

static void
desk_clear (Desk *desk)
{
  sheet_clear (&desk->sheet);
  region_free (desk->region);
  page_free (desk->page);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Desk, desk_clear)

static Desk
desk_with (const char *rows)
{
  Desk desk = { .page = paper_new () };
  paper_rows (desk.page, 100, rows);
  paper_grid (desk.page, 100, 2, 3);
  desk.region = paper_region (desk.page, 100, 2, 3);
  cr_assert (sheet_init (&desk.sheet, desk.region));
  return desk;
}

Test (sheet, words_stand_in_the_place_that_their_middle_is_in)
{
  g_auto (Desk) desk = desk_with ("Area|2015|2016\nLong Gun||7");
  const Sheet *sheet = &desk.sheet;
  cr_expect (eq (uint, sheet->n_rows, 2));
  cr_expect (eq (uint, sheet->n_columns, 3));
  cr_expect (eq (uint, sheet_place (sheet, 1, 0)->words->len, 2));
  cr_expect (sheet_is_blank (sheet, 1, 1));
  cr_expect_not (sheet_is_blank (sheet, 1, 2));
  cr_expect_float_eq (sheet_y (sheet, 1), 111, 1e-9);
}

Test (sheet, a_year_is_no_figure_and_a_count_is)
{
  g_auto (Desk) desk = desk_with ("Area|2015|2016\nNorth||7");
  cr_expect_not (sheet_place (&desk.sheet, 0, 1)->has_figure);
  cr_expect (sheet_place (&desk.sheet, 1, 2)->has_figure);
}

Test (sheet, a_piece_that_runs_over_places_makes_them_one_cell)
{
  g_autoptr (Page) page = paper_new ();
  paper_text (page, 150, 100, "Both of the two years", FALSE);
  paper_rows (page, 112, "Area|2015|2016\nNorth|12|13\nSouth|14|15");
  g_autoptr (Region) region = paper_region (page, 100, 4, 3);
  g_auto (Sheet) sheet;
  cr_assert (sheet_init (&sheet, region));
  cr_expect (eq (uint, sheet_cell (&sheet, 0, 2), sheet_cell (&sheet, 0, 1)));
  cr_expect (eq (uint, sheet_width (&sheet, 0, 1), 2));
  cr_expect (eq (uint, sheet_width (&sheet, 1, 1), 1));
}

Test (sheet, what_is_joined_is_one_cell_and_blank_only_as_a_whole)
{
  g_auto (Desk) desk = desk_with ("Area||\nNorth|12|13");
  Sheet *sheet = &desk.sheet;
  sheet_join_across (sheet, 0, 0, 2);
  cr_expect (eq (uint, sheet_width (sheet, 0, 0), 3));
  cr_expect_not (sheet_is_blank (sheet, 0, 2), "its cell has a word");
  sheet_join_down (sheet, 0, 0, 2);
  cr_expect (eq (uint, sheet_cell (sheet, 1, 1), 0));
}

Test (sheet, the_box_of_a_cell_is_that_of_its_words_in_the_row)
{
  g_auto (Desk) desk = desk_with ("Area|2015|\nNorth|12|13");
  sheet_join_across (&desk.sheet, 0, 0, 1);
  Box box = sheet_words_box (&desk.sheet, 0, 1);
  cr_expect_float_eq (box.x0, 50, 1e-9);
  cr_expect_float_eq (box.x1, 170, 1e-9);
}

Test (sheet, a_border_is_drawn_where_a_rule_stands_beside_the_row)
{
  g_autoptr (Page) page = paper_new ();
  paper_rows (page, 100, "Area|2015\nNorth|12");
  paper_rule (page, 45, 99, 345, 99.5);
  paper_rule (page, 45, 111, 345, 111.5);
  paper_rule (page, 145, 111, 145.5, 123);
  g_autoptr (Region) region = paper_region (page, 100, 2, 3);
  g_auto (Sheet) sheet;
  cr_assert (sheet_init (&sheet, region));
  cr_expect_not (sheet_place (&sheet, 0, 1)->is_drawn_left);
  cr_expect (sheet_place (&sheet, 1, 1)->is_drawn_left);
}

Test (sheet, a_turned_word_has_a_place_too)
{
  g_autoptr (Page) page = paper_new ();
  paper_rows (page, 100, "Area|2015|2016\nNorth|12|13");
  paper_grid (page, 100, 2, 3);
  paper_word (page, 300, 112, "up")->rotation = 270;
  g_autoptr (Region) region = paper_region (page, 100, 2, 3);
  g_auto (Sheet) sheet;
  cr_assert (sheet_init (&sheet, region));
  cr_expect (eq (uint, sheet_place (&sheet, 1, 2)->words->len, 2));
}
