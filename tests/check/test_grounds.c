/* tests/check/test_grounds.c - how surely was read what a finding rests on?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>
#include <string.h>

#include "tests/check/sheet.h"

/* No single misreading explains a maximum below so many months. */
static Sheet *
contradiction (void)
{
  Sheet *sheet = sheet_new ();
  int row = sheet_add_row (sheet, "A", UNIT_COUNT, "41 42 42 42 41 42 41 44 41 42 41 42");
  sheet_add (sheet, row, MEASURE_MAX_12M, "22");
  return sheet;
}

Test (grounds, a_contradiction_of_text_is_as_sure_as_can_be)
{
  g_autoptr (Sheet) sheet = contradiction ();
  cr_assert_eq (sheet_check (sheet, "max-12m"), 1);
  const Finding *finding = sheet_finding (sheet, "max-12m");
  cr_expect_eq (finding->confidence, 1);
  cr_expect_null (strstr (finding->message, "image"));
}

Test (grounds, one_of_an_image_is_as_sure_as_its_least_sure_figure_and_says_so)
{
  g_autoptr (Sheet) sheet = contradiction ();
  sheet_read_off_image (sheet);
  report_figure (sheet->report, 3)->confidence = 0.85;
  cr_assert_eq (sheet_check (sheet, "max-12m"), 1);
  const Finding *finding = sheet_finding (sheet, "max-12m");
  cr_expect_eq (finding->severity, SEVERITY_CONTRADICTION);
  cr_expect_eq (finding->confidence, 0.85);
  cr_expect_not_null (strstr (finding->message, "read off an image"));
}

Test (grounds, no_contradiction_rests_on_a_doubtful_figure)
{
  g_autoptr (Sheet) sheet = contradiction ();
  sheet_read_off_image (sheet);
  report_figure (sheet->report, 12)->confidence = 0.5;
  cr_expect_eq (sheet_check (sheet, "max-12m"), 0);
  cr_expect_not_null (sheet_finding (sheet, "doubtful"));
}
