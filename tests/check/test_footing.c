/* tests/check/test_footing.c - does a figure stand on the line of its row?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "check/footing.h"

#include <criterion/criterion.h>

#include "tests/check/sheet.h"

/* Returns (transfer full): two rows of an image, whose figures stand at the heights 100 and 120. */
static Sheet *
sheet_of_rows (void)
{
  Sheet *sheet = sheet_new ();
  sheet_add_row (sheet, "A", UNIT_NONE, "11 12 13 14 15 16");
  sheet_add_row (sheet, "B", UNIT_NONE, "21 22 23 24 25 26");
  sheet_read_off_image (sheet);
  for (guint i = 0; i < sheet->report->figures->len; i++)
    {
      Figure *figure = report_figure (sheet->report, i);
      double y = figure->indicator == 0 ? 100 : 120;
      figure->table = report_indicator (sheet->report, (guint) figure->indicator)->table;
      figure->page = report_indicator (sheet->report, (guint) figure->indicator)->page;
      figure->box = (Box){ 50.0 * i, y - 4, 50.0 * i + 20, y + 4 };
    }
  return sheet;
}

static void
put_at (Figure *figure, double y)
{
  figure->box.y0 = y - 4;
  figure->box.y1 = y + 4;
}

/* Expects that figure @doubtful alone is doubted, or none if that is below 0. */
static void
assert_doubts (const Sheet *sheet, int doubtful)
{
  footing_doubt (sheet->report);
  for (guint i = 0; i < sheet->report->figures->len; i++)
    cr_expect_eq (report_figure (sheet->report, i)->confidence < CONFIDENCE_TRUSTED,
                  (int) i == doubtful, "figure %u", i);
}

Test (footing, a_figure_on_the_line_of_another_row_is_doubtful)
{
  g_autoptr (Sheet) sheet = sheet_of_rows ();
  assert_doubts (sheet, -1);
  put_at (report_figure (sheet->report, 2), 120);
  assert_doubts (sheet, 2);
}

Test (footing, a_figure_that_only_stands_higher_or_lower_is_believed)
{
  g_autoptr (Sheet) sheet = sheet_of_rows ();
  put_at (report_figure (sheet->report, 2), 110);
  assert_doubts (sheet, -1);
}

Test (footing, what_a_file_prints_is_believed)
{
  g_autoptr (Sheet) sheet = sheet_of_rows ();
  put_at (report_figure (sheet->report, 2), 120);
  for (guint i = 0; i < sheet->report->figures->len; i++)
    report_figure (sheet->report, i)->origin = ORIGIN_TEXT;
  assert_doubts (sheet, -1);
}

Test (footing, where_indicators_are_columns_there_are_no_lines)
{
  g_autoptr (Sheet) sheet = sheet_of_rows ();
  for (guint i = 0; i < 6; i++)
    put_at (report_figure (sheet->report, i), 100 + 20.0 * i);
  assert_doubts (sheet, -1);
}
