/* tests/check/test_novelty.c - tests check/novelty.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>

#include "tests/check/sheet.h"

static guint
check_since (const char *months, Period since)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet_add_row (sheet, "A", UNIT_COUNT, months);
  report_figure (sheet->report, 0)->since = since;
  return sheet_check (sheet, "new-measure");
}

Test (novelty, a_measure_begins_with_the_month_that_it_names)
{
  cr_expect_eq (check_since ("new new 3 4", period_month (2016, 10)), 0);
  cr_expect_eq (check_since ("new new 3 4", period_month (2016, 11)), 1);
  cr_expect_eq (check_since ("new new 3 4", period_month (2016, 9)), 1);
}

Test (novelty, without_a_month_or_a_figure_nothing_is_said)
{
  cr_expect_eq (check_since ("new new 3 4", NO_PERIOD), 0);
  cr_expect_eq (check_since ("new new", period_month (2016, 9)), 0);
}

Test (novelty, it_is_one_note_a_row)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet_add_row (sheet, "A", UNIT_COUNT, "new new 3 4");
  report_figure (sheet->report, 0)->since = period_month (2016, 9);
  report_figure (sheet->report, 1)->since = period_month (2016, 9);
  cr_expect_eq (sheet_check (sheet, "new-measure"), 1);
  cr_expect_eq (sheet_finding (sheet, "new-measure")->severity, SEVERITY_NOTE);
}
