/* tests/parse/test_reader.c - what the parts of the stage share while they read one document.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/reader.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

#include "parse/misread.h"
#include "tests/parse/desk.h"

static void
assert_unplaced (const char *row, gboolean is_placed, const char *expected)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Report) report = desk_report ();
  g_autoptr (Grid) grid = desk_grid (row);
  Reader reader = desk_reader (desk, report);
  if (is_placed)
    grid_row_place (grid_row (grid, 0), TRUE);
  reader_add_unplaced (&reader, 7, NO_INDICATOR, grid_row (grid, 0));
  desk_expect_unplaced (report, expected);
}

Test (reader, each_number_of_a_cell_that_went_nowhere_is_counted)
{
  assert_unplaced ("M1 | 1,204 | see page 47 of 50 |  | none", FALSE, "M1 1,204 47 50");
}

Test (reader, what_has_its_place_is_not_counted)
{
  assert_unplaced ("M1 | 1,204 | see page 47", TRUE, "");
}

Test (reader, a_figure_keeps_what_its_cell_prints)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Report) report = desk_report ();
  g_autoptr (Grid) grid = desk_grid ("→ -3% | 95%+");
  Reader reader = desk_reader (desk, report);
  report_add_indicator (report);
  for (guint i = 0; i < 2; i++)
    {
      const GridCell *cell = grid_row_cell (grid_row (grid, 0), i);
      Reading reading = cell_read (desk->cells, cell->text);
      reader_add_figure (&reader, 0, MEASURE_TARGET, NO_PERIOD, cell, &reading);
    }
  desk_expect_figures (report, 0, "target -3% flat, 95% >=95");
  cr_expect_str_eq (report_figure (report, 0)->raw, "→ -3%");
  cr_expect (eq (dbl, report_figure (report, 1)->box.x0, 1));
}

Test (reader, a_move_is_told_in_words)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Report) report = desk_report ();
  Reader reader = desk_reader (desk, report);
  cr_expect_str_eq (reader_add_move (&reader, 0, 1, 3, -1, "109", "Nov 16")->message,
                    "3 cells of the row stood 1 column left of the headings and were moved back: "
                    "the first, '109', is of 'Nov 16'");
  cr_expect_str_eq (reader_add_move (&reader, 0, 1, 1, 2, "109", "Nov 16")->message,
                    "1 cell of the row stood 2 columns right of the headings and was moved back: "
                    "the first, '109', is of 'Nov 16'");
}

static void
expect_read (const char *text, Origin origin, Measure measure, const char *expected,
             double confidence)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Report) report = desk_report ();
  g_autoptr (Grid) grid = desk_grid (text);
  Reader reader = desk_reader (desk, report);
  report_add_indicator (report);
  GridCell *cell = grid_row_cell (grid_row (grid, 0), 0);
  cell->origin = origin;
  cell->confidence = origin == ORIGIN_OCR ? 0.95 : 1;
  Reading reading = cell_read (desk->cells, cell->text);
  reader_add_figure (&reader, 0, measure, NO_PERIOD, cell, &reading);
  desk_expect_figures (report, 0, expected);
  cr_expect_str_eq (report_figure (report, 0)->raw, text);
  cr_expect (eq (dbl, report_figure (report, 0)->confidence, confidence), "%s", text);
}

Test (reader, a_figure_of_an_image_that_is_none_is_read_as_what_it_may_be_and_doubted)
{
  expect_read ("1O.5", ORIGIN_OCR, MEASURE_ACTUAL, "actual 10.5", MISREAD_CONFIDENCE);
  expect_read ("1O.5", ORIGIN_TEXT, MEASURE_ACTUAL, "actual unreadable", 1);
  expect_read ("10.5", ORIGIN_OCR, MEASURE_ACTUAL, "actual 10.5", 0.95);
  expect_read ("2.3.4", ORIGIN_OCR, MEASURE_ACTUAL, "actual unreadable", MISREAD_CONFIDENCE);
}

Test (reader, a_change_is_as_sure_as_its_number_if_only_its_arrow_was_misread)
{
  expect_read (". (18%)", ORIGIN_OCR, MEASURE_CHANGE_PREV, "change_prev -18%", 0.95);
  expect_read ("V (18%}", ORIGIN_OCR, MEASURE_CHANGE_PREV, "change_prev -18% down", 0.95);
  expect_read ("S 4%", ORIGIN_OCR, MEASURE_CHANGE_PREV, "change_prev 4%", MISREAD_CONFIDENCE);
  expect_read (". 1O%", ORIGIN_OCR, MEASURE_CHANGE_PREV, "change_prev 10%", MISREAD_CONFIDENCE);
}

Test (reader, no_change_of_an_image_is_a_fraction)
{
  expect_read ("1 (45%)", ORIGIN_OCR, MEASURE_CHANGE_YEAR, "change_year -45%", MISREAD_CONFIDENCE);
}

Test (reader, a_dash_that_stands_apart_before_a_change_of_an_image_may_be_an_arrow)
{
  expect_read ("- 4%", ORIGIN_OCR, MEASURE_CHANGE_PREV, "change_prev 4% flat", MISREAD_CONFIDENCE);
  expect_read ("- 4%", ORIGIN_TEXT, MEASURE_CHANGE_PREV, "change_prev -4%", 1);
  expect_read ("-4%", ORIGIN_OCR, MEASURE_CHANGE_PREV, "change_prev -4%", 0.95);
}
