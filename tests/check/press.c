/* tests/check/press.c - several small reports of one authority, one after the other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/check/press.h"

#include "check/check.h"

void
press_move (Sheet *sheet, int months)
{
  Report *report = sheet->report;
  report->period = period_add_months (report->period, months);
  for (guint i = 0; i < report->figures->len; i++)
    if (report_figure (report, i)->period.kind == PERIOD_MONTH)
      report_figure (report, i)->period
          = period_add_months (report_figure (report, i)->period, months);
}

guint
press_compare (Sheet *first, Sheet *second, const char *rule)
{
  g_autoptr (Ledger) ledger = ledger_new ();
  ledger_compare (ledger, first->report);
  ledger_compare (ledger, second->report);
  guint n_found = 0;
  for (guint i = 0; i < second->report->findings->len; i++)
    n_found += g_str_equal (report_finding (second->report, i)->rule, rule);
  return n_found;
}

guint
press_compare_rows (Unit unit, const char *first, const char *second, int later, const char *rule)
{
  g_autoptr (Sheet) one = sheet_new (), two = sheet_new ();
  sheet_add_row (one, "A1", unit, first);
  sheet_add_row (two, "A1", unit, second);
  press_move (two, later);
  return press_compare (one, two, rule);
}
