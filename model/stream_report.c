/* model/stream_report.c - a report and what it holds as lines of a stream.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/report_record.h"
#include "model/stream_block.h"

/* What a report has many of.  What names an indicator stands behind the indicators, so that a
 * reader can tell whether it exists. */
static const Record *const parts[N_REPORT_PARTS] = {
  [REPORT_INDICATORS] = &indicator_record, [REPORT_FIGURES] = &figure_record,
  [REPORT_TEXTS] = &text_record,           [REPORT_CLAIMS] = &claim_record,
  [REPORT_UNPLACED] = &unplaced_record,    [REPORT_COVERAGE] = &coverage_record,
  [REPORT_FINDINGS] = &finding_record,
};

static gboolean
write_record (FILE *out, const Record *record, gconstpointer data, JsonText *json, GError **error)
{
  json_text_begin_object (json);
  record_write (record, data, json);
  json_text_end_object (json);
  return stream_write_line (out, json, error);
}

static gboolean
write_part (FILE *out, const Report *report, ReportPart part, JsonText *json, GError **error)
{
  for (guint i = 0; i < report_n_elements (report, part); i++)
    if (!write_record (out, parts[part], report_element (report, part, i), json, error))
      return FALSE;
  return TRUE;
}

gboolean
stream_write_report (FILE *out, const Report *report, GError **error)
{
  g_autoptr (JsonText) json = json_text_new ();
  if (!write_record (out, &report_record, report, json, error))
    return FALSE;

  for (ReportPart part = 0; part < N_REPORT_PARTS; part++)
    if (!write_part (out, report, part, json, error))
      return FALSE;
  return stream_write_end (out, error);
}

gboolean
stream_begin_report (StreamItem *item, const JsonLine *line, GError **error)
{
  const Source unknown = { NULL, NULL };
  item->report = report_new (&unknown);
  return record_read (&report_record, line, item->report, error);
}

/* Adds what @line holds to the report; it is of the type of that part. */
static gboolean
add_part (Report *report, ReportPart part, const JsonLine *line, GError **error)
{
  gpointer data = report_add_element (report, part);
  if (!record_read (parts[part], line, data, error))
    return FALSE;

  const JsonValue *indicator = json_value_member (line->root, "indicator");
  gint64 index = NO_INDICATOR;
  if (indicator != NULL && json_value_int (indicator, &index)
      && index >= (gint64) report->indicators->len)
    return json_line_fail (line, "indicator", error, "there is no indicator %" G_GINT64_FORMAT,
                           index);
  return TRUE;
}

gboolean
stream_add_to_report (StreamItem *item, const JsonLine *line, GError **error)
{
  for (ReportPart part = 0; part < N_REPORT_PARTS; part++)
    if (g_str_equal (parts[part]->type, line->type))
      return add_part (item->report, part, line, error);

  return json_line_fail (line, "type", error, "'%s' is no part of a report", line->type);
}
