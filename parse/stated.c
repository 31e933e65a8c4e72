/* parse/stated.c - the month that a report says it is of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/stated.h"

#include <string.h>

#define MAX_FRONT_LINE 60 /* lines or cells: where a report says of which month it is */

/* What comes before the month, in small letters. */
static const char *const statements[]
    = { "as at month end",  "as at mth end", "as at the month end", "month end",  "reporting month",
        "reporting period", "report month",  "month of report",     "data month", "month" };

/* Returns (nullable): what follows the statement of a month and its colon; NULL if @line is none.
 */
static const char *
find_month_text (const char *line)
{
  const char *colon = strchr (line, ':');
  if (colon == NULL)
    return NULL;
  g_autofree char *head = g_strndup (line, (gsize) (colon - line));
  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    if (g_ascii_strcasecmp (g_strstrip (head), statements[i]) == 0)
      return colon + 1;
  return NULL;
}

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
stated_hold (MonthReader *months, const char *const *lines, Report *report)
{
  for (guint i = 0; i < MAX_FRONT_LINE && lines[i] != NULL; i++)
    {
      const char *text = find_month_text (lines[i]);
      Period stated = NO_PERIOD;
      g_autofree char *month = g_strstrip (g_strdup (text != NULL ? text : ""));
      if (!month_read (months, month, NO_PERIOD, &stated) || stated.kind != PERIOD_MONTH)
        continue;
      if (report->period.kind == PERIOD_MONTH && !period_equal (stated, report->period))
        warn (report, lines[i], stated);
      return;
    }
}
