/* cli/decide.c - checks reports with what people decided about them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/decide.h"

#include <stdio.h>

#include "check/check.h"

Decisions *
decide_load (char **files, GError **error)
{
  g_autoptr (Decisions) decisions = decisions_new ();
  for (; files != NULL && *files != NULL; files++)
    if (!decisions_load (decisions, *files, error))
      return NULL;
  return g_steal_pointer (&decisions);
}

void
decide_check (Report *report, const Checking *checking)
{
  review_cells (checking->decisions, report);
  (checking->repairs ? check_repair_report : check_report) (report, checking->knowledge);
  review_findings (checking->decisions, report);
}

/* Adds the checksum of a file that was read before; one that is gone since then adds its name. */
static void
add_file (GChecksum *sum, const char *path)
{
  g_autofree char *content = NULL;
  gsize n_bytes = 0;
  if (g_file_get_contents (path, &content, &n_bytes, NULL))
    g_checksum_update (sum, (const guchar *) content, (gssize) n_bytes);
  else
    g_checksum_update (sum, (const guchar *) path, -1);
}

char *
decide_options (const Checking *checking, char **files, const ExtractLimits *limits)
{
  g_autoptr (GString) text = g_string_new (checking->repairs ? "repair" : "");
  if (limits->ocr != OCR_AUTO)
    g_string_append (text, limits->ocr == OCR_NEVER ? " ocr=never" : " ocr=always");
  if (files != NULL && files[0] != NULL)
    {
      g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
      for (char **file = files; *file != NULL; file++)
        add_file (sum, *file);
      g_string_append_printf (text, " decisions=%s", g_checksum_get_string (sum));
    }
  return g_strdup (g_strstrip (text->str));
}

static gboolean
ask_about (Decisions *decisions, const char *sha256, Store *store, GError **error)
{
  Reading reading = { .state = READING_NONE };
  if (!store_find_reading (store, sha256, &reading, error))
    return FALSE;
  if (reading.state != READING_DONE)
    return TRUE;

  char path[] = "", *sum = (char *) sha256;
  const Source source = { path, sum };
  g_autoptr (Report) report = report_new (&source);
  if (!store_add_findings (store, STORE_OF_ONE, report, error))
    return FALSE;
  review_recognise (decisions, report);
  return TRUE;
}

gboolean
decide_ask_store (Decisions *decisions, Store *store, GError **error)
{
  g_autoptr (GPtrArray) inputs = review_inputs_left (decisions);
  for (guint i = 0; i < inputs->len; i++)
    if (!ask_about (decisions, g_ptr_array_index (inputs, i), store, error))
      return FALSE;
  return TRUE;
}

void
decide_report_left (const Decisions *decisions)
{
  g_autoptr (GPtrArray) left = review_left (decisions);
  for (guint i = 0; i < left->len; i++)
    fprintf (stderr, "recount: %s\n", (const char *) g_ptr_array_index (left, i));
}
