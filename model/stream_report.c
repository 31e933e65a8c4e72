/* model/stream_report.c - a report and what it holds as lines of a stream.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/report_record.h"
#include "model/stream_block.h"

/* What a report has many of, in the order in which it is written.  What names an indicator stands
 * behind the indicators, so that a reader can tell whether it exists. */
static const struct
{
  const Record *record;
  gsize offset; /* of the array in Report */
} parts[] = {
  { &indicator_record, offsetof (Report, indicators) },
  { &figure_record, offsetof (Report, figures) },
  { &text_record, offsetof (Report, texts) },
  { &claim_record, offsetof (Report, claims) },
  { &unplaced_record, offsetof (Report, unplaced) },
  { &coverage_record, offsetof (Report, coverage) },
  { &finding_record, offsetof (Report, findings) },
};

static GArray *
part_of (const Report *report, gsize which)
{
  return G_STRUCT_MEMBER (GArray *, report, parts[which].offset);
}

static gboolean
write_record (FILE *out, const Record *record, gconstpointer data, JsonText *json, GError **error)
{
  json_text_begin_object (json);
  record_write (record, data, json);
  json_text_end_object (json);
  return stream_write_line (out, json, error);
}

static gboolean
write_part (FILE *out, const Report *report, gsize which, JsonText *json, GError **error)
{
  GArray *array = part_of (report, which);
  gsize size = g_array_get_element_size (array);
  for (guint i = 0; i < array->len; i++)
    if (!write_record (out, parts[which].record, array->data + i * size, json, error))
      return FALSE;
  return TRUE;
}

gboolean
stream_write_report (FILE *out, const Report *report, GError **error)
{
  g_autoptr (JsonText) json = json_text_new ();
  if (!write_record (out, &report_record, report, json, error))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!write_part (out, report, i, json, error))
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
add_part (Report *report, gsize which, const JsonLine *line, GError **error)
{
  const Record *record = parts[which].record;
  gpointer data = record_append (record, part_of (report, which));
  if (!record_read (record, line, data, error))
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
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal (parts[i].record->type, line->type))
      return add_part (item->report, i, line, error);

  return json_line_fail (line, "type", error, "'%s' is no part of a report", line->type);
}
