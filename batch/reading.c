/* batch/reading.c - one report, read by a worker.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "batch/reading.h"

#include "batch/reason.h"
#include "model/stream.h"

static void
take_page (Page *source, gpointer data)
{
  g_autoptr (Page) page = source;
  draft_add_page (data, page);
}

static Report *
read_report (const ReadingTask *task, GError **error)
{
  g_autoptr (Draft) draft = draft_new (task->parser);
  g_autoptr (Document) document = extract_content (task->input->source.path, task->input->content,
                                                   task->limits, take_page, draft, error);
  return document == NULL ? NULL : draft_read (draft, document);
}

void
reading_work (FILE *out, gpointer data)
{
  const ReadingTask *task = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Report) report = read_report (task, &error);
  if (report == NULL)
    {
      stream_write_failure (out, task->input->source.path, error->message, NULL);
      return;
    }
  task->check (report, task->check_data);
  report_cut (report, REPORT_CLAIMS, 0); /* which are checked by now, and no store holds */
  stream_write_report (out, report, NULL);
}

/* ---- its parent ---- */

static char *
bad_output (const char *what)
{
  return g_strdup_printf ("its reader gave no report: %s", what);
}

/* Reads the one block that there should be. */
static gboolean
read_block (const GByteArray *bytes, StreamItem *item, GError **error)
{
  g_autoptr (StreamReader) reader
      = stream_reader_new_bytes (bytes->data, bytes->len, "what it wrote");
  g_autoptr (GError) reason = NULL;
  g_auto (StreamItem) more = { 0 };
  if (!stream_reader_next (reader, item, &reason))
    {
      if (reason == NULL)
        return recount_fail (error, RECOUNT_ERROR_STREAM, NULL, "it wrote nothing");
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  return (!stream_reader_next (reader, &more, &reason) && reason == NULL)
         || recount_fail (error, RECOUNT_ERROR_STREAM, NULL, "it wrote more than that");
}

Report *
reading_take (const GByteArray *bytes, const Source *source, char **reason)
{
  g_auto (StreamItem) item = { 0 };
  g_autoptr (GError) error = NULL;
  *reason = NULL;
  if (!read_block (bytes, &item, &error))
    *reason = bad_output (error->message);
  else if (item.failure != NULL)
    *reason = reason_without_path (item.failure, source->path);
  else if (item.report == NULL || !g_str_equal (item.report->source.sha256, source->sha256))
    *reason = bad_output ("it wrote of another input");
  if (*reason != NULL)
    return NULL;
  report_set_text (&item.report->source.path, source->path);
  return g_steal_pointer (&item.report);
}
