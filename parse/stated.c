/* parse/stated.c - the month that a report says it is of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/stated.h"

#define MAX_FRONT_LINE 60 /* lines or cells: where a report says of which month it is */

static void
warn (Report *report, const char *line, Period stated)
{
  g_autofree char *last = period_format (report->period);
  g_autofree char *message = g_strdup_printf (
      "the report says '%s', but the last month of its tables is %s", line, last);
  Finding *finding = report_add_finding (report, "months", SEVERITY_WARNING);
  finding->period = stated;
  report_set_text (&finding->printed, line);
  report_set_text (&finding->message, message);
}

void
stated_hold (const Vocabulary *vocabulary, MonthReader *months, const char *const *lines,
             Report *report)
{
  for (guint i = 0; i < MAX_FRONT_LINE && lines[i] != NULL; i++)
    {
      gsize from = 0, to = 0;
      Period stated = NO_PERIOD;
      if (vocabulary_find_span (vocabulary, WORDS_STATEMENTS, lines[i], &from, &to) == NULL)
        continue;
      g_autofree char *month = g_strstrip (g_strdup (lines[i] + to));
      if (!month_read (months, month, NO_PERIOD, &stated) || stated.kind != PERIOD_MONTH)
        continue;
      if (report->period.kind == PERIOD_MONTH && !period_equal (stated, report->period))
        warn (report, lines[i], stated);
      return;
    }
}
